// zlib: decompressing.
#include "interpreter/modules/zlib/stream.h"
#include "interpreter/modules/zlib/zlib_objects.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/members.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

constexpr int64_t kNewStreamNs = 80;

struct Decompress : Object {
  z_stream stream;
  Value unused_data, unconsumed_tail, dictionary;  // owned; the dictionary may be null
  bool at_end;
  bool is_open;
};
Type decompress_type;

int run_inflate(z_stream* stream, int flush) {
  return inflate(stream, flush);
}
int64_t cost_of_inflate(int, int64_t consumed, int64_t produced) {
  return inflate_cost_ns(consumed, produced);
}

void destroy_decompress(Object* object) {
  auto* self = static_cast<Decompress*>(object);
  if (self->is_open) inflateEnd(&self->stream);
  for (Value* value : {&self->unused_data, &self->unconsumed_tail, &self->dictionary})
    decref(std::exchange(*value, kNull));
  free_object(object, sizeof(Decompress));
}

Decompress* new_decompress() {
  auto* self = allocate_object<Decompress>(&decompress_type);
  prepare_stream(&self->stream);
  self->unused_data = make_bytes("").release();
  self->unconsumed_tail = make_bytes("").release();
  self->dictionary = kNull;
  self->at_end = self->is_open = false;
  return self;
}

bool set_dictionary(Vm& vm, Decompress* self) {
  HeldBuffer held;
  if (!held.hold(vm, self->dictionary)) return false;
  const int status = inflateSetDictionary(&self->stream, reinterpret_cast<const Bytef*>(held.data()),
                                          static_cast<uInt>(held.size()));
  return status == Z_OK || (raise_zlib_error(vm, self->stream, status, "while setting zdict"), false);
}

// inflate, with the dictionary when the stream asks for it. `input` is what remains of it afterwards. False:
// an exception is pending or the run is ending.
bool drive(Vm& vm, Decompress* self, std::string_view* input, int flush, int64_t most, std::string* output,
           int* status) {
  while (true) {
    StreamRun run{vm, self->stream, run_inflate, cost_of_inflate, 0, most};
    if (!run.run(*input, flush, output, status)) return false;
    const size_t left = self->stream.avail_in;
    *input = input->substr(input->size() - left);
    if (*status != Z_NEED_DICT || self->dictionary.is_null()) return true;
    if (!set_dictionary(vm, self)) return false;
  }
}

// Where what the stream did not take goes: behind its end into unused_data, else into unconsumed_tail.
void keep_rest(Decompress* self, std::string_view rest, int status) {
  if (status == Z_STREAM_END) {
    self->at_end = true;
    replace(self->unused_data, make_bytes(std::string(bytes_view(self->unused_data)).append(rest)));
    rest = {};
  }
  replace(self->unconsumed_tail, make_bytes(rest));
}

Ref decompress(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"", "max_length"};
  Value out[2];
  int64_t most = 0;
  HeldBuffer held;
  if (!bind(vm, arguments.without_first(),
            {.function = "decompress", .names = kNames, .count = 2, .positional_only = 1, .required = 1},
            out))
    return {};
  if (!held.hold(vm, out[0]) || (!out[1].is_null() && !as_int64(vm, out[1], &most))) return {};
  if (most < 0) return raise(vm, exceptions::ValueError, "max_length must be non-negative");
  auto* self = arguments[0].as<Decompress>();
  if (self->at_end) return raise_zlib_error(vm, self->stream, Z_STREAM_ERROR, "while decompressing data");
  std::string output;
  std::string_view input = held.octets();
  int status = Z_OK;
  if (!drive(vm, self, &input, Z_SYNC_FLUSH, most ? most : -1, &output, &status)) return {};
  if (status != Z_STREAM_END && status != Z_OK && status != Z_BUF_ERROR)
    return raise_zlib_error(vm, self->stream, status, "while decompressing data");
  keep_rest(self, input, status);
  return make_bytes(output);
}

Ref flush(Vm& vm, const Arguments& arguments) {
  int64_t length = 1;
  if (arguments.size() > 1 && !as_int64(vm, arguments[1], &length)) return {};
  if (length <= 0) return raise(vm, exceptions::ValueError, "length must be greater than zero");
  auto* self = arguments[0].as<Decompress>();
  if (self->at_end) return make_bytes("");
  const std::string tail(bytes_view(self->unconsumed_tail));
  std::string output;
  std::string_view input = tail;
  int status = Z_OK;
  if (!drive(vm, self, &input, Z_FINISH, -1, &output, &status)) return {};
  if (status != Z_STREAM_END && status != Z_OK && status != Z_BUF_ERROR)
    return raise_zlib_error(vm, self->stream, status, "while decompressing data");
  keep_rest(self, input, status);
  return make_bytes(output);
}

Ref copy(Vm& vm, const Arguments& arguments) {
  auto* self = arguments[0].as<Decompress>();
  if (self->at_end) return raise(vm, exceptions::ValueError, "Inconsistent stream state");
  auto* other = new_decompress();
  Ref result = Ref::take(other);
  if (inflateCopy(&other->stream, &self->stream) != Z_OK)
    return raise(vm, exceptions::MemoryError, "Can't allocate memory for decompression object");
  other->is_open = true;
  replace(other->unused_data, Ref(self->unused_data));
  replace(other->unconsumed_tail, Ref(self->unconsumed_tail));
  incref(other->dictionary = self->dictionary);
  return result;
}

Ref get_unused_data(Vm&, Value self) {
  return self.as<Decompress>()->unused_data;
}
Ref get_unconsumed_tail(Vm&, Value self) {
  return self.as<Decompress>()->unconsumed_tail;
}
Ref get_at_end(Vm&, Value self) {
  return Value::of(self.as<Decompress>()->at_end);
}

constexpr NativeDescription kMethods[] = {
    {"decompress", decompress, kAny,
     "Return a bytes object containing the decompressed version of the data."},
    {"flush", flush, {0, 1}, "Return a bytes object containing any remaining decompressed data."},
    {"copy", copy, {0, 0}, "Return a copy of the decompression object."},
    {"__copy__", copy, {0, 0}},
    {"__deepcopy__", copy, {1, 1}},
};
constexpr GetterDescription kGetters[] = {
    {"unused_data", get_unused_data}, {"unconsumed_tail", get_unconsumed_tail}, {"eof", get_at_end}};

}  // namespace

Ref zlib_decompress(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"", "wbits", "bufsize"};
  Value out[3];
  int64_t wbits = MAX_WBITS, size = 1;
  HeldBuffer held;
  if (!bind(vm, arguments,
            {.function = "decompress", .names = kNames, .count = 3, .positional_only = 1, .required = 1},
            out))
    return {};
  if (!held.hold(vm, out[0]) || (!out[1].is_null() && !as_int64(vm, out[1], &wbits)) ||
      (!out[2].is_null() && !as_int64(vm, out[2], &size)))
    return {};
  if (size < 0) return raise(vm, exceptions::ValueError, "bufsize must be non-negative");
  auto* self = new_decompress();
  Ref keep = Ref::take(self);
  vm.charge(kNewStreamNs);
  int status = inflateInit2(&self->stream, static_cast<int>(wbits));
  if (status != Z_OK) return raise_zlib_error(vm, self->stream, status, "while preparing to decompress data");
  self->is_open = true;
  std::string output;
  std::string_view input = held.octets();
  if (!drive(vm, self, &input, Z_SYNC_FLUSH, -1, &output, &status)) return {};
  if (status == Z_STREAM_END) return make_bytes(output);
  return raise_zlib_error(vm, self->stream, status == Z_OK ? Z_BUF_ERROR : status,
                          "while decompressing data");
}

Ref zlib_decompressobj(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"wbits", "zdict"};
  Value out[2];
  int64_t wbits = MAX_WBITS;
  if (!bind(vm, arguments, {.function = "decompressobj", .names = kNames, .count = 2}, out)) return {};
  if (!out[0].is_null() && !as_int64(vm, out[0], &wbits)) return {};
  if (!out[1].is_null() && !has_buffer(out[1]))
    return raise(vm, exceptions::TypeError, "zdict argument must support the buffer protocol");
  auto* self = new_decompress();
  Ref result = Ref::take(self);
  vm.charge(kNewStreamNs);
  if (inflateInit2(&self->stream, static_cast<int>(wbits)) != Z_OK)
    return raise(vm, exceptions::ValueError, "Invalid initialization option");
  self->is_open = true;
  incref(self->dictionary = out[1]);
  // A stream without a header has no way to ask for its dictionary.
  return out[1].is_null() || wbits >= 0 || set_dictionary(vm, self) ? result : Ref();
}

void define_decompress_type() {
  define_type(decompress_type, {.name = "zlib.Decompress",
                                .base = nullptr,
                                .basic_size = sizeof(Decompress),
                                .flags = kImmutable,
                                .operations = {.destroy = destroy_decompress},
                                .methods = kMethods,
                                .getters = kGetters});
  decompress_type.operations.create = nullptr;
}

}  // namespace gilsim::python
