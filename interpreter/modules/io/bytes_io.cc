// io.BytesIO: octets in memory.
#include "interpreter/modules/io/io.h"
#include "interpreter/modules/io/lines.h"

#include <string>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/bytes_methods.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/members.h"
#include "interpreter/objects/memory_view.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python::io {

Type bytes_io_type;

namespace {

BytesFile* self_of(const Arguments& arguments) { return file_of<BytesFile>(arguments[0]); }
bool check_open(Vm& vm, const Arguments& arguments) { return io::check_open<BytesFile>(vm, arguments[0]); }

bool write_octets(Vm& vm, BytesFile* file, const std::string& octets) {
  const auto count = static_cast<int64_t>(octets.size());
  vm.charge(60 + count);
  if (!check_exports(vm, file->exports)) return false;
  if (!check_room(vm, file->position + count)) return false;
  file->write(octets.data(), count);
  return true;
}

bool initialize(Vm& vm, Value self, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"initial_bytes"};
  Value value;
  if (!bind(vm, arguments, {"BytesIO", kNames, 1, 0, 0}, &value)) return false;
  auto* file = file_of<BytesFile>(self);
  if (!check_exports(vm, file->exports)) return false;
  file->release();
  if (value.is_null() || value.is_none()) return true;
  std::string octets;
  if (!read_octets(vm, value, &octets) || !write_octets(vm, file, octets)) return false;
  file->position = 0;
  return true;
}

Ref write(Vm& vm, const Arguments& arguments) {
  std::string octets;
  if (!check_open(vm, arguments) || !read_octets(vm, arguments[1], &octets)) return {};
  if (!write_octets(vm, self_of(arguments), octets)) return {};
  return make_int(static_cast<int64_t>(octets.size()));
}

Ref read_into(Vm& vm, const Arguments& arguments) {
  HeldBuffer room;
  if (!room.hold_writable(vm, arguments[1], "readinto() argument") || !check_open(vm, arguments)) return {};
  const int64_t count = self_of(arguments)->available(room.size());
  if (count) std::memcpy(room.data(), self_of(arguments)->data + self_of(arguments)->position, static_cast<size_t>(count));
  self_of(arguments)->position += count;
  vm.charge(40 + count);
  return make_int(count);
}

// What getbuffer() shows: the octets of a file, which exports none of itself.
struct FileOctets : Object {
  Value file;  // owned
  auto references() { return std::tie(file); }
};
Type file_octets_type;

bool show_octets(Vm&, Value self, Buffer* out) {
  auto* file = file_of<BytesFile>(self.as<FileOctets>()->file);
  out->data = file->data;
  out->size = file->length;
  out->read_only = false;
  out->exports = &file->exports;
  return true;
}

Ref get_buffer(Vm& vm, const Arguments& arguments) {
  if (!check_open(vm, arguments)) return {};
  auto* octets = new_with_members<FileOctets>(&file_octets_type);
  incref(octets->file = arguments[0]);
  return make_memory_view(vm, Ref::take(octets));
}

Ref seek(Vm& vm, const Arguments& arguments) {
  int64_t offset, whence = 0;
  if (!as_int64(vm, arguments[1], &offset) || (arguments.size() > 2 && !as_int64(vm, arguments[2], &whence))) return {};
  if (!check_open(vm, arguments)) return {};
  auto* file = self_of(arguments);
  if (whence < 0 || whence > 2) return raise(vm, exceptions::ValueError, "invalid whence ({}, should be 0, 1 or 2)", whence);
  if (whence == 0 && offset < 0) return raise(vm, exceptions::ValueError, "negative seek value {}", offset);
  const int64_t start = whence == 0 ? 0 : whence == 1 ? file->position : file->length;
  file->position = std::max<int64_t>(start + offset, 0);
  return make_int(file->position);
}

Ref read_exact_lines(Vm& vm, const Arguments& arguments) { return read_lines(vm, arguments, true); }

constexpr NativeDescription kMethods[] = {
    {"write", write, {1, 1}},
    {"read", read<BytesFile>, {0, 1}},
    {"read1", read<BytesFile>, {0, 1}},
    {"readinto", read_into, {1, 1}},
    {"readline", read_line<BytesFile>, {0, 1}},
    {"readlines", read_exact_lines, {0, 1}},
    {"writelines", write_lines, {1, 1}},
    {"getvalue", get_value<BytesFile>, {0, 0}},
    {"getbuffer", get_buffer, {0, 0}},
    {"seek", seek, {1, 2}},
    {"tell", tell<BytesFile>, {0, 0}},
    {"truncate", truncate<BytesFile>, {0, 1}},
    {"flush", flush<BytesFile>, {0, 0}},
    {"close", close<BytesFile>, {0, 0}},
    {"readable", answer<BytesFile, true>, {0, 0}},
    {"writable", answer<BytesFile, true>, {0, 0}},
    {"seekable", answer<BytesFile, true>, {0, 0}},
    {"isatty", answer<BytesFile, false>, {0, 0}},
    {"fileno", no_file_number, {0, 0}},
    {"detach", cannot_detach, {0, 0}},
    {"__enter__", enter<BytesFile>, {0, 0}},
    {"__exit__", leave, {0, -1}},
};
constexpr GetterDescription kGetters[] = {{"closed", get_closed<BytesFile>}};

}  // namespace

Ref items_of(const BytesFile* file, int64_t start, int64_t count) {
  return make_bytes(count ? std::string_view(file->data + start, static_cast<size_t>(count)) : std::string_view());
}

bool check_exports(Vm& vm, int64_t exports) {
  return exports == 0 || fail(vm, exceptions::BufferError, "Existing exports of data: object cannot be re-sized");
}

void define_bytes_io_type() {
  define_type(file_octets_type, {.name = "_io._BytesIOBuffer",
                                 .base = nullptr,
                                 .basic_size = sizeof(FileOctets),
                                 .flags = kTracked | kImmutable,
                                 .operations = {.destroy = destroy_members<FileOctets>,
                                                .traverse = traverse_members<FileOctets>,
                                                .buffer = show_octets}});
  Operations operations;
  operations.destroy = destroy_file<BytesFile>;
  operations.create = create_file<BytesFile>;
  operations.initialize = initialize;
  operations.iterate = iterate_file<BytesFile>;
  operations.next = next_line<BytesFile>;
  define_type(bytes_io_type, {.name = "_io.BytesIO", .base = nullptr, .basic_size = sizeof(BytesFile),
                              .flags = kTracked | kHasAttributes | kSubclassable, .operations = operations, .methods = kMethods,
                              .getters = kGetters, .doc = "Buffered I/O implementation using an in-memory bytes buffer."});
}

}  // namespace gilsim::python::io
