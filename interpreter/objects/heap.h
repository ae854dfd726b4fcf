// Memory of all Python objects: size-class free lists over 64 KiB slabs, larger blocks one by one, all owned by the one
// Heap, so that ending a run frees everything in O(slabs) whatever is still referenced.
#pragma once

#include <cstddef>
#include <utility>

#include "interpreter/objects/type.h"

namespace gilsim::python {

struct GcLinks {
  Object* previous;
  Object* next;
};

struct Shape;

// Attributes of an instance. With shape: values[i] belongs to the shape's i-th name. Without (shape null): `dictionary`
// holds them (it was asked for as __dict__, or an attribute was deleted); null while there are none.
struct Attributes {
  Shape* shape;
  union {
    Value* values;  // null while shape is the empty shape
    struct Dict* dictionary;
  };
};

inline GcLinks* gc_links(Object* object) { return reinterpret_cast<GcLinks*>(object) - 1; }
inline Attributes* attributes_of(Object* object) { return reinterpret_cast<Attributes*>(gc_links(object)) - 1; }

class Heap {
 public:
  // Uninitialised memory, 16-aligned. Never null: running out of host memory ends the process. Callers that allocate a
  // size a program chose ask `refuses(size)` first and raise MemoryError.
  [[gnu::always_inline]] void* allocate(size_t size) {
    size_t index = (size + 15) / 16;
    if (index < kClasses && free_[index]) {
      FreeBlock* block = free_[index];
      free_[index] = block->next;
      bytes_in_use_ += index * 16;
      return block;
    }
    return allocate_slowly(size);
  }
  // REQUIRES: `memory` came from allocate(size) with the same size.
  void free(void* memory, size_t size) {
    size_t index = (size + 15) / 16;
    if (index >= kClasses) return free_large(memory, size);
    auto* block = static_cast<FreeBlock*>(memory);
    block->next = free_[index];
    free_[index] = block;
    bytes_in_use_ -= index * 16;
  }
  void* reallocate(void* memory, size_t old_size, size_t new_size);

  bool refuses(size_t size) const { return size > limit_bytes_ || bytes_in_use_ + size > limit_bytes_; }
  void set_limit(size_t bytes) { limit_bytes_ = bytes; }
  size_t limit() const { return limit_bytes_; }
  size_t bytes_in_use() const { return bytes_in_use_; }
  size_t peak_bytes() const { return peak_bytes_ > bytes_in_use_ ? peak_bytes_ : bytes_in_use_; }

  // Frees everything that was ever allocated; all pointers into the heap are dead then.
  void reset();

 private:
  struct FreeBlock { FreeBlock* next; };
  struct LargeBlock { LargeBlock* previous; LargeBlock* next; };
  void* allocate_slowly(size_t size);
  void* allocate_large(size_t size);
  void free_large(void* memory, size_t size);

  static constexpr size_t kClasses = 65;  // up to 1024 bytes in steps of 16
  static constexpr size_t kSlabSize = 64 * 1024;
  FreeBlock* free_[kClasses] = {};
  struct Slab { Slab* next; };
  Slab* slabs_ = nullptr;
  char* slab_position_ = nullptr;
  char* slab_end_ = nullptr;
  LargeBlock* large_ = nullptr;
  size_t bytes_in_use_ = 0;
  size_t peak_bytes_ = 0;
  size_t limit_bytes_ = size_t{4} << 30;
};

extern Heap heap;

// Registers a function that Heap::reset calls, for static variables that point into the heap or describe objects in it:
// `static const AtReset forget([] { empty_tuple = nullptr; });` at namespace scope.
class AtReset {
 public:
  explicit AtReset(void (*function)());

 private:
  friend class Heap;
  void (*function_)();
  AtReset* next_;
};

// An object of `type` with the prefixes its flags ask for, count 1, header filled in, its other fields uninitialised
// (an instance's attributes are empty). `size`: bytes from the header on, variable part included. The values of a program
// class's __slots__ (Type::slot_bytes) lie behind those and are seen to here and in free_object, as are the attributes and
// the instance's reference to its class: a built-in type's own functions need not know that it has been subclassed.
// The GC links of a tracked type are in place: all fields must be valid before anything else is allocated.
Object* allocate_object(Type* type, size_t size);
template <class T>
T* allocate_object(Type* type, size_t variable_bytes = 0) {
  return static_cast<T*>(allocate_object(type, sizeof(T) + variable_bytes));
}
// Gives the memory back: unlinks it, releases instance attributes. To be called last by a type's destroy.
void free_object(Object* object, size_t size);

}  // namespace gilsim::python
