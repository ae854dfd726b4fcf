// io.StringIO: text in memory.
#include "interpreter/modules/io/io.h"
#include "interpreter/modules/io/lines.h"

#include <string>
#include <string_view>
#include <vector>

#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python::io {

Type string_io_type;

namespace {

StringFile* self_of(const Arguments& arguments) { return file_of<StringFile>(arguments[0]); }
bool check_open(Vm& vm, const Arguments& arguments) { return io::check_open<StringFile>(vm, arguments[0]); }

std::u32string characters_of(const Str* text) {
  std::u32string result(static_cast<size_t>(text->length), U'\0');
  visit_text(text, [&](const auto* data) { std::copy(data, data + text->length, result.begin()); });
  return result;
}

bool write_text(Vm& vm, StringFile* file, const Str* text) {
  vm.charge(60 + text->length);
  std::u32string characters = characters_of(text);
  if (file->newline == kUniversal) characters = with_line_feeds(characters, &file->seen);
  if (file->newline == kUntranslated) with_line_feeds(characters, &file->seen);
  if (file->newline == kCarriageReturn) characters = with_line_ends(characters, U"\r");
  if (file->newline == kBoth) characters = with_line_ends(characters, U"\r\n");
  const auto count = static_cast<int64_t>(characters.size());
  if (!check_room(vm, (file->position + count) * 4)) return false;
  file->write(characters.data(), count);
  return true;
}

bool initialize(Vm& vm, Value self, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"initial_value", "newline"};
  Value values[2];
  if (!bind(vm, arguments, {"StringIO", kNames, 2, 0, 0}, values)) return false;
  uint8_t newline;
  if (!read_newline(vm, values[1], kLineFeed, true, &newline)) return false;
  const bool has_text = !values[0].is_null() && !values[0].is_none();
  if (has_text && !is_str(values[0]))
    return fail(vm, exceptions::TypeError, "initial_value must be str or None, not {}", type_name(values[0]));
  auto* file = file_of<StringFile>(self);
  file->release();
  file->newline = newline;
  if (has_text && !write_text(vm, file, values[0].as<Str>())) return false;
  file->position = 0;
  return true;
}

Ref write(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[1]))
    return raise(vm, exceptions::TypeError, "string argument expected, got '{}'", type_name(arguments[1]));
  if (!check_open(vm, arguments) || !write_text(vm, self_of(arguments), arguments[1].as<Str>())) return {};
  return make_int(arguments[1].as<Str>()->length);
}

Ref seek(Vm& vm, const Arguments& arguments) {
  int64_t offset, whence = 0;
  if (!as_int64(vm, arguments[1], &offset) || (arguments.size() > 2 && !as_int64(vm, arguments[2], &whence))) return {};
  if (!check_open(vm, arguments)) return {};
  auto* file = self_of(arguments);
  if (whence < 0 || whence > 2) return raise(vm, exceptions::ValueError, "Invalid whence ({}, should be 0, 1 or 2)", whence);
  if (whence == 0 && offset < 0) return raise(vm, exceptions::ValueError, "Negative seek position {}", offset);
  if (whence != 0 && offset != 0) return raise(vm, exceptions::OSError, "Can't do nonzero cur-relative seeks");
  if (whence != 1) file->position = whence == 0 ? offset : file->length;
  return make_int(file->position);
}

Ref get_newlines(Vm&, Value self) { return newlines_of(file_of<StringFile>(self)->seen); }
Ref get_none(Vm&, Value) { return kNone; }
Ref get_false(Vm&, Value) { return kFalse; }

constexpr NativeDescription kMethods[] = {
    {"write", write, {1, 1}},
    {"read", read<StringFile>, {0, 1}},
    {"readline", read_line<StringFile>, {0, 1}},
    {"readlines", read_lines, {0, 1}},
    {"writelines", write_lines, {1, 1}},
    {"getvalue", get_value<StringFile>, {0, 0}},
    {"seek", seek, {1, 2}},
    {"tell", tell<StringFile>, {0, 0}},
    {"truncate", truncate<StringFile>, {0, 1}},
    {"flush", flush<StringFile>, {0, 0}},
    {"close", close<StringFile>, {0, 0}},
    {"readable", answer<StringFile, true>, {0, 0}},
    {"writable", answer<StringFile, true>, {0, 0}},
    {"seekable", answer<StringFile, true>, {0, 0}},
    {"isatty", answer<StringFile, false>, {0, 0}},
    {"fileno", no_file_number, {0, 0}},
    {"detach", cannot_detach, {0, 0}},
    {"__enter__", enter<StringFile>, {0, 0}},
    {"__exit__", leave, {0, -1}},
};
constexpr GetterDescription kGetters[] = {
    {"closed", get_closed<StringFile>}, {"newlines", get_newlines},        {"encoding", get_none},
    {"errors", get_none},               {"line_buffering", get_false},
};

}  // namespace

Ref items_of(const StringFile* file, int64_t start, int64_t count) {
  return count ? make_str(file->data + start, count) : empty_str();
}

void define_string_io_type() {
  Operations operations;
  operations.destroy = destroy_file<StringFile>;
  operations.create = create_file<StringFile>;
  operations.initialize = initialize;
  operations.iterate = iterate_file<StringFile>;
  operations.next = next_line<StringFile>;
  define_type(string_io_type, {.name = "_io.StringIO", .base = nullptr, .basic_size = sizeof(StringFile),
                               .flags = kTracked | kHasAttributes | kSubclassable, .operations = operations, .methods = kMethods,
                               .getters = kGetters, .doc = "Text I/O implementation using an in-memory buffer."});
}

}  // namespace gilsim::python::io
