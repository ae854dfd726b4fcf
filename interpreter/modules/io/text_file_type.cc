#include "interpreter/modules/io/buffered.h"
#include "interpreter/modules/io/file_io.h"
#include "interpreter/modules/io/text_file.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python::io {

Type text_file_type;

namespace {

TextFile* self_of(const Arguments& arguments) { return arguments[0].as<TextFile>(); }

bool check_initialized(Vm& vm, const TextFile* file) {
  if (!file->buffer.is_null()) return true;
  return fail(vm, exceptions::ValueError, file->detached ? "underlying buffer has been detached" : "I/O operation on uninitialized object");
}

bool check_open(Vm& vm, const TextFile* file) {
  if (!check_initialized(vm, file)) return false;
  const int closed = is_closed(vm, file->buffer);
  if (closed > 0) return fail(vm, exceptions::ValueError, "I/O operation on closed file.");
  return closed == 0;
}

// A keyword that is a str or None; null when it is None or not given.
bool read_text_argument(Vm& vm, Value given, const char* name, Ref* text) {
  if (given.is_null() || given.is_none()) return true;
  if (!is_str(given)) return fail(vm, exceptions::TypeError, "TextIOWrapper() argument '{}' must be str or None, not {}", name, type_name(given));
  *text = given;
  return true;
}

bool read_flag(Vm& vm, Value given, bool* flag) {
  if (given.is_null() || given.is_none()) return true;
  const int value = truth(vm, given);
  *flag = value == 1;
  return value >= 0;
}

// A file that is written to behind its beginning has its mark already.
bool find_start(Vm& vm, TextFile* file) {
  const int seekable = answers(vm, file->buffer, "seekable");
  if (seekable <= 0) return seekable == 0;
  if (is_buffered(file->buffer) && !file->buffer.as<BufferedFile>()->can_write) return true;
  Ref told = call_method(vm, file->buffer, intern("tell"));
  int64_t position;
  if (!told || !as_int64(vm, told, &position)) return false;
  if (position != 0) file->codec.at_start = false;
  return true;
}

bool initialize(Vm& vm, Value self, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"buffer", "encoding", "errors", "newline", "line_buffering", "write_through"};
  Value out[6];
  if (!bind(vm, arguments, {"TextIOWrapper", kNames, 6, 0, 1}, out)) return false;
  auto* file = self.as<TextFile>();
  Ref encoding, errors;
  uint8_t newline;
  if (!read_text_argument(vm, out[1], "encoding", &encoding) || !read_text_argument(vm, out[2], "errors", &errors)) return false;
  if (!read_newline(vm, out[3], kUniversal, false, &newline)) return false;
  if (!encoding || to_utf8(encoding) == "locale") encoding = make_str("UTF-8");
  if (!errors) errors = make_str("strict");
  if (!read_flag(vm, out[4], &file->line_buffering) || !read_flag(vm, out[5], &file->write_through)) return false;
  file->codec.release();
  if (!file->codec.begin(vm, encoding, errors)) return false;
  decref(std::exchange(file->encoding, encoding.release()));
  decref(std::exchange(file->buffer, Ref(out[0]).release()));
  file->newline = newline;
  return find_start(vm, file);
}

Ref create(Vm&, Type* type, const Arguments&) {
  auto* file = allocate_object<TextFile>(type);
  file->buffer = file->encoding = file->decoded = file->codec.codec = file->codec.errors = kNull;
  file->pending.begin();
  file->chunk.begin();
  file->used = file->carried = 0;
  file->chunk_at_start = file->line_buffering = file->write_through = file->detached = false;
  file->newline = file->seen = 0;
  file->telling = true;
  return Ref::take(file);
}

Ref write(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[1])) return raise(vm, exceptions::TypeError, "write() argument must be str, not {}", type_name(arguments[1]));
  if (!check_open(vm, self_of(arguments)) || !write_text(vm, self_of(arguments), arguments[1])) return {};
  return make_int(int64_t{arguments[1].as<Str>()->length});
}

Ref read(Vm& vm, const Arguments& arguments) {
  int64_t size;
  if (!read_size(vm, arguments.optional(1), &size) || !check_open(vm, self_of(arguments))) return {};
  return read_text(vm, self_of(arguments), size);
}

Ref readline(Vm& vm, const Arguments& arguments) {
  int64_t size;
  if (!read_size(vm, arguments.optional(1), &size) || !check_open(vm, self_of(arguments))) return {};
  return read_text_line(vm, self_of(arguments), size);
}

// Positions can be told again when the end was reached.
Ref next_line(Vm& vm, Value self) {
  auto* file = self.as<TextFile>();
  if (!check_open(vm, file)) return {};
  file->telling = false;
  Ref line = read_text_line(vm, file, -1);
  if (line && line.as<Str>()->length > 0) return line;
  file->telling = true;
  return {};
}

Ref flush(Vm& vm, const Arguments& arguments) {
  if (!check_open(vm, self_of(arguments)) || !flush_pending(vm, self_of(arguments))) return {};
  return call_method(vm, self_of(arguments)->buffer, names.flush);
}

Ref seek(Vm& vm, const Arguments& arguments) {
  int64_t offset, whence = 0, position;
  if (!check_open(vm, self_of(arguments)) || !as_int64(vm, arguments[1], &offset)) return {};
  if (arguments.size() > 2 && !as_int64(vm, arguments[2], &whence)) return {};
  const int seekable = answers(vm, self_of(arguments)->buffer, "seekable");
  if (seekable <= 0) return seekable ? Ref() : raise_unsupported(vm, "underlying stream is not seekable");
  return seek_text(vm, self_of(arguments), offset, whence, &position) ? make_int(position) : Ref();
}

Ref tell(Vm& vm, const Arguments& arguments) {
  int64_t position;
  if (!check_open(vm, self_of(arguments))) return {};
  const int seekable = answers(vm, self_of(arguments)->buffer, "seekable");
  if (seekable <= 0) return seekable ? Ref() : raise_unsupported(vm, "underlying stream is not seekable");
  return find_text_position(vm, self_of(arguments), &position) ? make_int(position) : Ref();
}

// Without a size at the buffer's position, which is ahead of the text's while that is read.
Ref truncate(Vm& vm, const Arguments& arguments) {
  if (!check_open(vm, self_of(arguments)) || !call_method(vm, arguments[0], names.flush)) return {};
  return call_method(vm, self_of(arguments)->buffer, intern("truncate"), {arguments.optional(1, kNone)});
}

Ref close(Vm& vm, const Arguments& arguments) {
  TextFile* file = self_of(arguments);
  if (file->buffer.is_null()) return file->detached ? raise(vm, exceptions::ValueError, "underlying buffer has been detached") : Ref(kNone);
  return close_with_below(vm, arguments[0], file->buffer, [](Value value) { value.as<TextFile>()->pending.length = 0; });
}

Ref detach(Vm& vm, const Arguments& arguments) {
  TextFile* file = self_of(arguments);
  if (!check_initialized(vm, file) || !call_method(vm, arguments[0], names.flush)) return {};
  file->detached = true;
  return Ref::take(std::exchange(file->buffer, kNull));
}

Ref reconfigure(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"encoding", "errors", "newline", "line_buffering", "write_through"};
  Value out[5];
  TextFile* file = self_of(arguments);
  if (!bind(vm, arguments.without_first(), {"reconfigure", kNames, 5, 0, 0, 0}, out) || !check_open(vm, file)) return {};
  Ref encoding, errors;
  if (!read_text_argument(vm, out[0], "encoding", &encoding) || !read_text_argument(vm, out[1], "errors", &errors)) return {};
  if (!call_method(vm, arguments[0], names.flush)) return {};
  if ((encoding || errors || !out[2].is_null()) && !file->decoded.is_null())
    return raise_unsupported(vm, "It is not possible to set the encoding or newline of stream after the first read");
  if (encoding || errors) {
    if (!encoding) encoding = file->encoding;
    if (!errors) errors = make_str("strict");
    file->codec.release();
    if (!file->codec.begin(vm, encoding, errors)) return {};
    decref(std::exchange(file->encoding, encoding.release()));
  }
  if (!out[2].is_null() && !read_newline(vm, out[2], kUniversal, false, &file->newline)) return {};
  return read_flag(vm, out[3], &file->line_buffering) && read_flag(vm, out[4], &file->write_through) ? Ref(kNone) : Ref();
}

template <const char* const* name>
Ref ask_buffer(Vm& vm, const Arguments& arguments) {
  return check_initialized(vm, self_of(arguments)) ? call_method(vm, self_of(arguments)->buffer, intern(*name)) : Ref();
}
constexpr const char* kReadable = "readable";
constexpr const char* kWritable = "writable";
constexpr const char* kSeekable = "seekable";
constexpr const char* kIsTerminal = "isatty";
constexpr const char* kFileNumber = "fileno";

Ref enter(Vm& vm, const Arguments& arguments) { return check_open(vm, self_of(arguments)) ? Ref(arguments[0]) : Ref(); }
Ref iterate(Vm& vm, Value self) { return check_open(vm, self.as<TextFile>()) ? Ref(self) : Ref(); }

Ref buffer_attribute(Vm& vm, Value self, Str* name) {
  return check_initialized(vm, self.as<TextFile>()) ? get_attribute(vm, self.as<TextFile>()->buffer, name) : Ref();
}

Ref repr_file(Vm& vm, Value self) {
  auto* file = self.as<TextFile>();
  if (!check_initialized(vm, file)) return {};
  std::string text = "<_io.TextIOWrapper";
  bool failed = false;
  Ref name = get_attribute_or_null(vm, file->buffer, names.plain_name, &failed);
  Ref mode = failed ? Ref() : get_attribute_or_null(vm, self, intern("mode"), &failed);
  if (failed) return {};
  if (name) text += " name=" + repr_utf8(vm, name);
  if (mode) text += " mode=" + repr_utf8(vm, mode);
  return make_str(text + " encoding=" + repr_utf8(vm, file->encoding) + ">");
}

void destroy_text(Object* object) {
  auto* file = static_cast<TextFile*>(object);
  file->pending.release();
  file->chunk.release();
  file->codec.release();
  for (Value* each : {&file->buffer, &file->encoding, &file->decoded}) decref(std::exchange(*each, kNull));
  free_object(object, sizeof(TextFile));
}

void traverse_text(Object* object, Visitor& visitor) {
  if (const Value buffer = static_cast<TextFile*>(object)->buffer; !buffer.is_null()) visitor.visit(buffer);
}

Ref or_none(Value value) { return value.is_null() ? Ref(kNone) : Ref(value); }

constexpr NativeDescription kMethods[] = {
    {"write", write, {1, 1}},
    {"read", read, {0, 1}},
    {"readline", readline, {0, 1}},
    {"readlines", read_lines, {0, 1}},
    {"writelines", write_lines, {1, 1}},
    {"flush", flush, {0, 0}},
    {"seek", seek, {1, 2}},
    {"tell", tell, {0, 0}},
    {"truncate", truncate, {0, 1}},
    {"close", close, {0, 0}},
    {"detach", detach, {0, 0}},
    {"reconfigure", reconfigure, kAny},
    {"readable", ask_buffer<&kReadable>, {0, 0}},
    {"writable", ask_buffer<&kWritable>, {0, 0}},
    {"seekable", ask_buffer<&kSeekable>, {0, 0}},
    {"isatty", ask_buffer<&kIsTerminal>, {0, 0}},
    {"fileno", ask_buffer<&kFileNumber>, {0, 0}},
    {"__enter__", enter, {0, 0}},
    {"__exit__", leave, {0, -1}},
};
constexpr GetterDescription kGetters[] = {
    {"buffer", [](Vm&, Value self) { return or_none(self.as<TextFile>()->buffer); }},
    {"encoding", [](Vm&, Value self) { return or_none(self.as<TextFile>()->encoding); }},
    {"errors", [](Vm&, Value self) { return or_none(self.as<TextFile>()->codec.errors); }},
    {"newlines", [](Vm&, Value self) { return newlines_of(self.as<TextFile>()->seen); }},
    {"line_buffering", [](Vm&, Value self) { return Ref(Value::of(self.as<TextFile>()->line_buffering)); }},
    {"write_through", [](Vm&, Value self) { return Ref(Value::of(self.as<TextFile>()->write_through)); }},
    {"closed", [](Vm& vm, Value self) { return buffer_attribute(vm, self, intern("closed")); }},
    {"name", [](Vm& vm, Value self) { return buffer_attribute(vm, self, names.plain_name); }},
};

}  // namespace

void define_text_file_type() {
  Operations operations;
  operations.destroy = destroy_text;
  operations.finalize = close_at_end;
  operations.traverse = traverse_text;
  operations.create = create;
  operations.initialize = initialize;
  operations.repr = repr_file;
  operations.iterate = iterate;
  operations.next = next_line;
  define_type(text_file_type, {.name = "_io.TextIOWrapper", .base = nullptr, .basic_size = sizeof(TextFile),
                               .flags = kTracked | kHasAttributes | kSubclassable, .operations = operations, .methods = kMethods,
                               .getters = kGetters, .doc = "Character and line based layer over a buffered binary stream."});
}

}  // namespace gilsim::python::io
