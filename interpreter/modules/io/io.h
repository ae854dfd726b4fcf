// What io's StringIO and BytesIO share: a row of characters or octets with a position in it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "interpreter/objects/type_definition.h"

namespace gilsim::python::io {

// Items in the heap, growing at their end. Plain data: a field of objects, which begin and release it.
template <class Item>
struct Row {
  Item* data;  // null while capacity is 0
  int64_t length, capacity;

  void begin() {
    data = nullptr;
    length = capacity = 0;
  }
  void release() {
    if (data) heap.free(data, static_cast<size_t>(capacity) * sizeof(Item));
    begin();
  }
  void reserve(int64_t wanted) {
    if (wanted <= capacity) return;
    const int64_t larger = std::max<int64_t>(wanted + wanted / 8, 64);
    data = static_cast<Item*>(data ? heap.reallocate(data, static_cast<size_t>(capacity) * sizeof(Item), static_cast<size_t>(larger) * sizeof(Item))
                                   : heap.allocate(static_cast<size_t>(larger) * sizeof(Item)));
    capacity = larger;
  }
  // Overwrites from `position` on; a gap behind the end is filled with zeros. REQUIRES: room for it was asked for.
  void write(int64_t position, const Item* items, int64_t count) {
    if (count == 0) return;
    reserve(position + count);
    if (position > length) std::memset(data + length, 0, static_cast<size_t>(position - length) * sizeof(Item));
    std::memcpy(data + position, items, static_cast<size_t>(count) * sizeof(Item));
    length = std::max(length, position + count);
  }
};

// A file in memory. Item: char32_t or char.
template <class Item>
struct MemoryFile : Object, Row<Item> {  // kHasAttributes
  int64_t position;
  bool closed;
  uint8_t newline;  // StringIO: a Newline
  uint8_t seen;     // StringIO: the kinds of line ends that were translated, a bit each
  int64_t exports;  // BytesIO: views of getbuffer(), while which it keeps its length

  void begin() {
    Row<Item>::begin();
    position = 0;
    closed = false;
    newline = seen = 0;
    exports = 0;
  }
  void release() {
    Row<Item>::release();
    begin();
  }
  // The items from the position on, `most` of them at most (negative: all).
  int64_t available(int64_t most) const {
    const int64_t rest = std::max<int64_t>(this->length - position, 0);
    return most < 0 ? rest : std::min(most, rest);
  }
  void write(const Item* items, int64_t count) {
    Row<Item>::write(position, items, count);
    position += count;
  }
};

using StringFile = MemoryFile<char32_t>;
using BytesFile = MemoryFile<char>;

extern Type string_io_type, bytes_io_type;
void define_string_io_type();
void define_bytes_io_type();

// io.UnsupportedOperation("fileno").
Ref raise_unsupported(Vm& vm, const char* what);
// `finalize` of files: close(), as CPython calls it when a file that is open goes; what it raises is lost.
void close_at_end(Vm& vm, Object* file);
// ValueError "I/O operation on closed file", with a full stop or without, as CPython's classes have it.
bool fail_closed(Vm& vm, bool full_stop);
// An optional size: None, nothing and negative ones are -1.
bool read_size(Vm& vm, Value given, int64_t* size);
// MemoryError when so many bytes more do not fit.
bool check_room(Vm& vm, int64_t bytes);

// --- methods that are the same for both ------------------------------------------------------------------------------

template <class File>
File* file_of(Value self) { return self.as<File>(); }

template <class File>
bool check_open(Vm& vm, Value self) { return !file_of<File>(self)->closed || fail_closed(vm, std::is_same_v<File, BytesFile>); }

template <class File, bool value>
Ref answer(Vm& vm, const Arguments& arguments) {
  return check_open<File>(vm, arguments[0]) ? Ref(Value::of(value)) : Ref();
}

template <class File>
Ref flush(Vm& vm, const Arguments& arguments) {
  return check_open<File>(vm, arguments[0]) ? Ref(kNone) : Ref();
}

// False, with BufferError pending: somebody looks at the octets in place.
bool check_exports(Vm& vm, int64_t exports);

template <class File>
Ref close(Vm& vm, const Arguments& arguments) {
  auto* file = file_of<File>(arguments[0]);
  if (!check_exports(vm, file->exports)) return {};
  file->release();
  file->closed = true;
  return kNone;
}

template <class File>
Ref enter(Vm& vm, const Arguments& arguments) {
  return check_open<File>(vm, arguments[0]) ? Ref(arguments[0]) : Ref();
}

// with … as file: close() of a subclass counts.
Ref leave(Vm& vm, const Arguments& arguments);
// `exact`: stops at the hint, not behind it, as BytesIO does.
Ref read_lines(Vm& vm, const Arguments& arguments, bool exact);
inline Ref read_lines(Vm& vm, const Arguments& arguments) { return read_lines(vm, arguments, false); }
Ref write_lines(Vm& vm, const Arguments& arguments);
Ref no_file_number(Vm& vm, const Arguments& arguments);
Ref cannot_detach(Vm& vm, const Arguments& arguments);

// In memory_file.cc.
template <class File> Ref read(Vm& vm, const Arguments& arguments);
template <class File> Ref read_line(Vm& vm, const Arguments& arguments);
template <class File> Ref next_line(Vm& vm, Value self);
template <class File> Ref get_value(Vm& vm, const Arguments& arguments);
template <class File> Ref tell(Vm& vm, const Arguments& arguments);
template <class File> Ref truncate(Vm& vm, const Arguments& arguments);
// Some of what a file holds, as the program gets it. REQUIRES: it holds so much.
Ref items_of(const StringFile* file, int64_t start, int64_t count);
Ref items_of(const BytesFile* file, int64_t start, int64_t count);

template <class File>
Ref get_closed(Vm&, Value self) { return Value::of(file_of<File>(self)->closed); }

template <class File>
void destroy_file(Object* object) {
  auto* file = static_cast<File*>(object);
  file->release();
  free_object(object, sizeof(File));
}

template <class File>
Ref create_file(Vm&, Type* type, const Arguments&) {
  auto* file = allocate_object<File>(type);
  file->begin();
  return Ref::take(file);
}

template <class File>
Ref iterate_file(Vm& vm, Value self) { return check_open<File>(vm, self) ? Ref(self) : Ref(); }

}  // namespace gilsim::python::io
