#include "interpreter/modules/io/buffered.h"

#include <unistd.h>

#include "interpreter/modules/io/file_io.h"
#include "interpreter/modules/io/lines.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/blocking.h"

namespace gilsim::python::io {

Type buffered_reader_type, buffered_writer_type, buffered_random_type;

namespace {

constexpr int64_t kDefaultSize = 8192;
constexpr int64_t kCallNs = 15;  // a method that only moves octets in memory

BufferedFile* self_of(const Arguments& arguments) { return arguments[0].as<BufferedFile>(); }

bool check_initialized(Vm& vm, const BufferedFile* file) {
  if (!file->raw.is_null()) return true;
  return fail(vm, exceptions::ValueError, file->detached ? "raw stream has been detached" : "I/O operation on uninitialized object");
}

// `what`: "write to", "read of" …: the end of the message is the same.
bool check_open(Vm& vm, const BufferedFile* file, const char* what) {
  if (!check_initialized(vm, file)) return false;
  const int closed = is_closed(vm, file->raw);
  if (closed > 0) return fail(vm, exceptions::ValueError, "{} closed file", what);
  return closed == 0;
}

// --- the lock --------------------------------------------------------------------------------------------------------

bool take_lock(Vm& any_vm, BufferedFile* file) {
  Interpreter& vm = interpreter(any_vm);
  sim::Lock& lock = file->lock;
  if (lock.try_acquire(*vm.current().os_thread, vm.place_token())) return true;
  if (lock.holder() == vm.current().os_thread->tid())
    return fail(vm, exceptions::RuntimeError, "reentrant call inside {}", repr_utf8(vm, Value::of(file)));
  if (lock.label() == sim::no_label) lock.set_label(vm.computer().record().label("file buffer"));
  ReleasedGil released(vm);
  lock.acquire(released.os_thread(), sim::never, vm.place_token_of(released.os_thread()), sim::ThreadState::WaitingForLock);
  return released.take_back();
}

bool release_lock(Vm& vm, BufferedFile* file) {
  if (interpreter(vm).current().cancelled) return false;
  if (!file->lock.contended()) return file->lock.release(interpreter(vm).computer()), true;
  if (!synchronize(vm)) return false;
  file->lock.release(interpreter(vm).computer());
  return interpreter(vm).resume_after_kernel();
}

// Work on the buffer with its lock held.
template <class Work>
bool locked(Vm& vm, BufferedFile* file, Work work) {
  Ref keep(file);
  if (!take_lock(vm, file)) return false;
  const bool done = work();
  return release_lock(vm, file) && done;
}

// --- with the lock held ----------------------------------------------------------------------------------------------

bool flush_writes(Vm& vm, BufferedFile* file) {
  if (!file->writes) return true;
  while (file->buffer.length > 0) {
    const std::string octets(file->buffer.data, static_cast<size_t>(file->buffer.length));
    int64_t written;
    if (!raw_write(vm, file->raw, octets, &written)) return false;
    const int64_t rest = std::max<int64_t>(file->buffer.length - written, 0);
    std::memmove(file->buffer.data, file->buffer.data + written, static_cast<size_t>(rest));
    file->buffer.length = rest;
  }
  file->writes = false;
  file->position = 0;
  return true;
}

// Gives up what was read ahead, so that the raw stream stands where the program is.
bool drop_ahead(Vm& vm, BufferedFile* file) {
  const int64_t ahead = file->ahead();
  if (file->writes) return true;
  file->buffer.length = file->position = 0;
  int64_t position;
  return ahead == 0 || raw_seek(vm, file->raw, -ahead, SEEK_CUR, &position);
}

void keep_ahead(BufferedFile* file, std::string_view octets) {
  file->buffer.length = file->position = 0;
  file->buffer.write(0, octets.data(), static_cast<int64_t>(octets.size()));
}

std::string take_ahead(BufferedFile* file, int64_t most) {
  const int64_t count = std::min(most, file->ahead());
  std::string octets(count ? file->buffer.data + file->position : "", static_cast<size_t>(count));
  file->position += count;
  return octets;
}

// Reads one buffer ahead.
bool fill(Vm& vm, BufferedFile* file, bool* nothing_yet = nullptr) {
  std::string octets;
  if (!raw_read(vm, file->raw, file->buffer_size, &octets, nothing_yet)) return false;
  keep_ahead(file, octets);
  return true;
}

bool read_exactly(Vm& vm, BufferedFile* file, int64_t size, std::string* octets, bool* nothing_yet) {
  *nothing_yet = false;
  if (!flush_writes(vm, file)) return false;
  *octets = take_ahead(file, size);
  for (;;) {
    int64_t wanted = size - static_cast<int64_t>(octets->size());
    if (wanted == 0) return true;
    if (!check_room(vm, wanted)) return false;
    if (wanted >= file->buffer_size) {  // whole buffers need no detour
      std::string piece;
      if (!raw_read(vm, file->raw, wanted - wanted % file->buffer_size, &piece, nothing_yet)) return false;
      if (piece.empty()) return true;
      octets->append(piece);
    } else {
      if (!fill(vm, file, nothing_yet)) return false;
      if (file->ahead() == 0) return true;
      octets->append(take_ahead(file, wanted));
    }
  }
}

bool read_rest(Vm& vm, BufferedFile* file, std::string* octets, bool* nothing_yet) {
  std::string rest;
  if (!flush_writes(vm, file)) return false;
  *octets = take_ahead(file, file->ahead());
  if (!raw_read_all(vm, file->raw, &rest, nothing_yet)) return false;
  octets->append(rest);
  return true;
}

// At most one call of the raw stream.
bool read_once(Vm& vm, BufferedFile* file, int64_t most, std::string* octets, bool* nothing_yet = nullptr) {
  if (!flush_writes(vm, file)) return false;
  if (file->ahead() == 0) {
    if (most >= file->buffer_size) return raw_read(vm, file->raw, most, octets, nothing_yet);
    if (!fill(vm, file, nothing_yet)) return false;
  }
  *octets = take_ahead(file, most);
  return true;
}

bool read_line(Vm& vm, BufferedFile* file, int64_t size, std::string* line) {
  if (!flush_writes(vm, file)) return false;
  line->clear();
  for (;;) {
    const int64_t room = size < 0 ? file->ahead() : std::min(file->ahead(), size - static_cast<int64_t>(line->size()));
    const int64_t end = find_line_end(file->buffer.data + file->position, room, kLineFeed);
    line->append(take_ahead(file, end < 0 ? room : end));
    if (end >= 0 || (size >= 0 && static_cast<int64_t>(line->size()) >= size)) return true;
    if (!fill(vm, file)) return false;
    if (file->ahead() == 0) return true;
  }
}

bool write_octets(Vm& vm, BufferedFile* file, std::string_view octets) {
  if (!drop_ahead(vm, file)) return false;
  file->writes = true;
  const auto count = static_cast<int64_t>(octets.size());
  if (file->buffer.length + count > file->buffer_size) {
    if (!flush_writes(vm, file)) return false;
    while (static_cast<int64_t>(octets.size()) > file->buffer_size) {
      int64_t written;
      if (!raw_write(vm, file->raw, octets, &written)) return false;
      octets.remove_prefix(static_cast<size_t>(written));
    }
    file->writes = true;
  }
  file->buffer.write(file->buffer.length, octets.data(), static_cast<int64_t>(octets.size()));
  return true;
}

bool seek_to(Vm& vm, BufferedFile* file, int64_t offset, int whence, int64_t* position) {
  if (!flush_writes(vm, file)) return false;
  if (whence == SEEK_CUR) offset -= file->ahead();
  if (!raw_seek(vm, file->raw, offset, whence, position)) return false;
  file->buffer.length = file->position = 0;
  return true;
}

bool find_position(Vm& vm, BufferedFile* file, int64_t* position) {
  if (!raw_seek(vm, file->raw, 0, SEEK_CUR, position)) return false;
  *position += file->writes ? file->buffer.length : -file->ahead();
  return true;
}

// --- methods ---------------------------------------------------------------------------------------------------------

bool check_reads(Vm& vm, const BufferedFile* file, const char* what) {
  if (!check_initialized(vm, file)) return false;
  if (!file->can_read) return raise_unsupported(vm, "read"), false;
  return check_open(vm, file, what);
}

Ref octets_result(Vm& vm, bool done, const std::string& octets) {
  vm.charge(kCallNs + static_cast<int64_t>(octets.size()) / 16);
  return done ? make_bytes(octets) : Ref();
}

Ref read(Vm& vm, const Arguments& arguments) {
  BufferedFile* file = self_of(arguments);
  int64_t size;
  std::string octets;
  if (!read_size(vm, arguments.optional(1), &size)) return {};
  if (size < -1) return raise(vm, exceptions::ValueError, "read length must be non-negative or -1");
  if (!check_reads(vm, file, "read of")) return {};
  bool nothing_yet;
  const bool done = locked(vm, file, [&] {
    return size < 0 ? read_rest(vm, file, &octets, &nothing_yet) : read_exactly(vm, file, size, &octets, &nothing_yet);
  });
  return done && nothing_yet && octets.empty() ? Ref(kNone) : octets_result(vm, done, octets);
}

Ref read1(Vm& vm, const Arguments& arguments) {
  BufferedFile* file = self_of(arguments);
  int64_t size;
  std::string octets;
  if (!read_size(vm, arguments.optional(1), &size) || !check_reads(vm, file, "read of")) return {};
  if (size < 0) size = file->buffer_size;
  const bool done = locked(vm, file, [&] { return read_once(vm, file, size, &octets); });
  return octets_result(vm, done, octets);
}

Ref peek(Vm& vm, const Arguments& arguments) {
  BufferedFile* file = self_of(arguments);
  if (!check_reads(vm, file, "peek of")) return {};
  const bool done = locked(vm, file, [&] { return flush_writes(vm, file) && (file->ahead() > 0 || fill(vm, file)); });
  if (!done) return {};
  return make_bytes(std::string_view(file->ahead() ? file->buffer.data + file->position : "", static_cast<size_t>(file->ahead())));
}

template <bool once>
Ref read_into(Vm& vm, const Arguments& arguments) {
  BufferedFile* file = self_of(arguments);
  HeldBuffer target;
  std::string octets;
  if (!check_reads(vm, file, "readinto of") || !target.hold_writable(vm, arguments[1], "readinto() argument")) return {};
  bool nothing_yet = false;
  const bool done = locked(vm, file, [&] {
    return once ? read_once(vm, file, target.size(), &octets, &nothing_yet) : read_exactly(vm, file, target.size(), &octets, &nothing_yet);
  });
  if (!done) return {};
  if (nothing_yet && octets.empty()) return kNone;
  std::copy(octets.begin(), octets.end(), target.data());
  vm.charge(kCallNs + static_cast<int64_t>(octets.size()) / 16);
  return make_int(static_cast<int64_t>(octets.size()));
}

Ref readline(Vm& vm, const Arguments& arguments) {
  BufferedFile* file = self_of(arguments);
  int64_t size;
  std::string line;
  if (!read_size(vm, arguments.optional(1), &size) || !check_reads(vm, file, "readline of")) return {};
  const bool done = locked(vm, file, [&] { return read_line(vm, file, size, &line); });
  return octets_result(vm, done, line);
}

Ref next_line(Vm& vm, Value self) {
  const Value values[] = {self};
  Ref line = readline(vm, {values, 1, nullptr});
  return line && bytes_view(line).empty() ? Ref() : line;
}

Ref write(Vm& vm, const Arguments& arguments) {
  BufferedFile* file = self_of(arguments);
  HeldBuffer source;
  if (!check_initialized(vm, file)) return {};
  if (!file->can_write) return raise_unsupported(vm, "write");
  if (!source.hold(vm, arguments[1]) || !check_open(vm, file, "write to")) return {};
  vm.charge(kCallNs + source.size() / 16);
  if (!locked(vm, file, [&] { return write_octets(vm, file, source.octets()); })) return {};
  return make_int(source.size());
}

Ref flush(Vm& vm, const Arguments& arguments) {
  BufferedFile* file = self_of(arguments);
  if (!file->can_write) return check_initialized(vm, file) ? call_method(vm, file->raw, names.flush) : Ref();
  if (!check_open(vm, file, "flush of")) return {};
  if (!locked(vm, file, [&] { return flush_writes(vm, file) && drop_ahead(vm, file); })) return {};
  return call_method(vm, file->raw, names.flush);
}

Ref seek(Vm& vm, const Arguments& arguments) {
  BufferedFile* file = self_of(arguments);
  int64_t offset, whence = 0, position;
  if (!check_initialized(vm, file) || !as_int64(vm, arguments[1], &offset)) return {};
  if (arguments.size() > 2 && !as_int64(vm, arguments[2], &whence)) return {};
  if (whence < 0 || whence > 2) return raise(vm, exceptions::ValueError, "whence value {} unsupported", whence);
  if (!check_open(vm, file, "seek of")) return {};
  const int seekable = answers(vm, file->raw, "seekable");
  if (seekable <= 0) return seekable ? Ref() : raise_unsupported(vm, "File or stream is not seekable.");
  return locked(vm, file, [&] { return seek_to(vm, file, offset, static_cast<int>(whence), &position); }) ? make_int(position) : Ref();
}

Ref tell(Vm& vm, const Arguments& arguments) {
  BufferedFile* file = self_of(arguments);
  int64_t position;
  if (!check_initialized(vm, file)) return {};
  return locked(vm, file, [&] { return find_position(vm, file, &position); }) ? make_int(position) : Ref();
}

Ref truncate(Vm& vm, const Arguments& arguments) {
  BufferedFile* file = self_of(arguments);
  if (!check_open(vm, file, "truncate of")) return {};
  if (!file->can_write) return raise_unsupported(vm, "truncate");
  if (!locked(vm, file, [&] { return flush_writes(vm, file) && drop_ahead(vm, file); })) return {};
  return call_method(vm, file->raw, intern("truncate"), {arguments.optional(1, kNone)});
}

Ref close(Vm& vm, const Arguments& arguments) {
  BufferedFile* file = self_of(arguments);
  if (file->raw.is_null()) return file->detached ? raise(vm, exceptions::ValueError, "raw stream has been detached") : Ref(kNone);
  return close_with_below(vm, arguments[0], file->raw, [](Value value) { value.as<BufferedFile>()->buffer.length = value.as<BufferedFile>()->position = 0; });
}

Ref detach(Vm& vm, const Arguments& arguments) {
  BufferedFile* file = self_of(arguments);
  if (!check_initialized(vm, file) || !call_method(vm, arguments[0], names.flush)) return {};
  file->detached = true;
  return Ref::take(std::exchange(file->raw, kNull));
}

template <const char* const* name>
Ref ask_raw(Vm& vm, const Arguments& arguments) {
  return check_initialized(vm, self_of(arguments)) ? call_method(vm, self_of(arguments)->raw, intern(*name)) : Ref();
}
constexpr const char* kSeekable = "seekable";
constexpr const char* kIsTerminal = "isatty";
constexpr const char* kFileNumber = "fileno";

Ref readable(Vm& vm, const Arguments& arguments) {
  if (!check_initialized(vm, self_of(arguments))) return {};
  return self_of(arguments)->can_read ? call_method(vm, self_of(arguments)->raw, intern("readable")) : Ref(kFalse);
}
Ref writable(Vm& vm, const Arguments& arguments) {
  if (!check_initialized(vm, self_of(arguments))) return {};
  return self_of(arguments)->can_write ? call_method(vm, self_of(arguments)->raw, intern("writable")) : Ref(kFalse);
}

Ref enter(Vm& vm, const Arguments& arguments) {
  BufferedFile* file = self_of(arguments);
  if (!check_initialized(vm, file)) return {};
  const int closed = is_closed(vm, file->raw);
  if (closed > 0) return raise(vm, exceptions::ValueError, "I/O operation on closed file.");
  return closed ? Ref() : Ref(arguments[0]);
}

Ref iterate(Vm& vm, Value self) {
  const Value values[] = {self};
  return enter(vm, {values, 1, nullptr});
}

Ref repr_file(Vm& vm, Value self) {
  const std::string type = qualified_type_name(type_of(self));
  auto* file = self.as<BufferedFile>();
  bool failed = false;
  Ref name = file->raw.is_null() ? Ref() : get_attribute_or_null(vm, file->raw, names.plain_name, &failed);
  if (failed) return {};
  return make_str(name ? fmt::format("<{} name={}>", type, repr_utf8(vm, name)) : fmt::format("<{}>", type));
}

Ref raw_attribute(Vm& vm, Value self, Str* name) {
  return check_initialized(vm, self.as<BufferedFile>()) ? get_attribute(vm, self.as<BufferedFile>()->raw, name) : Ref();
}

Ref create(Vm&, Type* type, const Arguments&) {
  auto* file = allocate_object<BufferedFile>(type);
  file->raw = kNull;
  file->buffer.begin();
  file->position = 0;
  file->buffer_size = kDefaultSize;
  file->writes = file->can_read = file->can_write = file->detached = false;
  new (&file->lock) sim::Lock;
  return Ref::take(file);
}

bool check_raw(Vm& vm, Value raw, const char* method, const char* message) {
  const int able = answers(vm, raw, method);
  if (able == 0) return raise_unsupported(vm, message), false;
  return able > 0;
}

template <bool reads, bool writes>
bool initialize(Vm& vm, Value self, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"raw", "buffer_size"};
  Value out[2];
  const char* type = reads && writes ? "BufferedRandom" : reads ? "BufferedReader" : "BufferedWriter";
  if (!bind(vm, arguments, {type, kNames, 2, 0, 1}, out)) return false;
  int64_t size = kDefaultSize;
  if (!out[1].is_null() && !as_int64(vm, out[1], &size)) return false;
  if (size <= 0) return fail(vm, exceptions::ValueError, "buffer size must be strictly positive");
  if (reads && writes && !check_raw(vm, out[0], "seekable", "File or stream is not seekable.")) return false;
  if (reads && !check_raw(vm, out[0], "readable", "File or stream is not readable.")) return false;
  if (writes && !check_raw(vm, out[0], "writable", "File or stream is not writable.")) return false;
  auto* file = self.as<BufferedFile>();
  decref(std::exchange(file->raw, Ref(out[0]).release()));
  file->buffer_size = size;
  file->can_read = reads;
  file->can_write = writes;
  return true;
}

void destroy_buffered(Object* object) {
  auto* file = static_cast<BufferedFile*>(object);
  file->buffer.release();
  decref(std::exchange(file->raw, kNull));
  free_object(object, sizeof(BufferedFile));
}

void traverse_buffered(Object* object, Visitor& visitor) {
  if (const Value raw = static_cast<BufferedFile*>(object)->raw; !raw.is_null()) visitor.visit(raw);
}

constexpr NativeDescription kMethods[] = {
    {"read", read, {0, 1}},
    {"read1", read1, {0, 1}},
    {"peek", peek, {0, 1}},
    {"readinto", read_into<false>, {1, 1}},
    {"readinto1", read_into<true>, {1, 1}},
    {"readline", readline, {0, 1}},
    {"readlines", read_lines, {0, 1}},
    {"write", write, {1, 1}},
    {"writelines", write_lines, {1, 1}},
    {"flush", flush, {0, 0}},
    {"seek", seek, {1, 2}},
    {"tell", tell, {0, 0}},
    {"truncate", truncate, {0, 1}},
    {"close", close, {0, 0}},
    {"detach", detach, {0, 0}},
    {"readable", readable, {0, 0}},
    {"writable", writable, {0, 0}},
    {"seekable", ask_raw<&kSeekable>, {0, 0}},
    {"isatty", ask_raw<&kIsTerminal>, {0, 0}},
    {"fileno", ask_raw<&kFileNumber>, {0, 0}},
    {"__enter__", enter, {0, 0}},
    {"__exit__", leave, {0, -1}},
};
constexpr GetterDescription kGetters[] = {
    {"raw", [](Vm&, Value self) { const Value raw = self.as<BufferedFile>()->raw; return raw.is_null() ? Ref(kNone) : Ref(raw); }},
    {"closed", [](Vm& vm, Value self) { return raw_attribute(vm, self, intern("closed")); }},
    {"name", [](Vm& vm, Value self) { return raw_attribute(vm, self, names.plain_name); }},
    {"mode", [](Vm& vm, Value self) { return raw_attribute(vm, self, intern("mode")); }},
};

void define(Type& type, const char* name, bool (*initializer)(Vm&, Value, const Arguments&), const char* doc) {
  Operations operations;
  operations.destroy = destroy_buffered;
  operations.finalize = close_at_end;
  operations.traverse = traverse_buffered;
  operations.create = create;
  operations.initialize = initializer;
  operations.repr = repr_file;
  operations.iterate = iterate;
  operations.next = next_line;
  define_type(type, {.name = name, .base = nullptr, .basic_size = sizeof(BufferedFile),
                     .flags = kTracked | kHasAttributes | kSubclassable, .operations = operations, .methods = kMethods,
                     .getters = kGetters, .doc = doc});
}

// A method of somebody else's buffer that gives octets.
bool call_for_octets(Vm& vm, Value buffer, const char* method, Value size, std::string* octets) {
  Ref result = size.is_null() ? call_method(vm, buffer, intern(method)) : call_method(vm, buffer, intern(method), {size});
  if (!result) return false;
  if (!has_buffer(result))
    return fail(vm, exceptions::TypeError, "underlying {}() should have returned a bytes-like object, not '{}'", method, type_name(result));
  HeldBuffer held;
  if (!held.hold(vm, result)) return false;
  octets->assign(held.octets());
  return true;
}

}  // namespace

bool buffer_read1(Vm& vm, Value buffer, int64_t most, std::string* octets) {
  if (is_buffered(buffer)) {
    auto* file = buffer.as<BufferedFile>();
    return check_reads(vm, file, "read of") && locked(vm, file, [&] { return read_once(vm, file, most, octets); });
  }
  bool failed = false;
  const bool has_read1 = static_cast<bool>(get_attribute_or_null(vm, buffer, intern("read1"), &failed));
  return !failed && call_for_octets(vm, buffer, has_read1 ? "read1" : "read", make_int(most), octets);
}

bool buffer_read_all(Vm& vm, Value buffer, std::string* octets) {
  if (!is_buffered(buffer)) return call_for_octets(vm, buffer, "read", kNull, octets);
  auto* file = buffer.as<BufferedFile>();
  bool nothing_yet;
  if (!check_reads(vm, file, "read of") || !locked(vm, file, [&] { return read_rest(vm, file, octets, &nothing_yet); })) return false;
  return !(nothing_yet && octets->empty()) || fail(vm, exceptions::TypeError, "can't concat NoneType to bytes");
}

bool buffer_write(Vm& vm, Value buffer, std::string_view octets) {
  if (!is_buffered(buffer)) return static_cast<bool>(call_method(vm, buffer, names.write, {make_bytes(octets)}));
  auto* file = buffer.as<BufferedFile>();
  return check_open(vm, file, "write to") && locked(vm, file, [&] { return write_octets(vm, file, octets); });
}

void define_buffered_types() {
  define(buffered_reader_type, "_io.BufferedReader", initialize<true, false>, "A buffer over a readable raw stream.");
  define(buffered_writer_type, "_io.BufferedWriter", initialize<false, true>, "A buffer over a writable raw stream.");
  define(buffered_random_type, "_io.BufferedRandom", initialize<true, true>, "A buffer over a raw stream that is read and written.");
}

}  // namespace gilsim::python::io
