#include "interpreter/modules/io/open.h"

#include <string>

#include "interpreter/modules/io/buffered.h"
#include "interpreter/modules/io/file_io.h"
#include "interpreter/modules/io/text_file.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python::io {

namespace {

struct Mode {
  std::string text;  // as given
  std::string raw;   // for FileIO: without "b" and "t"
  bool creates = false, reads = false, writes = false, appends = false, updates = false, is_text = false, is_binary = false;
};

bool read_mode(Vm& vm, Value given, Mode* mode) {
  mode->text = given.is_null() ? "r" : to_utf8(given);
  std::string seen;
  for (char c : mode->text) {
    bool* flag = c == 'x' ? &mode->creates : c == 'r' ? &mode->reads : c == 'w' ? &mode->writes : c == 'a' ? &mode->appends
                 : c == '+' ? &mode->updates : c == 't' ? &mode->is_text : c == 'b' ? &mode->is_binary : nullptr;
    if (!flag || *flag) return fail(vm, exceptions::ValueError, "invalid mode: '{}'", mode->text);
    *flag = true;
  }
  if (mode->is_text && mode->is_binary) return fail(vm, exceptions::ValueError, "can't have text and binary mode at once");
  if (mode->creates + mode->reads + mode->writes + mode->appends > 1)
    return fail(vm, exceptions::ValueError, "must have exactly one of create/read/write/append mode");
  for (char c : std::string("xrwa+")) {
    const bool* flag = c == 'x' ? &mode->creates : c == 'r' ? &mode->reads : c == 'w' ? &mode->writes : c == 'a' ? &mode->appends : &mode->updates;
    if (*flag) mode->raw += c;
  }
  return true;
}

bool check_text_arguments(Vm& vm, const Mode& mode, const Value* out) {
  if (!mode.is_binary) return true;
  for (int i = 0; i < 3; ++i)
    if (!out[3 + i].is_null() && !out[3 + i].is_none())
      return fail(vm, exceptions::ValueError, "binary mode doesn't take {} argument", i == 0 ? "an encoding" : i == 1 ? "an errors" : "a newline");
  return true;
}

// Layers over `raw`; what is below is closed when one refuses.
Ref add_layers(Vm& vm, Ref raw, const Mode& mode, int64_t buffering, const Value* out) {
  Ref terminal = call_method(vm, raw, intern("isatty"));
  if (!terminal) return {};
  const bool is_terminal = terminal.get() == kTrue;
  const bool by_lines = buffering == 1 || (buffering < 0 && is_terminal);
  if (buffering == 0) return mode.is_binary ? raw : raise(vm, exceptions::ValueError, "can't have unbuffered text I/O");
  Type* type = mode.updates ? &buffered_random_type : mode.reads ? &buffered_reader_type : &buffered_writer_type;
  Ref size = buffering > 1 ? make_int(buffering) : make_int(8192);
  Ref buffer = call(vm, Value::of(type), {raw, size});
  if (!buffer || mode.is_binary) return buffer;
  auto argument = [&](int index) { return out[index].is_null() ? kNone : out[index]; };
  Ref text = call(vm, Value::of(&text_file_type), {buffer, argument(3), argument(4), argument(5), Value::of(by_lines)});
  return text && set_attribute(vm, text, intern("mode"), make_str(mode.text)) ? text : Ref();
}

Ref open(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"};
  Value out[8];
  if (!bind(vm, arguments, {"open", kNames, 8, 0, 1}, out)) return {};
  if (!out[1].is_null() && !is_str(out[1])) return raise(vm, exceptions::TypeError, "open() argument 'mode' must be str, not {}", type_name(out[1]));
  for (int i : {3, 4, 5})
    if (!out[i].is_null() && !out[i].is_none() && !is_str(out[i]))
      return raise(vm, exceptions::TypeError, "open() argument '{}' must be str or None, not {}", kNames[i], type_name(out[i]));
  Mode mode;
  int64_t buffering = -1;
  if (!out[2].is_null() && !as_int64(vm, out[2], &buffering)) return {};
  Ref path(out[0]);
  if (!is_int(path) && !is_str(path) && !is_bytes(path)) {  // the name of the file is what __fspath__ gives
    bool failed = false;
    Ref fspath = get_attribute_or_null(vm, Value::of(type_of(path)), intern("__fspath__"), &failed);
    if (failed) return {};
    if (!fspath) return raise(vm, exceptions::TypeError, "expected str, bytes or os.PathLike object, not {}", type_name(path));
    path = call(vm, fspath, {path});
    if (!path) return {};
  }
  if (!read_mode(vm, out[1], &mode) || !check_text_arguments(vm, mode, out)) return {};
  auto given = [&](int index, Value otherwise) { return out[index].is_null() ? otherwise : out[index]; };
  Ref raw = call(vm, Value::of(&file_io_type), {path, make_str(mode.raw), given(6, kTrue), given(7, kNone)});
  if (!raw) return {};
  Ref file = add_layers(vm, raw, mode, buffering, out);
  if (file) return file;
  Ref error = take_pending_exception(vm);
  if (!call_method(vm, raw, names.close)) clear_pending(vm);
  set_pending_exception(vm, error);
  return {};
}

constexpr NativeDescription kFunctions[] = {{"open", open, kAny, "Open file and return a stream.  Raise OSError upon failure."}};

}  // namespace

std::span<const NativeDescription> open_functions() { return kFunctions; }

}  // namespace gilsim::python::io
