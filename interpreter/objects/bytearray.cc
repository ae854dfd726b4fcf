// The type bytearray: bytes that can change.
#include <algorithm>
#include <cstring>
#include <vector>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes_methods.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

Type bytearray_type;

namespace {

ByteArray* self_of(const Arguments& arguments) { return arguments[0].as<ByteArray>(); }

void destroy_bytearray(Object* object) {
  auto* array = static_cast<ByteArray*>(object);
  if (array->data) heap.free(array->data, static_cast<size_t>(array->capacity));
  free_object(object, sizeof(ByteArray));
}

Ref repr_bytearray(Vm& vm, Value self) {
  vm.charge(self.as<ByteArray>()->size);
  std::string octets = bytes_repr(bytes_view(self));
  // Unlike in bytes, an apostrophe is escaped also between double quotes.
  if (octets[1] == '"')
    for (size_t at = 0; (at = octets.find('\'', at)) != std::string::npos; at += 2) octets.insert(at, "\\");
  return make_ascii_str("bytearray(" + octets + ")");
}

Ref create_bytearray(Vm&, Type* type, const Arguments&) {
  auto* array = allocate_object<ByteArray>(type);
  array->data = nullptr;
  array->size = array->capacity = array->exports = 0;
  return Ref::take(array);
}

// Replaces `count` octets from `at` on.
bool splice(Vm& vm, ByteArray* array, int64_t at, int64_t count, std::string_view octets) {
  int64_t old_size = array->size, change = static_cast<int64_t>(octets.size()) - count;
  int64_t tail = old_size - at - count;
  if (change != 0 && !check_resizable(vm, array)) return false;
  if (change > 0 && !bytearray_resize(vm, array, old_size + change)) return false;
  if (tail > 0)
    std::memmove(array->data + at + octets.size(), array->data + at + count, static_cast<size_t>(tail));
  if (!octets.empty()) std::memcpy(array->data + at, octets.data(), octets.size());
  array->size = old_size + change;
  vm.charge((tail + static_cast<int64_t>(octets.size())) / 8);
  return true;
}

bool initialize_bytearray(Vm& vm, Value self, const Arguments& arguments) {
  Ref octets = octets_of_arguments(vm, arguments, "bytearray");
  return octets && splice(vm, self.as<ByteArray>(), 0, self.as<ByteArray>()->size, bytes_view(octets));
}

bool set_slice(Vm& vm, ByteArray* array, const Slice* slice, Value value) {
  std::string octets;
  if (!value.is_null()) {
    Ref source = bytes_of(vm, value);
    if (!source) return false;
    octets = bytes_view(source);
  }
  SlicePositions positions;
  if (!read_slice(vm, slice, &positions)) return false;
  fit_slice(&positions, array->size);
  if (positions.step == 1) return splice(vm, array, positions.start, positions.count, octets);
  if (value.is_null()) {
    if (positions.count && !check_resizable(vm, array)) return false;
    std::vector<bool> dropped(static_cast<size_t>(array->size));
    for (int64_t i = 0; i < positions.count; ++i)
      dropped[static_cast<size_t>(positions.start + i * positions.step)] = true;
    int64_t kept = 0;
    for (int64_t i = 0; i < array->size; ++i)
      if (!dropped[static_cast<size_t>(i)]) array->data[kept++] = array->data[i];
    array->size = kept;
    return true;
  }
  if (static_cast<int64_t>(octets.size()) != positions.count) {
    (void)raise(vm, exceptions::ValueError, "attempt to assign bytes of size {} to extended slice of size {}",
                octets.size(), positions.count);
    return false;
  }
  for (int64_t i = 0; i < positions.count; ++i)
    array->data[positions.start + i * positions.step] = octets[static_cast<size_t>(i)];
  return true;
}

bool set_bytearray_item(Vm& vm, Value self, Value key, Value value) {
  auto* array = self.as<ByteArray>();
  if (is_slice(key)) return set_slice(vm, array, key.as<Slice>(), value);
  if (!is_index(key)) {
    (void)raise(vm, exceptions::TypeError, "bytearray indices must be integers or slices, not {}",
                type_name(key));
    return false;
  }
  int64_t position;
  char octet = 0;
  if (!as_index(vm, key, &position)) return false;
  if (!value.is_null() && !read_octet(vm, value, &octet)) return false;
  if (position < 0) position += array->size;
  if (position < 0 || position >= array->size)
    return (void)raise(vm, exceptions::IndexError, "bytearray index out of range"), false;
  if (value.is_null()) return splice(vm, array, position, 1, "");
  array->data[position] = octet;
  return true;
}

Ref extend_in_place(Vm& vm, Value self, Value other) {
  std::string octets;
  if (!has_buffer(other))
    return raise(vm, exceptions::TypeError, "can't concat {} to bytearray", type_name(other));
  if (!read_octets(vm, other, &octets)) return {};
  return splice(vm, self.as<ByteArray>(), self.as<ByteArray>()->size, 0, octets) ? Ref(self) : Ref();
}

Ref append(Vm& vm, const Arguments& arguments) {
  char octet;
  if (!read_octet(vm, arguments[1], &octet)) return {};
  return splice(vm, self_of(arguments), self_of(arguments)->size, 0, {&octet, 1}) ? Ref(kNone) : Ref();
}

Ref extend(Vm& vm, const Arguments& arguments) {
  Value source = arguments[1];
  Ref octets = is_str(source) ? raise(vm, exceptions::TypeError, "expected iterable of integers; got: 'str'")
                              : bytes_of(vm, source);
  return octets &&
                 splice(vm, self_of(arguments), self_of(arguments)->size, 0, std::string(bytes_view(octets)))
             ? Ref(kNone)
             : Ref();
}

Ref insert(Vm& vm, const Arguments& arguments) {
  int64_t position;
  char octet;
  if (!as_int64_clamped(vm, arguments[1], &position) || !read_octet(vm, arguments[2], &octet)) return {};
  auto* array = self_of(arguments);
  if (position < 0) position = std::max<int64_t>(0, position + array->size);
  return splice(vm, array, std::min(position, array->size), 0, {&octet, 1}) ? Ref(kNone) : Ref();
}

Ref pop(Vm& vm, const Arguments& arguments) {
  int64_t position = -1;
  if (arguments.size() > 1 && !as_index(vm, arguments[1], &position)) return {};
  auto* array = self_of(arguments);
  if (array->size == 0) return raise(vm, exceptions::IndexError, "pop from empty bytearray");
  if (position < 0) position += array->size;
  if (position < 0 || position >= array->size)
    return raise(vm, exceptions::IndexError, "pop index out of range");
  Ref octet = make_int(static_cast<int64_t>(static_cast<unsigned char>(array->data[position])));
  return splice(vm, array, position, 1, "") ? octet : Ref();
}

Ref remove(Vm& vm, const Arguments& arguments) {
  char octet;
  if (!read_octet(vm, arguments[1], &octet)) return {};
  size_t at = bytes_view(arguments[0]).find(octet);
  if (at == std::string_view::npos) return raise(vm, exceptions::ValueError, "value not found in bytearray");
  return splice(vm, self_of(arguments), static_cast<int64_t>(at), 1, "") ? Ref(kNone) : Ref();
}

Ref clear(Vm& vm, const Arguments& arguments) { return bytearray_resize(vm, self_of(arguments), 0) ? Ref(kNone) : Ref(); }
Ref reverse(Vm&, const Arguments& arguments) {
  auto* array = self_of(arguments);
  std::reverse(array->data, array->data + array->size);
  return kNone;
}
Ref copy(Vm&, const Arguments& arguments) { return make_bytearray(bytes_view(arguments[0])); }

Ref from_hex(Vm& vm, const Arguments& arguments) {
  Ref octets = call_method(vm, Value::of(&bytes_type), intern("fromhex"), {arguments[1]});
  return octets ? call(vm, arguments[0], {octets}) : Ref();
}

bool export_bytearray(Vm&, Value self, Buffer* out) {
  auto* array = self.as<ByteArray>();
  static char nothing;  // an address for what is empty
  *out = {.data = array->data ? array->data : &nothing, .size = array->size, .read_only = false, .exports = &array->exports};
  return true;
}

constexpr NativeDescription kOwnMethods[] = {
    {"append", append, {1, 1}},   {"extend", extend, {1, 1}}, {"insert", insert, {2, 2}},
    {"pop", pop, {0, 1}},         {"remove", remove, {1, 1}}, {"clear", clear, {0, 0}},
    {"reverse", reverse, {0, 0}}, {"copy", copy, {0, 0}},
};
constexpr NativeDescription kClassMethods[] = {{"fromhex", from_hex, {1, 1}}};

}  // namespace

void define_bytearray_type() {
  Operations operations{.destroy = destroy_bytearray,
                        .repr = repr_bytearray,
                        .compare = compare_bytes,
                        .truth = truth_of_bytes,
                        .create = create_bytearray,
                        .initialize = initialize_bytearray,
                        .iterate = iterate_bytes,
                        .length = length_of_bytes,
                        .get_item = get_bytes_item,
                        .set_item = set_bytearray_item,
                        .contains = bytes_contain,
                        .buffer = export_bytearray};
  operations.binary[static_cast<int>(Binary::Add)] = concatenate_bytes;
  operations.binary[static_cast<int>(Binary::Multiply)] = repeat_bytes;
  operations.binary[static_cast<int>(Binary::Remainder)] = format_bytes;
  operations.in_place[static_cast<int>(Binary::Add)] = extend_in_place;
  static std::vector<NativeDescription> methods;  // shared ones and its own; descriptors point into it
  methods = bytes_methods();
  methods.insert(methods.end(), std::begin(kOwnMethods), std::end(kOwnMethods));
  define_type(bytearray_type, {.name = "bytearray",
                               .base = nullptr,
                               .basic_size = sizeof(ByteArray),
                               .flags = kSubclassable | kUnhashable | kImmutable,
                               .operations = operations,
                               .methods = methods,
                               .class_methods = kClassMethods,
                               .static_methods = bytes_static_methods(),
                               .doc = "A row of octets that can change."});
}

}  // namespace gilsim::python
