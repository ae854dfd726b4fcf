#include "interpreter/objects/heap.h"

#include <sys/mman.h>

#include <cstdlib>
#include <cstring>

#include "interpreter/objects/collector.h"
#include "interpreter/objects/shape.h"

namespace gilsim::python {

Heap heap;

namespace {

AtReset* first_at_reset = nullptr;

size_t prefix_size(uint32_t type_flags) {
  if (type_flags & kHasAttributes) return sizeof(Attributes) + sizeof(GcLinks);
  return type_flags & kTracked ? sizeof(GcLinks) : 0;
}

constexpr size_t kHugePage = size_t{2} << 20;

// Memory that will be used soon and whole: in huge pages where the system has them, each of which costs one page fault
// instead of 512.
void prefer_huge_pages(void* memory, size_t size) {
  const auto begin = (reinterpret_cast<uintptr_t>(memory) + kHugePage - 1) & ~(kHugePage - 1);
  const auto end = (reinterpret_cast<uintptr_t>(memory) + size) & ~(kHugePage - 1);
  if (begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);  // advice: no matter if refused
}

void* from_host(size_t size) {
  void* memory = size == kHugePage ? std::aligned_alloc(kHugePage, size) : std::malloc(size);
  if (!memory) std::abort();
  if (size >= kHugePage) prefer_huge_pages(memory, size);
  return memory;
}

}  // namespace

AtReset::AtReset(void (*function)()) : function_(function), next_(std::exchange(first_at_reset, this)) {}

void* Heap::allocate_slowly(size_t size) {
  size_t index = (size + 15) / 16;
  if (index >= kClasses) return allocate_large(size);
  size_t rounded = index == 0 ? 16 : index * 16;
  if (static_cast<size_t>(slab_end_ - slab_position_) < rounded) {
    // What is left of the old slab is too small for this size but not for others; it is at most 1,008 of 65,536 bytes.
    // A program of some size gets slabs of huge pages.
    const size_t slab_size = bytes_in_use_ > kHugePage / 2 ? kHugePage : kSlabSize;
    auto* slab = static_cast<Slab*>(from_host(slab_size));
    slab->next = std::exchange(slabs_, slab);
    slab_position_ = reinterpret_cast<char*>(slab) + 16;
    slab_end_ = reinterpret_cast<char*>(slab) + slab_size;
  }
  bytes_in_use_ += index * 16;
  if (bytes_in_use_ > peak_bytes_) peak_bytes_ = bytes_in_use_;
  return std::exchange(slab_position_, slab_position_ + rounded);
}

void* Heap::allocate_large(size_t size) {
  auto* block = static_cast<LargeBlock*>(from_host(sizeof(LargeBlock) + size));
  block->previous = nullptr;
  block->next = large_;
  if (large_) large_->previous = block;
  large_ = block;
  bytes_in_use_ += size;
  if (bytes_in_use_ > peak_bytes_) peak_bytes_ = bytes_in_use_;
  return block + 1;
}

void Heap::free_large(void* memory, size_t size) {
  LargeBlock* block = static_cast<LargeBlock*>(memory) - 1;
  if (bytes_in_use_ > peak_bytes_) peak_bytes_ = bytes_in_use_;
  bytes_in_use_ -= size;
  (block->previous ? block->previous->next : large_) = block->next;
  if (block->next) block->next->previous = block->previous;
  std::free(block);
}

void* Heap::reallocate(void* memory, size_t old_size, size_t new_size) {
  size_t old_index = (old_size + 15) / 16, new_index = (new_size + 15) / 16;
  if (old_index < kClasses || new_index < kClasses) {
    if (old_index == new_index) return memory;
    void* moved = allocate(new_size);
    std::memcpy(moved, memory, old_size < new_size ? old_size : new_size);
    free(memory, old_size);
    return moved;
  }
  LargeBlock* block = static_cast<LargeBlock*>(memory) - 1;
  block = static_cast<LargeBlock*>(std::realloc(block, sizeof(LargeBlock) + new_size));
  if (!block) std::abort();
  if (new_size >= kHugePage) prefer_huge_pages(block, new_size);
  (block->previous ? block->previous->next : large_) = block;
  if (block->next) block->next->previous = block;
  bytes_in_use_ += new_size - old_size;
  if (bytes_in_use_ > peak_bytes_) peak_bytes_ = bytes_in_use_;
  return block + 1;
}

void Heap::reset() {
  for (AtReset* hook = first_at_reset; hook; hook = hook->next_) hook->function_();
  for (Slab *slab = slabs_, *next; slab; slab = next) next = slab->next, std::free(slab);
  for (LargeBlock *block = large_, *next; block; block = next) next = block->next, std::free(block);
  size_t limit = limit_bytes_;
  *this = Heap();
  limit_bytes_ = limit;
}

Object* allocate_object(Type* type, size_t size) {
  const uint32_t flags = type->type_flags;
  const size_t prefix = prefix_size(flags);
  char* memory = static_cast<char*>(heap.allocate(prefix + size + type->slot_bytes));
  auto* object = reinterpret_cast<Object*>(memory + prefix);
  object->type = type;
  object->refcount = 1;
  object->flags = 0;
  if (flags & kTracked) collector.track(object);
  if (flags & kHasAttributes) *attributes_of(object) = {type->root_shape, {nullptr}};
  if (!(flags & kHeapType)) return object;
  if (type->slot_bytes) std::memset(memory + prefix + size, 0, type->slot_bytes);
  incref(type);
  return object;
}

namespace {

// Of a type of a program's.
[[gnu::noinline]] void free_instance(Object* object, size_t size) {
  Type* type = object->type;
  if (has_flag(type, kHasAttributes)) drop_attributes(object);
  for (uint32_t i = 0; i < type->slot_bytes / 8; ++i) decref(reinterpret_cast<Value*>(reinterpret_cast<char*>(object) + size)[i]);
  const size_t prefix = prefix_size(type->type_flags);
  heap.free(reinterpret_cast<char*>(object) - prefix, prefix + size + type->slot_bytes);
  decref(type);
}

}  // namespace

void free_object(Object* object, size_t size) {
  const uint32_t flags = object->type->type_flags;
  if (flags & kTracked && !(object->flags & kUntracked)) collector.untrack(object);
  if (flags & kHeapType) return free_instance(object, size);
  if (flags & kHasAttributes) drop_attributes(object);
  const size_t prefix = prefix_size(flags);
  heap.free(reinterpret_cast<char*>(object) - prefix, prefix + size);
}

}  // namespace gilsim::python
