// The buffer protocol: natives and memoryviews look at another object's octets in place.
//
// An exporter that could move or resize its memory counts those who look at it, and refuses to change while
// there are any. A type exports by its `buffer` operation: bytes, bytearray, memoryview, array.
#pragma once

#include <string_view>

#include "interpreter/objects/ref.h"
#include "interpreter/objects/type.h"

namespace gilsim::python {

// What an exporter shows: `size` octets from `data` on, items of `format` (a code of the struct module,
// native layout).
struct Buffer {
  char* data = nullptr;
  int64_t size = 0;
  bool read_only = true;
  bool contiguous = true;  // false: a memoryview with gaps; data and size then do not describe it
  char format = 'B';
  int64_t item_size = 1;
  int64_t* exports = nullptr;  // counts who looks; null: the memory never changes
  bool shared = false;  // with other processes: who looks lets the time pass first that it has used
};

inline bool has_buffer(Value value) {
  return type_of(value)->operations.buffer;
}

// A look at an object's octets. Keeps the object alive and its memory in place until it goes or is released.
class HeldBuffer {
 public:
  HeldBuffer() = default;
  HeldBuffer(const HeldBuffer&) = delete;
  HeldBuffer& operator=(const HeldBuffer&) = delete;
  ~HeldBuffer() { release(); }

  // False with an exception pending: TypeError ("a bytes-like object is required, not 'str'"), BufferError
  // (gaps).
  bool hold(Vm& vm, Value object);
  // The same for memory to write to. TypeError: "`argument` must be read-write bytes-like object, not bytes".
  bool hold_writable(Vm& vm, Value object, std::string_view argument);
  void release();

  std::string_view octets() const { return {buffer_.data, static_cast<size_t>(buffer_.size)}; }
  char* data() const { return buffer_.data; }
  int64_t size() const { return buffer_.size; }
  const Buffer& buffer() const { return buffer_; }

 private:
  Buffer buffer_;
  Ref exporter_;
};

}  // namespace gilsim::python
