// zlib: compressing.
#include "interpreter/modules/zlib/stream.h"
#include "interpreter/modules/zlib/zlib_objects.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"
#include "sim/lock.h"

namespace gilsim::python {

namespace {

constexpr int64_t kNewStreamNs = 900;  // 256 KiB of tables are set up

struct Compress : Object {
  z_stream stream;
  sim::Lock lock;  // one call at a time: the GIL is released in the middle
  int level;
  bool is_open;
};
Type compress_type;

int run_deflate(z_stream* stream, int flush) {
  return deflate(stream, flush);
}

void destroy_compress(Object* object) {
  auto* self = static_cast<Compress*>(object);
  if (self->is_open) deflateEnd(&self->stream);
  self->lock.~Lock();
  free_object(object, sizeof(Compress));
}

Compress* new_compress(int level) {
  auto* self = allocate_object<Compress>(&compress_type);
  new (&self->lock) sim::Lock;
  prepare_stream(&self->stream);
  self->level = level;
  self->is_open = false;
  return self;
}

// Holds the lock of a stream; the GIL is given away while another thread has it.
class StreamUse {
 public:
  StreamUse(Vm& vm, sim::Lock& lock) : vm_(vm), lock_(lock) {
    sim::Thread& thread = *vm.thread->os_thread;
    taken_ = lock.try_acquire(thread);
    if (taken_) return;
    ReleasedGil released(vm);
    const bool woken = lock.acquire(thread) == sim::WakeReason::Woken;
    taken_ = released.take_back() && woken;
  }
  ~StreamUse() {
    if (taken_) lock_.release(interpreter(vm_).computer());
  }
  explicit operator bool() const { return taken_; }

 private:
  Vm& vm_;
  sim::Lock& lock_;
  bool taken_;
};

// deflate until all is out; null with an exception pending.
Ref drive(Vm& vm, Compress* self, std::string_view input, int flush, const char* what) {
  Ref keep(self);
  std::string output;
  int status = Z_OK;
  StreamUse use(vm, self->lock);
  if (!use) return {};
  // A stream that has ended is not looked at any more.
  if (!self->is_open) return raise_zlib_error(vm, self->stream, Z_STREAM_ERROR, what);
  StreamRun run{vm, self->stream, run_deflate, deflate_cost_ns, self->level};
  if (!run.run(input, flush, &output, &status)) return {};
  if (status == Z_STREAM_END)
    self->is_open = (deflateEnd(&self->stream), false);
  else if (status != Z_OK && status != Z_BUF_ERROR)
    return raise_zlib_error(vm, self->stream, status, what);
  return make_bytes(output);
}

Ref compress(Vm& vm, const Arguments& arguments) {
  HeldBuffer held;
  if (!held.hold(vm, arguments[1])) return {};
  return drive(vm, arguments[0].as<Compress>(), held.octets(), Z_NO_FLUSH, "while compressing data");
}

Ref flush(Vm& vm, const Arguments& arguments) {
  int64_t mode = Z_FINISH;
  if (arguments.size() > 1 && !as_int64(vm, arguments[1], &mode)) return {};
  if (mode == Z_NO_FLUSH) return make_bytes("");
  return drive(vm, arguments[0].as<Compress>(), {}, static_cast<int>(mode), "while flushing");
}

Ref copy(Vm& vm, const Arguments& arguments) {
  auto* self = arguments[0].as<Compress>();
  if (!self->is_open) return raise(vm, exceptions::ValueError, "Inconsistent stream state");
  auto* other = new_compress(self->level);
  Ref result = Ref::take(other);
  vm.charge(kNewStreamNs);
  if (deflateCopy(&other->stream, &self->stream) != Z_OK)
    return raise(vm, exceptions::MemoryError, "Can't allocate memory for compression object");
  other->is_open = true;
  return result;
}

bool read_options(Vm& vm, const Value* values, int count, int64_t* const* numbers) {
  for (int i = 0; i < count; ++i)
    if (!values[i].is_null() && !as_int64(vm, values[i], numbers[i])) return false;
  return true;
}

constexpr NativeDescription kMethods[] = {
    {"compress", compress, {1, 1}, "Returns a bytes object containing compressed data."},
    {"flush", flush, {0, 1}, "Return a bytes object containing any remaining compressed data."},
    {"copy", copy, {0, 0}, "Return a copy of the compression object."},
    {"__copy__", copy, {0, 0}},
    {"__deepcopy__", copy, {1, 1}},
};

}  // namespace

Ref zlib_compress(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"", "level", "wbits"};
  Value out[3];
  int64_t level = Z_DEFAULT_COMPRESSION, wbits = MAX_WBITS;
  int64_t* const numbers[] = {&level, &wbits};
  if (!bind(vm, arguments,
            {.function = "compress", .names = kNames, .count = 3, .positional_only = 1, .required = 1}, out))
    return {};
  HeldBuffer held;
  if (!held.hold(vm, out[0]) || !read_options(vm, out + 1, 2, numbers)) return {};
  auto* self = new_compress(static_cast<int>(level));
  Ref keep = Ref::take(self);
  vm.charge(kNewStreamNs);
  if (deflateInit2(&self->stream, static_cast<int>(level), Z_DEFLATED, static_cast<int>(wbits), 8,
                   Z_DEFAULT_STRATEGY) != Z_OK)
    return raise(vm, zlib_error_type, "Bad compression level");
  self->is_open = true;
  return drive(vm, self, held.octets(), Z_FINISH, "while compressing data");
}

Ref zlib_compressobj(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"level", "method", "wbits", "memLevel", "strategy", "zdict"};
  Value out[6];
  int64_t level = Z_DEFAULT_COMPRESSION, method = Z_DEFLATED, wbits = MAX_WBITS, memory = 8,
          strategy = Z_DEFAULT_STRATEGY;
  int64_t* const numbers[] = {&level, &method, &wbits, &memory, &strategy};
  if (!bind(vm, arguments, {.function = "compressobj", .names = kNames, .count = 6}, out) ||
      !read_options(vm, out, 5, numbers))
    return {};
  HeldBuffer dictionary;
  if (!out[5].is_null() && !dictionary.hold(vm, out[5])) return {};
  auto* self = new_compress(static_cast<int>(level));
  Ref result = Ref::take(self);
  vm.charge(kNewStreamNs);
  if (deflateInit2(&self->stream, static_cast<int>(level), static_cast<int>(method), static_cast<int>(wbits),
                   static_cast<int>(memory), static_cast<int>(strategy)) != Z_OK)
    return raise(vm, exceptions::ValueError, "Invalid initialization option");
  self->is_open = true;
  const auto* octets = reinterpret_cast<const Bytef*>(dictionary.data());
  if (octets && deflateSetDictionary(&self->stream, octets, static_cast<uInt>(dictionary.size())) != Z_OK)
    return raise(vm, exceptions::ValueError, "Invalid dictionary");
  return result;
}

void define_compress_type() {
  define_type(compress_type, {.name = "zlib.Compress",
                              .base = nullptr,
                              .basic_size = sizeof(Compress),
                              .flags = kImmutable,
                              .operations = {.destroy = destroy_compress},
                              .methods = kMethods});
  compress_type.operations.create = nullptr;
}

}  // namespace gilsim::python
