// bytes and bytearray: rows of octets, fixed and growing.
#pragma once

#include <string>
#include <string_view>

#include "interpreter/objects/heap.h"

namespace gilsim::python {

struct Bytes : Object {
  Hash hash;  // 0: not yet computed
  int64_t size;
  char data[];
};

struct ByteArray : Object {
  char* data;  // from the heap, `capacity` bytes; null while capacity is 0
  int64_t size;
  int64_t capacity;
  int64_t exports;  // of those who look at `data` (buffer.h): while there are any it stays where it is and as long as it is
};

extern Type bytes_type, bytearray_type;

inline bool is_bytes(Value value) {
  return value.is_object() && has_flag(value.object()->type, kBytesSubclass);
}
inline bool is_bytearray(Value value) {
  return value.is_object() && is_subtype(value.object()->type, &bytearray_type);
}
inline bool is_bytes_like(Value value) { return is_bytes(value) || is_bytearray(value); }
// REQUIRES: is_bytes_like. Valid until the object changes.
std::string_view bytes_view(Value value);

Bytes* new_bytes(int64_t size);  // uninitialised data
Ref make_bytes(std::string_view octets);
Ref make_bytearray(std::string_view octets);
// New octets are not set. False: MemoryError, or BufferError because of exports, is pending.
bool bytearray_resize(Vm& vm, ByteArray* array, int64_t size);
bool check_resizable(Vm& vm, const ByteArray* array);  // false: BufferError because of exports is pending
// bytes(value) for bytes-likes, objects with __bytes__ and iterables of ints; null with an exception pending.
Ref bytes_of(Vm& vm, Value value, std::string_view made = "bytes");
std::string bytes_repr(std::string_view octets);  // b'...'

void define_bytes_types();

}  // namespace gilsim::python
