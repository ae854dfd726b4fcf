// The type bytes, and the operations that it shares with bytearray.
#include <algorithm>
#include <cstring>
#include <vector>

#include "interpreter/objects/bytes_methods.h"
#include "interpreter/objects/codec.h"
#include "interpreter/objects/comparison.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/memory_view.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/siphash.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

Type bytes_type;

Ref concatenate_bytes(Vm& vm, Value left, Value right) {
  if (!is_bytes_like(left)) return kNotImplemented;
  if (!has_buffer(right)) {
    if (!is_str(right) && has_flag(type_of(right), kHeapType)) return kNotImplemented;
    return raise(vm, exceptions::TypeError, "can't concat {} to {}", type_name(right), type_name(left));
  }
  HeldBuffer held;
  if (!held.hold(vm, right)) return {};
  auto a = bytes_view(left), b = held.octets();
  if (heap.refuses(a.size() + b.size())) return raise(vm, exceptions::MemoryError);
  vm.charge(static_cast<int64_t>(a.size() + b.size()) / 8);
  return make_like(left, std::string(a).append(b));
}

Ref repeat_bytes(Vm& vm, Value left, Value right) {
  Value octets = is_bytes_like(left) ? left : right, count = is_bytes_like(left) ? right : left;
  if (!is_bytes_like(octets)) return kNotImplemented;
  if (!is_int(count) && !type_of(count)->operations.index) return refuse_repetition(vm, count, repeat_bytes);
  int64_t times;
  auto text = bytes_view(octets);
  if (!read_repetitions(vm, count, static_cast<int64_t>(text.size()), 1, &times)) return {};
  std::string result;
  result.reserve(text.size() * static_cast<size_t>(times));
  if (text.size() == 1) result.assign(static_cast<size_t>(times), text[0]);
  else for (int64_t i = 0; i < times && !text.empty(); ++i) result += text;
  vm.charge(static_cast<int64_t>(result.size()) / 8);
  return make_like(octets, result);
}

Ref compare_bytes(Vm& vm, Value self, Value other, CompareOperator op) {
  HeldBuffer held;
  if (!is_bytes_like(self) || !has_buffer(other) || (is_bytes(self) && !is_bytes_like(other))) return kNotImplemented;
  if (!held.hold(vm, other)) return clear_pending(vm), kNotImplemented;
  auto a = bytes_view(self), b = held.octets();
  vm.charge(static_cast<int64_t>(std::min(a.size(), b.size())) / 8);
  int order = a.compare(b);
  return Value::of(holds(order, 0, op));
}

int bytes_contain(Vm& vm, Value self, Value item) {
  std::string wanted;
  if (is_int(item) || type_of(item)->operations.index) {
    char octet;
    if (!read_octet(vm, item, &octet)) return -1;
    wanted.assign(1, octet);
  } else if (!read_octets(vm, item, &wanted)) {
    return -1;
  }
  return bytes_view(self).find(wanted) != std::string_view::npos;
}

Ref get_bytes_item(Vm& vm, Value self, Value key) {
  if (is_slice(key)) {
    SlicePositions positions;
    if (!read_slice(vm, key.as<Slice>(), &positions)) return {};
    auto text = bytes_view(self);
    fit_slice(&positions, static_cast<int64_t>(text.size()));
    if (positions.step == 1)
      return make_like(self, text.substr(static_cast<size_t>(positions.count ? positions.start : 0),
                                         static_cast<size_t>(positions.count)));
    std::string result;
    for (int64_t i = 0; i < positions.count; ++i)
      result += text[static_cast<size_t>(positions.start + i * positions.step)];
    return make_like(self, result);
  }
  if (!is_index(key))
    return raise(vm, exceptions::TypeError, "{} indices must be integers or slices, not {}",
                 is_bytearray(self) ? "bytearray" : "byte", type_name(key));
  int64_t position;
  if (!as_index(vm, key, &position)) return {};
  auto text = bytes_view(self);
  if (position < 0) position += static_cast<int64_t>(text.size());
  if (position < 0 || position >= static_cast<int64_t>(text.size()))
    return raise(vm, exceptions::IndexError, "{}index out of range", is_bytearray(self) ? "bytearray " : "");
  return make_int(static_cast<int64_t>(static_cast<unsigned char>(text[static_cast<size_t>(position)])));
}

int64_t length_of_bytes(Vm&, Value self) { return static_cast<int64_t>(bytes_view(self).size()); }
int truth_of_bytes(Vm&, Value self) { return !bytes_view(self).empty(); }

Ref octets_of_arguments(Vm& vm, const Arguments& arguments, const char* name) {
  static constexpr const char* kNames[] = {"source", "encoding", "errors"};
  Value out[3];
  if (!bind(vm, arguments, {.function = name, .names = kNames, .count = 3}, out)) return {};
  Value source = out[0];
  if (!source.is_null() && is_str(source)) {
    if (out[1].is_null()) return raise(vm, exceptions::TypeError, "string argument without an encoding");
    return encode(vm, source.as<Str>(), out[1], out[2]);
  }
  if (!out[1].is_null()) return raise(vm, exceptions::TypeError, "encoding without a string argument");
  if (!out[2].is_null()) return raise(vm, exceptions::TypeError, "errors without a string argument");
  if (source.is_null()) return make_bytes("");
  if (!is_int(source) && !(type_of(source)->operations.index && !has_buffer(source)))
    return bytes_of(vm, source, name);
  Ref count = index(vm, source);
  if (!count) return {};
  const auto fitting = int64_of(count);
  if (!fitting) return raise(vm, exceptions::OverflowError, "cannot fit '{}' into an index-sized integer", type_name(source));
  const int64_t size = *fitting;
  if (size < 0) return raise(vm, exceptions::ValueError, "negative count");
  if (heap.refuses(static_cast<size_t>(size))) return raise(vm, exceptions::MemoryError);
  Bytes* zeros = new_bytes(size);
  std::memset(zeros->data, 0, static_cast<size_t>(size));
  vm.charge(size / 8);
  return Ref::take(zeros);
}

// --- iterating ---

namespace {

struct BytesIterator : Object {
  Value octets;  // owned; null: exhausted
  int64_t position;
};

void destroy_iterator(Object* object) {
  decref(std::exchange(static_cast<BytesIterator*>(object)->octets, kNull));
  free_object(object, sizeof(BytesIterator));
}

Ref next_octet(Vm&, Value self) {
  auto* iterator = self.as<BytesIterator>();
  if (iterator->octets.is_null()) return {};
  auto text = bytes_view(iterator->octets);
  if (iterator->position < static_cast<int64_t>(text.size()))
    return Ref::take(
        Value::small(static_cast<unsigned char>(text[static_cast<size_t>(iterator->position++)])));
  decref(std::exchange(iterator->octets, kNull));
  return {};
}

Type bytes_iterator_type, bytearray_iterator_type;

// --- bytes ---

void destroy_bytes(Object* object) {
  free_object(object, sizeof(Bytes) + static_cast<size_t>(static_cast<Bytes*>(object)->size));
}

Ref repr_bytes(Vm& vm, Value self) {
  vm.charge(self.as<Bytes>()->size);
  return make_ascii_str(bytes_repr(bytes_view(self)));
}

bool hash_of_bytes(Vm&, Value self, Hash* result) {
  auto* bytes = self.as<Bytes>();
  if (bytes->hash == 0) bytes->hash = hash_bytes(bytes->data, bytes->size);
  *result = bytes->hash;
  return true;
}

bool export_bytes(Vm&, Value self, Buffer* out) {
  auto* bytes = self.as<Bytes>();
  return *out = {.data = bytes->data, .size = bytes->size}, true;
}

Ref create_bytes(Vm& vm, Type* type, const Arguments& arguments) {
  Ref octets = octets_of_arguments(vm, arguments, "bytes");
  if (!octets || type == &bytes_type) return octets;
  auto text = bytes_view(octets);
  auto* copy = allocate_object<Bytes>(type, text.size());
  copy->hash = 0;
  copy->size = static_cast<int64_t>(text.size());
  if (!text.empty()) std::memcpy(copy->data, text.data(), text.size());
  return Ref::take(copy);
}

int hex_value(char32_t c) {
  if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
  char32_t lower = c | 32;
  return lower >= 'a' && lower <= 'f' ? static_cast<int>(lower - 'a' + 10) : -1;
}

Ref from_hex(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[1]))
    return raise(vm, exceptions::TypeError, "fromhex() argument must be str, not {}",
                 type_name(arguments[1]));
  auto* text = arguments[1].as<Str>();
  std::string octets;
  for (int64_t i = 0; i < text->length;) {
    char32_t c = text->at(i);
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      ++i;
      continue;
    }
    int high = hex_value(c), low = i + 1 < text->length ? hex_value(text->at(i + 1)) : -1;
    if (high < 0 || low < 0)
      return raise(vm, exceptions::ValueError, "non-hexadecimal number found in fromhex() arg at position {}",
                   high < 0 ? i : i + 1);
    octets += static_cast<char>(high << 4 | low);
    i += 2;
  }
  Ref bytes = make_bytes(octets);
  return arguments[0] == Value::of(&bytes_type) ? bytes : call(vm, arguments[0], {bytes});
}

Ref bytes_itself(Vm&, const Arguments& arguments) { return make_bytes(bytes_view(arguments[0])); }

constexpr NativeDescription kClassMethods[] = {{"fromhex", from_hex, {1, 1}}};

void define_iterator(Type& type, const char* name) {
  define_type(type,
              {.name = name,
               .base = nullptr,
               .basic_size = sizeof(BytesIterator),
               .flags = kImmutable,
               .operations = {.destroy = destroy_iterator, .iterate = iterate_self, .next = next_octet}});
}

}  // namespace

Ref iterate_bytes(Vm&, Value self) {
  auto* iterator =
      allocate_object<BytesIterator>(is_bytes(self) ? &bytes_iterator_type : &bytearray_iterator_type);
  incref(self);
  iterator->octets = self;
  iterator->position = 0;
  return Ref::take(iterator);
}

void define_bytes_types() {
  define_iterator(bytes_iterator_type, "bytes_iterator");
  define_iterator(bytearray_iterator_type, "bytearray_iterator");
  Operations operations{.destroy = destroy_bytes,
                        .repr = repr_bytes,
                        .hash = hash_of_bytes,
                        .compare = compare_bytes,
                        .truth = truth_of_bytes,
                        .create = create_bytes,
                        .iterate = iterate_bytes,
                        .length = length_of_bytes,
                        .get_item = get_bytes_item,
                        .contains = bytes_contain,
                        .buffer = export_bytes};
  operations.binary[static_cast<int>(Binary::Add)] = concatenate_bytes;
  operations.binary[static_cast<int>(Binary::Multiply)] = repeat_bytes;
  operations.binary[static_cast<int>(Binary::Remainder)] = format_bytes;
  static std::vector<NativeDescription> methods;  // shared ones and its own; descriptors point into it
  methods = bytes_methods();
  methods.push_back({"__bytes__", bytes_itself, {0, 0}});
  define_type(bytes_type, {.name = "bytes",
                           .base = nullptr,
                           .basic_size = sizeof(Bytes),
                           .flags = kSubclassable | kBytesSubclass | kImmutable,
                           .operations = operations,
                           .methods = methods,
                           .class_methods = kClassMethods,
                           .static_methods = bytes_static_methods(),
                           .doc = "An immutable row of octets."});
  define_bytearray_type();
  define_memory_view_types();
}

}  // namespace gilsim::python
