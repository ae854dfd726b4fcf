#include "interpreter/builtins/text_stream.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/blocking.h"
#include "interpreter/runtime/imports.h"
#include "sim/files/file_table.h"

namespace gilsim::python {

Type text_stream_type;

namespace {

constexpr int64_t kWriteNs = 250;  // TextIOWrapper.write: encoding, appending to what is pending
constexpr size_t kChunkSize = 8192;
constexpr int64_t kMostReadAtOnce = int64_t{1} << 30;

TextStream* self_of(const Arguments& arguments) { return arguments[0].as<TextStream>(); }

int descriptor_of(StreamKind kind) { return kind == StreamKind::Input ? 0 : kind == StreamKind::Output ? 1 : 2; }

const char* name_of(StreamKind kind) {
  return kind == StreamKind::Output ? "<stdout>" : kind == StreamKind::Errors ? "<stderr>" : "<stdin>";
}

bool check_open(Vm& vm, TextStream* stream) {
  if (stream->closed) raise(vm, exceptions::ValueError, "I/O operation on closed file.");
  return !stream->closed;
}

// sys.stdout.buffer: octets for the same descriptor.
Ref get_buffer(Vm& vm, Value self) {
  auto* stream = self.as<TextStream>();
  if (!stream->buffer.is_null()) return Ref(stream->buffer);
  const bool reads = stream->kind == StreamKind::Input;
  Ref module = import_module(interpreter(vm), "_io");
  Ref open = module ? get_attribute(vm, module, intern("open")) : Ref();
  if (!open) return {};
  const int number = descriptor_of(stream->kind);
  Ref buffer = call(vm, open, {make_int(number), make_str(reads ? "rb" : "wb"), Value::small(-1), kNone, kNone, kNone, kFalse});
  if (!buffer) return {};
  Ref raw = get_attribute(vm, buffer, intern("raw"));
  if (!raw || !set_attribute(vm, raw, names.plain_name, make_str(name_of(stream->kind)))) return {};
  stream->buffer = Ref(buffer).release();
  return buffer;
}

// Waits for another thread's write to end, with the GIL released.
bool take_buffer_lock(Interpreter& vm, TextStream* stream) {
  if (stream->state->lock.try_acquire(*vm.current().os_thread, vm.place_token())) return true;
  ReleasedGil released(vm);
  stream->state->lock.acquire(released.os_thread(), sim::never, 0, sim::ThreadState::DoingIo);
  return released.take_back();
}

bool fail_to_write(Vm& vm, int64_t error) {
  const char* text = error == EPIPE ? "Broken pipe" : error == EBADF ? "Bad file descriptor" : "Input/output error";
  Ref exception = call(vm, Value::of(&exceptions::OSError), {make_int(error), make_str(text)});
  if (exception) raise_exception(vm, exception);
  return false;
}

Ref write_method(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[1]))
    return raise(vm, exceptions::TypeError, "write() argument must be str, not {}", type_name(arguments[1]));
  if (self_of(arguments)->kind == StreamKind::Input) return raise(vm, exceptions::OSError, "not writable");
  if (!stream_write(vm, self_of(arguments), to_utf8(arguments[1]))) return {};
  return make_int(int64_t{arguments[1].as<Str>()->length});
}

Ref writelines(Vm& vm, const Arguments& arguments) {
  const bool written = for_each(vm, arguments[1], [&](Value line) { return write_to(vm, arguments[0], line); });
  return written ? Ref(kNone) : Ref();
}

// What the program flushes itself, somebody may be waiting for.
bool flush_through(Vm& vm, TextStream* stream) {
  if (!stream_flush(vm, stream)) return false;
  if (stream->kind == StreamKind::Output) interpreter(vm).outside().write_output("");
  return true;
}

Ref flush_method(Vm& vm, const Arguments& arguments) { return flush_through(vm, self_of(arguments)) ? Ref(kNone) : Ref(); }

Ref readline(Vm& vm, const Arguments& arguments) { return stream_read_line(vm, self_of(arguments)); }

Ref read(Vm& vm, const Arguments& arguments) {
  Ref all(names.empty);
  for (;;) {
    Ref line = stream_read_line(vm, self_of(arguments));
    if (!line || line.as<Str>()->length == 0) return line ? all : Ref();
    all = str_concatenate(vm, all, line);
    if (!all) return {};
  }
}

Ref readlines(Vm& vm, const Arguments& arguments) { return to_list(vm, arguments[0]); }

Ref next_line(Vm& vm, Value self) {
  Ref line = stream_read_line(vm, self.as<TextStream>());
  return line && line.as<Str>()->length == 0 ? Ref() : line;
}

Ref close_method(Vm& vm, const Arguments& arguments) {
  if (!stream_flush(vm, self_of(arguments))) return {};
  self_of(arguments)->closed = true;
  return kNone;
}

Ref fileno(Vm&, const Arguments& arguments) {
  return Value::small(descriptor_of(self_of(arguments)->kind));
}

Ref always_true(Vm&, const Arguments&) { return kTrue; }
Ref readable(Vm&, const Arguments& arguments) { return Value::of(self_of(arguments)->kind == StreamKind::Input); }
Ref writable(Vm&, const Arguments& arguments) { return Value::of(self_of(arguments)->kind != StreamKind::Input); }
Ref return_none(Vm&, const Arguments&) { return kNone; }

Ref repr_stream(Vm&, Value self) {
  const StreamKind kind = self.as<TextStream>()->kind;
  return make_str(fmt::format("<_io.TextIOWrapper name='{}' mode='{}' encoding='utf-8'>", name_of(kind), kind == StreamKind::Input ? "r" : "w"));
}

void destroy_stream(Object* object) {
  decref(std::exchange(static_cast<TextStream*>(object)->buffer, kNull));
  free_object(object, sizeof(TextStream));
}

const NativeDescription kMethods[] = {
    {"write", write_method, {1, 1}},     {"writelines", writelines, {1, 1}}, {"flush", flush_method, {0, 0}},
    {"readline", readline, {0, 1}},      {"read", read, {0, 1}},             {"readlines", readlines, {0, 1}},
    {"close", close_method, {0, 0}},     {"fileno", fileno, {0, 0}},         {"isatty", always_true, {0, 0}},
    {"readable", readable, {0, 0}},      {"writable", writable, {0, 0}},     {"reconfigure", return_none, kAny},
};
const GetterDescription kGetters[] = {
    {"encoding", [](Vm&, Value) { return make_str("utf-8"); }},
    {"buffer", get_buffer},
    {"errors", [](Vm&, Value) { return make_str("strict"); }},
    {"name", [](Vm&, Value self) { return make_str(name_of(self.as<TextStream>()->kind)); }},
    {"closed", [](Vm&, Value self) { return Ref(Value::of(self.as<TextStream>()->closed)); }},
    {"line_buffering", [](Vm&, Value) { return Ref(kTrue); }},
    {"newlines", [](Vm&, Value) { return Ref(kNone); }},
};

}  // namespace

Ref make_text_stream(Interpreter& vm, StreamKind kind) {
  auto* stream = allocate_object<TextStream>(&text_stream_type);
  stream->kind = kind;
  stream->closed = false;
  stream->buffer = kNull;
  const char* label = kind == StreamKind::Output ? "stdout" : kind == StreamKind::Errors ? "stderr" : "stdin";
  const sim::LabelId id = vm.computer().record().label(label);
  auto state = std::make_shared<StreamState>(id);
  stream->state = state.get();
  if (!vm.files().find(descriptor_of(kind))) vm.files().add(sim::make_in_shared_memory<Terminal>(vm.computer(), vm.outside(), kind, id));
  state->is_terminal = vm.files().find(descriptor_of(kind))->is_terminal();
  vm.keep(std::move(state));
  return Ref::take(stream);
}

bool stream_write(Vm& vm, TextStream* stream, std::string_view text) {
  if (!check_open(vm, stream)) return false;
  vm.charge(kWriteNs + static_cast<int64_t>(text.size()));
  stream->state->pending.append(text);
  const bool flushes = stream->kind == StreamKind::Errors || (stream->state->is_terminal && text.find('\n') != std::string_view::npos) || stream->state->pending.size() >= kChunkSize;
  return !flushes || stream_flush(vm, stream);
}

bool stream_flush(Vm& any_vm, TextStream* stream) {
  Interpreter& vm = interpreter(any_vm);
  if (!check_open(vm, stream)) return false;
  if (!stream->buffer.is_null() && stream->kind != StreamKind::Input && !call_method(vm, Ref(stream->buffer), names.flush)) return false;
  if (stream->state->pending.empty()) return true;
  const std::string bytes = std::exchange(stream->state->pending, {});
  Ref keep(stream);
  if (!take_buffer_lock(vm, stream)) return false;
  int64_t written = 0;
  {
    ReleasedGil released(vm);
    if (!vm.computer().ending()) {
      const auto file = vm.files().find(descriptor_of(stream->kind));
      written = file ? file->write(released.os_thread(), bytes, -1) : -EBADF;
      stream->state->lock.release(vm.computer());
    }
    if (!released.take_back()) return false;
  }
  return written >= 0 || fail_to_write(vm, -written);
}

Ref stream_read_line(Vm& any_vm, TextStream* stream) {
  Interpreter& vm = interpreter(any_vm);
  if (stream->kind != StreamKind::Input) return raise(vm, exceptions::OSError, "not readable");
  std::string& unread = stream->state->unread;
  size_t end = unread.find('\n');
  for (bool more = end == std::string::npos; more;) {
    ReleasedGil released(vm);
    const auto file = vm.computer().ending() ? nullptr : vm.files().find(0);
    std::string octets;
    const int64_t count = file ? file->read(released.os_thread(), kMostReadAtOnce, -1, &octets) : 0;
    if (!released.take_back() || (count == -EINTR && !handle_signals(vm))) return {};
    unread += octets;
    end = unread.find('\n');
    more = count == -EINTR || (count > 0 && end == std::string::npos && !file->is_terminal());
  }
  std::string line = unread.substr(0, end == std::string::npos ? end : end + 1);
  unread.erase(0, line.size());
  return make_str(line);
}

bool write_to(Vm& vm, Value file, Value text) {
  if (file.is_object() && file.object()->type == &text_stream_type && is_str(text))
    return stream_write(vm, file.as<TextStream>(), to_utf8(text));
  return static_cast<bool>(call_method(vm, file, names.write, {text}));
}

bool flush_file(Vm& vm, Value file) {
  if (file.is_object() && file.object()->type == &text_stream_type) return flush_through(vm, file.as<TextStream>());
  return static_cast<bool>(call_method(vm, file, names.flush));
}

Value current_stream(Vm& vm, StreamKind kind) {
  Module* sys = interpreter(vm).sys_module;
  if (!sys) return kNull;
  Str* name = kind == StreamKind::Output ? names.stdout : kind == StreamKind::Errors ? names.stderr : names.stdin;
  const Value stream = dict_get_str(sys->dictionary, name);
  return stream.is_none() ? kNull : stream;
}

void define_text_stream_type() {
  Operations operations;
  operations.destroy = destroy_stream;
  operations.repr = repr_stream;
  operations.iterate = iterate_self;
  operations.next = next_line;
  define_type(text_stream_type, {.name = "_io.TextIOWrapper", .base = nullptr, .basic_size = sizeof(TextStream),
                                 .flags = kHasAttributes, .operations = operations, .methods = kMethods, .getters = kGetters});
}

}  // namespace gilsim::python
