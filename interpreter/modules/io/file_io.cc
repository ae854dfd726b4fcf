#include "interpreter/modules/io/file_io.h"

#include <unistd.h>

#include "interpreter/modules/io/buffered.h"
#include "interpreter/modules/system_call.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python::io {

Type file_io_type;

namespace {

FileIo* self_of(const Arguments& arguments) { return arguments[0].as<FileIo>(); }

bool check_open(Vm& vm, const FileIo* file) {
  return file->number >= 0 || fail(vm, exceptions::ValueError, "I/O operation on closed file");
}

bool check_readable(Vm& vm, const FileIo* file) {
  if (!check_open(vm, file)) return false;
  return file->readable || (raise_unsupported(vm, "File not open for reading"), false);
}

// Calls and turns an error number into OSError.
template <class Call>
bool do_call(Vm& vm, int64_t* result, Call call) {
  if (!system_call(vm, result, call)) return false;
  return *result >= 0 || fail_os_error(vm, *result);
}

bool read_mode(Vm& vm, FileIo* file, std::string_view mode, int* flags) {
  int kinds = 0, plus = 0, texts = 0;
  *flags = O_CLOEXEC;
  for (char c : mode) {
    switch (c) {
      case 'r': ++kinds; file->readable = true; break;
      case 'w': ++kinds; file->writable = true; *flags |= O_CREAT | O_TRUNC; break;
      case 'x': ++kinds; file->writable = file->created = true; *flags |= O_CREAT | O_EXCL; break;
      case 'a': ++kinds; file->writable = file->appends = true; *flags |= O_CREAT | O_APPEND; break;
      case '+': ++plus; break;
      case 'b': break;
      default: ++texts;
    }
  }
  if (texts) return fail(vm, exceptions::ValueError, "invalid mode: {}", mode);
  if (kinds != 1 || plus > 1)
    return fail(vm, exceptions::ValueError, "Must have exactly one of create/read/write/append mode and at most one plus");
  if (plus) file->readable = file->writable = true;
  *flags |= file->readable && file->writable ? O_RDWR : file->readable ? O_RDONLY : O_WRONLY;
  return true;
}

// Opens the path, by the program's own opener if it has one.
bool open_path(Vm& vm, FileIo* file, Value given, int flags, Value opener) {
  Ref path(given);
  std::string text;
  if (!read_path(vm, &path, "open: path", kPathOnly, &text)) return false;
  if (!opener.is_null() && !opener.is_none()) {
    Ref number = call(vm, opener, {path, make_int(flags)});
    int64_t opened;
    if (!number) return false;
    if (!is_int(number)) return fail(vm, exceptions::TypeError, "expected integer from opener");
    if (!as_int64(vm, number, &opened)) return false;
    if (opened < 0) return fail(vm, exceptions::ValueError, "opener returned {}", opened);
    file->number = static_cast<int>(opened);
    return true;
  }
  int64_t opened;
  if (!system_call(vm, &opened, [&](sim::FileTable& files, sim::Thread&) { return files.open(text, flags, 0666 & ~kUmask); })) return false;
  if (opened < 0) return fail_os_error(vm, opened, path);
  file->number = static_cast<int>(opened);
  return true;
}

// As CPython looks at once: a folder cannot be read as a file.
bool check_opened(Vm& vm, FileIo* file, Value name) {
  int64_t result;
  sim::FileStatus status;
  if (!system_call(vm, &result, [&](sim::FileTable& files, sim::Thread&) { return files.status(file->number, &status); })) return false;
  const bool is_folder = result >= 0 && status.kind == sim::FileKind::Folder;
  if (result < 0 || is_folder) {
    if (file->close_number) system_call(vm, &result, [&](sim::FileTable& files, sim::Thread&) { return files.close(file->number); });
    file->number = -1;
    return fail_os_error(vm, is_folder ? EISDIR : EBADF, is_folder ? name : kNull);
  }
  if (!set_attribute(vm, Value::of(file), names.plain_name, name)) return false;
  return !file->appends || (file->number >= 0 && raw_seek(vm, Value::of(file), 0, SEEK_END, &result));
}

bool initialize(Vm& vm, Value self, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"file", "mode", "closefd", "opener"};
  Value out[4];
  if (!bind(vm, arguments, {"FileIO", kNames, 4, 0, 1}, out)) return false;
  auto* file = self.as<FileIo>();
  if (!out[1].is_null() && !is_str(out[1]))
    return fail(vm, exceptions::TypeError, "FileIO() argument 'mode' must be str, not {}", type_name(out[1]));
  int flags;
  if (!read_mode(vm, file, out[1].is_null() ? "r" : to_utf8(out[1]), &flags)) return false;
  const int closes = out[2].is_null() ? 1 : truth(vm, out[2]);
  if (closes < 0) return false;
  file->close_number = closes;
  if (is_int(out[0])) {
    int64_t number;
    if (!as_int64(vm, out[0], &number)) return false;
    if (number < 0) return fail(vm, exceptions::ValueError, "negative file descriptor");
    file->number = static_cast<int>(number);
  } else {
    if (!closes) return fail(vm, exceptions::ValueError, "Cannot use closefd=False with file name");
    if (!open_path(vm, file, out[0], flags, out[3])) return false;
  }
  return check_opened(vm, file, out[0]);
}

Ref create(Vm&, Type* type, const Arguments&) {
  auto* file = allocate_object<FileIo>(type);
  file->number = -1;
  file->close_number = true;
  file->readable = file->writable = file->created = file->appends = false;
  file->seekable = -1;
  return Ref::take(file);
}

Ref read(Vm& vm, const Arguments& arguments) {
  int64_t size;
  if (!check_readable(vm, self_of(arguments)) || !read_size(vm, arguments.optional(1), &size)) return {};
  std::string octets;
  bool nothing_yet;
  const bool done = size < 0 ? raw_read_all(vm, arguments[0], &octets, &nothing_yet) : raw_read(vm, arguments[0], size, &octets, &nothing_yet);
  return !done ? Ref() : nothing_yet ? Ref(kNone) : make_bytes(octets);
}

Ref read_all(Vm& vm, const Arguments& arguments) {
  std::string octets;
  bool nothing_yet;
  if (!check_readable(vm, self_of(arguments)) || !raw_read_all(vm, arguments[0], &octets, &nothing_yet)) return {};
  return nothing_yet ? Ref(kNone) : make_bytes(octets);
}

Ref read_into(Vm& vm, const Arguments& arguments) {
  HeldBuffer target;
  std::string octets;
  if (!check_readable(vm, self_of(arguments)) || !target.hold_writable(vm, arguments[1], "readinto() argument")) return {};
  bool nothing_yet;
  if (!raw_read(vm, arguments[0], target.size(), &octets, &nothing_yet)) return {};
  if (nothing_yet) return kNone;
  std::copy(octets.begin(), octets.end(), target.data());
  return make_int(static_cast<int64_t>(octets.size()));
}

Ref write(Vm& vm, const Arguments& arguments) {
  if (!check_open(vm, self_of(arguments))) return {};
  if (!self_of(arguments)->writable) return raise_unsupported(vm, "File not open for writing");
  HeldBuffer source;
  int64_t written;
  return source.hold(vm, arguments[1]) && raw_write(vm, arguments[0], source.octets(), &written) ? make_int(written) : Ref();
}

Ref seek(Vm& vm, const Arguments& arguments) {
  int64_t offset, whence = 0;
  if (!check_open(vm, self_of(arguments)) || !as_int64(vm, arguments[1], &offset)) return {};
  if (arguments.size() > 2 && !as_int64(vm, arguments[2], &whence)) return {};
  return raw_seek(vm, arguments[0], offset, static_cast<int>(whence), &offset) ? make_int(offset) : Ref();
}

Ref tell(Vm& vm, const Arguments& arguments) {
  int64_t position;
  return check_open(vm, self_of(arguments)) && raw_seek(vm, arguments[0], 0, SEEK_CUR, &position) ? make_int(position) : Ref();
}

Ref truncate(Vm& vm, const Arguments& arguments) {
  FileIo* file = self_of(arguments);
  if (!check_open(vm, file)) return {};
  if (!file->writable) return raise_unsupported(vm, "File not open for writing");
  int64_t size, result;
  if (arguments.optional(1, kNone).is_none() ? !raw_seek(vm, arguments[0], 0, SEEK_CUR, &size) : !as_int64(vm, arguments[1], &size)) return {};
  return do_call(vm, &result, [&](sim::FileTable& files, sim::Thread&) { return files.resize(file->number, size); }) ? make_int(size) : Ref();
}

Ref close(Vm& vm, const Arguments& arguments) {
  FileIo* file = self_of(arguments);
  const int number = std::exchange(file->number, -1);
  if (number < 0 || !file->close_number) return kNone;
  int64_t result;
  return do_call(vm, &result, [&](sim::FileTable& files, sim::Thread&) { return files.close(number); }) ? Ref(kNone) : Ref();
}

Ref seekable(Vm& vm, const Arguments& arguments) {
  FileIo* file = self_of(arguments);
  if (!check_open(vm, file)) return {};
  if (file->seekable < 0) {
    int64_t position;
    if (!system_call(vm, &position, [&](sim::FileTable& files, sim::Thread&) { return files.seek(file->number, 0, SEEK_CUR); })) return {};
    file->seekable = position >= 0;
  }
  return Value::of(file->seekable == 1);
}

Ref is_terminal(Vm& vm, const Arguments& arguments) {
  int64_t result;
  if (!check_open(vm, self_of(arguments))) return {};
  const int number = self_of(arguments)->number;
  if (!system_call(vm, &result, [&](sim::FileTable& files, sim::Thread&) { return files.is_terminal(number); })) return {};
  return Value::of(result == 1);
}

Ref readable(Vm& vm, const Arguments& arguments) {
  return check_open(vm, self_of(arguments)) ? Ref(Value::of(self_of(arguments)->readable)) : Ref();
}
Ref writable(Vm& vm, const Arguments& arguments) {
  return check_open(vm, self_of(arguments)) ? Ref(Value::of(self_of(arguments)->writable)) : Ref();
}
Ref fileno(Vm& vm, const Arguments& arguments) {
  return check_open(vm, self_of(arguments)) ? make_int(self_of(arguments)->number) : Ref();
}
// These two are of the base class, with a message of its own.
bool check_open_stream(Vm& vm, const FileIo* file) {
  return file->number >= 0 || fail(vm, exceptions::ValueError, "I/O operation on closed file.");
}
Ref flush(Vm& vm, const Arguments& arguments) { return check_open_stream(vm, self_of(arguments)) ? Ref(kNone) : Ref(); }
Ref enter(Vm& vm, const Arguments& arguments) { return check_open_stream(vm, self_of(arguments)) ? Ref(arguments[0]) : Ref(); }

std::string_view mode_of(const FileIo* file) {
  if (file->created) return file->readable ? "xb+" : "xb";
  if (file->appends) return file->readable ? "ab+" : "ab";
  return file->readable ? file->writable ? "rb+" : "rb" : "wb";
}

Ref repr_file(Vm& vm, Value self) {
  auto* file = self.as<FileIo>();
  if (file->number < 0) return make_str("<_io.FileIO [closed]>");
  bool failed = false;
  Ref name = get_attribute_or_null(vm, self, names.plain_name, &failed);
  if (failed) return {};
  const std::string shown = name ? "name=" + repr_utf8(vm, name) : fmt::format("fd={}", file->number);
  return make_str(fmt::format("<_io.FileIO {} mode='{}' closefd={}>", shown, mode_of(file), file->close_number ? "True" : "False"));
}

// Octet by octet, since nothing may be read too far.
Ref readline(Vm& vm, const Arguments& arguments) {
  int64_t size;
  if (!check_readable(vm, self_of(arguments)) || !read_size(vm, arguments.optional(1), &size)) return {};
  std::string line, octet;
  while ((size < 0 || static_cast<int64_t>(line.size()) < size) && !line.ends_with('\n')) {
    bool nothing_yet;
    if (!raw_read(vm, arguments[0], 1, &octet, &nothing_yet)) return {};
    if (nothing_yet && line.empty()) return raise(vm, exceptions::OSError, "read() should have returned a bytes object, not 'NoneType'");
    if (octet.empty()) break;
    line += octet;
  }
  return make_bytes(line);
}

Ref next_line(Vm& vm, Value self) {
  const Value values[] = {self};
  Ref line = readline(vm, {values, 1, nullptr});
  return line && bytes_view(line).empty() ? Ref() : line;
}

constexpr NativeDescription kMethods[] = {
    {"read", read, {0, 1}},           {"readall", read_all, {0, 0}},    {"readinto", read_into, {1, 1}},
    {"readline", readline, {0, 1}},   {"readlines", read_lines, {0, 1}}, {"write", write, {1, 1}},
    {"writelines", write_lines, {1, 1}}, {"seek", seek, {1, 2}},        {"tell", tell, {0, 0}},
    {"truncate", truncate, {0, 1}},   {"flush", flush, {0, 0}},         {"close", close, {0, 0}},
    {"readable", readable, {0, 0}},   {"writable", writable, {0, 0}},   {"seekable", seekable, {0, 0}},
    {"isatty", is_terminal, {0, 0}},  {"fileno", fileno, {0, 0}},       {"__enter__", enter, {0, 0}},
    {"__exit__", leave, {0, -1}},
};
constexpr GetterDescription kGetters[] = {
    {"closed", [](Vm&, Value self) { return Ref(Value::of(self.as<FileIo>()->number < 0)); }},
    {"closefd", [](Vm&, Value self) { return Ref(Value::of(self.as<FileIo>()->close_number)); }},
    {"mode", [](Vm&, Value self) { return make_str(mode_of(self.as<FileIo>())); }},
};

}  // namespace

bool raw_read(Vm& vm, Value raw, int64_t most, std::string* octets, bool* nothing_yet) {
  bool nothing;
  if (!nothing_yet) nothing_yet = &nothing;
  *nothing_yet = false;
  if (type_of(raw) == &file_io_type) {
    if (!check_open(vm, raw.as<FileIo>())) return false;
    int64_t result;
    const int number = raw.as<FileIo>()->number;
    if (!check_room(vm, most)) return false;
    if (!system_call(vm, &result, [&](sim::FileTable& files, sim::Thread& thread) { return files.read(thread, number, most, -1, octets); }))
      return false;
    *nothing_yet = result == -EAGAIN;
    if (*nothing_yet) octets->clear();
    return result >= 0 || *nothing_yet || fail_os_error(vm, result);
  }
  Ref room = make_bytearray(std::string(static_cast<size_t>(most), '\0'));
  Ref count = call_method(vm, raw, intern("readinto"), {room});
  int64_t read = 0;
  *nothing_yet = count && count.get().is_none();
  if (!count || (!*nothing_yet && !as_int64(vm, count, &read))) return false;
  if (read < 0 || read > most) return fail(vm, exceptions::OSError, "raw readinto() returned invalid length {} (should have been between 0 and {})", read, most);
  octets->assign(bytes_view(room).substr(0, static_cast<size_t>(read)));
  return true;
}

// Asks how much there is first, and reads until nothing comes.
bool raw_read_all(Vm& vm, Value raw, std::string* octets, bool* nothing_yet) {
  constexpr int64_t kPiece = 65'536;
  octets->clear();
  int64_t result, expected = kPiece;
  if (type_of(raw) == &file_io_type) {
    if (!check_open(vm, raw.as<FileIo>())) return false;
    const int number = raw.as<FileIo>()->number;
    sim::FileStatus status;
    if (!system_call(vm, &result, [&](sim::FileTable& files, sim::Thread&) { return files.status(number, &status); })) return false;
    if (result >= 0 && status.kind == sim::FileKind::File && status.size > 0) expected = status.size + 1;
  }
  bool pauses;
  for (std::string piece;; expected = kPiece) {
    if (!raw_read(vm, raw, expected, &piece, &pauses)) return false;
    if (nothing_yet) *nothing_yet = pauses && octets->empty();
    if (piece.empty()) return true;
    if (!check_room(vm, static_cast<int64_t>(octets->size() + piece.size()))) return false;
    octets->append(piece);
  }
}

bool raw_write(Vm& vm, Value raw, std::string_view octets, int64_t* written) {
  if (type_of(raw) == &file_io_type) {
    if (!check_open(vm, raw.as<FileIo>())) return false;
    const int number = raw.as<FileIo>()->number;
    return do_call(vm, written, [&](sim::FileTable& files, sim::Thread& thread) { return files.write(thread, number, octets); });
  }
  Ref count = call_method(vm, raw, names.write, {make_bytes(octets)});
  *written = 0;
  if (!count || (!count.get().is_none() && !as_int64(vm, count, written))) return false;
  if (*written < 0 || *written > static_cast<int64_t>(octets.size()))
    return fail(vm, exceptions::OSError, "raw write() returned invalid length {} (should have been between 0 and {})", *written, octets.size());
  return true;
}

bool raw_seek(Vm& vm, Value raw, int64_t offset, int whence, int64_t* position) {
  if (type_of(raw) == &file_io_type) {
    if (!check_open(vm, raw.as<FileIo>())) return false;
    const int number = raw.as<FileIo>()->number;
    return do_call(vm, position, [&](sim::FileTable& files, sim::Thread&) { return files.seek(number, offset, whence); });
  }
  Ref result = call_method(vm, raw, intern("seek"), {make_int(offset), make_int(whence)});
  return result && as_int64(vm, result, position);
}

int is_closed(Vm& vm, Value stream) {
  if (is_buffered(stream) && !stream.as<BufferedFile>()->raw.is_null()) stream = stream.as<BufferedFile>()->raw;
  if (type_of(stream) == &file_io_type) return stream.as<FileIo>()->number < 0;
  Ref closed = get_attribute(vm, stream, intern("closed"));
  return closed ? truth(vm, closed) : -1;
}

int answers(Vm& vm, Value stream, const char* method) {
  Ref answer = call_method(vm, stream, intern(method));
  return answer ? truth(vm, answer) : -1;
}

Ref close_with_below(Vm& vm, Value file, Value below, void (*forget)(Value file)) {
  const int closed = is_closed(vm, below);
  if (closed) return closed > 0 ? Ref(kNone) : Ref();
  if (call_method(vm, file, names.flush)) return call_method(vm, below, names.close);
  if (interpreter(vm).current().cancelled) return {};
  Ref error = take_pending_exception(vm);
  forget(file);
  if (!call_method(vm, below, names.close)) clear_pending(vm);
  set_pending_exception(vm, error);
  return {};
}

void define_file_io_type() {
  Operations operations;
  operations.destroy = [](Object* object) { free_object(object, sizeof(FileIo)); };
  operations.finalize = close_at_end;
  operations.create = create;
  operations.initialize = initialize;
  operations.repr = repr_file;
  operations.iterate = iterate_self;
  operations.next = next_line;
  define_type(file_io_type, {.name = "_io.FileIO", .base = nullptr, .basic_size = sizeof(FileIo),
                             .flags = kTracked | kHasAttributes | kSubclassable, .operations = operations, .methods = kMethods,
                             .getters = kGetters, .doc = "Open a file."});
}

}  // namespace gilsim::python::io
