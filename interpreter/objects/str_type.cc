// The type str: its operations, constructor and the table of its methods.
#include <algorithm>
#include <cstring>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/codec.h"
#include "interpreter/objects/comparison.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/number_format.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/str_copy.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

Type str_type;

namespace {

void destroy_str(Object* object) {
  size_t size = str_block_size(static_cast<Str*>(object)->byte_count());
  if (object->type == &str_type) return heap.free(object, size);
  free_object(object, size);
}

bool hash_str(Vm&, Value self, Hash* result) {
  *result = str_hash(self.as<Str>());
  return true;
}
int truth_of_str(Vm&, Value self) { return self.as<Str>()->length != 0; }
int64_t length_of_str(Vm&, Value self) { return self.as<Str>()->length; }
Ref plain_str(Vm&, Value self) { return str_plain(self); }

Ref compare_strs(Vm& vm, Value self, Value other, CompareOperator op) {
  if (!is_str(self) || !is_str(other)) return kNotImplemented;
  auto *a = self.as<Str>(), *b = other.as<Str>();
  if (op == CompareOperator::Equal) return Value::of(str_equal(a, b));
  if (op == CompareOperator::NotEqual) return Value::of(!str_equal(a, b));
  int order = str_compare(a, b);
  if (a->length > 64) charge_characters(vm, std::min<int64_t>(a->length, b->length));
  return Value::of(holds(order, 0, op));
}

Ref slice_of(Vm& vm, const Str* text, const Slice* slice) {
  SlicePositions positions;
  if (!read_slice(vm, slice, &positions)) return {};
  fit_slice(&positions, text->length);
  if (positions.count == 0) return empty_str();
  vm.charge(positions.count / 8);
  if (positions.step == 1) return str_slice(text, positions.start, positions.start + positions.count);
  Str* result = new_str(positions.count, kWidest[text->width]);
  Ref owned = Ref::take(result);
  visit_text(result, [&](auto* out) {
    auto* from = reinterpret_cast<decltype(out)>(const_cast<uint8_t*>(text->data1())) + positions.start;  // of the same width
    for (int64_t i = 0; i < positions.count; ++i) out[i] = from[i * positions.step];
  });
  return positions.count == 1 || text->width > 1 ? str_narrow(result) : owned;
}

Ref get_item_of_str(Vm& vm, Value self, Value key) {
  auto* text = self.as<Str>();
  int64_t position;
  if (key.is_small()) {
    position = key.small();
  } else if (is_slice(key)) {
    return slice_of(vm, text, key.as<Slice>());
  } else if (!is_int(key) && !type_of(key)->operations.index) {
    return raise(vm, exceptions::TypeError, "string indices must be integers, not '{}'", type_name(key));
  } else if (!as_index(vm, key, &position)) {
    return {};
  }
  if (position < 0) position += text->length;
  if (position < 0 || position >= text->length)
    return raise(vm, exceptions::IndexError, "string index out of range");
  return make_str(text->at(position));
}

Ref add_strs(Vm& vm, Value left, Value right) {
  if (is_str(left) && is_str(right)) return str_concatenate(vm, left, right);
  return is_str(left) ? refuse_concatenation(vm, right, "str", add_strs) : Ref(kNotImplemented);
}

Ref multiply_str(Vm& vm, Value left, Value right) {
  Value text = is_str(left) ? left : right, count = is_str(left) ? right : left;
  if (!is_str(text)) return kNotImplemented;
  if (!is_int(count) && !type_of(count)->operations.index) return refuse_repetition(vm, count, multiply_str);
  int64_t times;
  auto* str = text.as<Str>();
  if (!read_repetitions(vm, count, str->length, static_cast<int64_t>(str->width), &times)) return {};
  return str_repeat(vm, str, times);
}

Ref format_remainder(Vm& vm, Value left, Value right) {
  return is_str(left) ? str_percent(vm, left, right) : Ref(kNotImplemented);
}

// --- str(object), str(bytes, encoding, errors) ---

Ref decode_argument(Vm& vm, Value source, Value encoding, Value errors) {
  if (is_str(source)) return raise(vm, exceptions::TypeError, "decoding str is not supported");
  if (!has_buffer(source))
    return raise(vm, exceptions::TypeError, "decoding to str: need a bytes-like object, {} found",
                 type_name(source));
  Ref octets = is_bytes_like(source) ? Ref(source) : bytes_of(vm, source);
  return octets ? decode(vm, bytes_view(octets), octets, encoding, errors) : Ref();
}

Ref create_str(Vm& vm, Type* type, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"object", "encoding", "errors"};
  Value out[3];
  if (type == &str_type && arguments.size() == 1 && !arguments.keyword_names) return str(vm, arguments[0]);
  if (!bind(vm, arguments, {.function = "str", .names = kNames, .count = 3}, out)) return {};
  for (int i = 1; i < 3; ++i)
    if (!out[i].is_null() && !is_str(out[i]))
      return raise(vm, exceptions::TypeError, "str() argument '{}' must be str, not {}", kNames[i],
                   type_name(out[i]));
  Ref text = out[0].is_null()                         ? empty_str()
             : out[1].is_null() && out[2].is_null() ? str(vm, out[0])
                                                      : decode_argument(vm, out[0], out[1], out[2]);
  if (!text || type == &str_type) return text;
  auto* source = text.as<Str>();
  auto* copy = static_cast<Str*>(allocate_object(type, str_block_size(source->byte_count())));
  copy->hash = source->hash;
  copy->length = source->length;
  copy->width = source->width;
  std::memcpy(copy->data1(), source->data1(), static_cast<size_t>(source->byte_count()));
  return Ref::take(copy);
}

Ref format_method(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[1]))
    return raise(vm, exceptions::TypeError, "__format__() argument must be str, not {}",
                 type_name(arguments[1]));
  return format_str(vm, arguments[0], arguments[1].as<Str>());
}

Ref getnewargs(Vm&, const Arguments& arguments) {
  Ref text = str_plain(arguments[0]);
  return make_tuple({text});
}

// As CPython counts: a header of 49 (ASCII), 73 or 76 bytes and the characters.
Ref size_method(Vm&, const Arguments& arguments) {
  auto* text = arguments[0].as<Str>();
  bool ascii = true;
  for (int64_t i = 0; ascii && i < text->length; ++i) ascii = text->at(i) < 0x80;
  return make_int(ascii              ? 49 + text->length
                  : text->width == 1 ? 73 + text->length
                                     : 72 + static_cast<int64_t>(text->width) * (text->length + 1));
}

constexpr NativeDescription kMethods[] = {
    {"capitalize", str_methods::capitalize, {0, 0}},
    {"casefold", str_methods::casefold, {0, 0}},
    {"center", str_methods::center, {1, 2}},
    {"count", str_methods::count, {0, -1}},
    {"encode", str_methods::encode, kAny},
    {"endswith", str_methods::endswith, {0, -1}},
    {"expandtabs", str_methods::expandtabs, kAny},
    {"find", str_methods::find, {0, -1}},
    {"format", str_methods::format, kAny},
    {"format_map", str_methods::format_map, {1, 1}},
    {"index", str_methods::index, {0, -1}},
    {"isalnum", str_methods::isalnum, {0, 0}},
    {"isalpha", str_methods::isalpha, {0, 0}},
    {"isascii", str_methods::isascii, {0, 0}},
    {"isdecimal", str_methods::isdecimal, {0, 0}},
    {"isdigit", str_methods::isdigit, {0, 0}},
    {"isidentifier", str_methods::isidentifier, {0, 0}},
    {"islower", str_methods::islower, {0, 0}},
    {"isnumeric", str_methods::isnumeric, {0, 0}},
    {"isprintable", str_methods::isprintable, {0, 0}},
    {"isspace", str_methods::isspace, {0, 0}},
    {"istitle", str_methods::istitle, {0, 0}},
    {"isupper", str_methods::isupper, {0, 0}},
    {"join", str_methods::join, {1, 1}},
    {"ljust", str_methods::ljust, {1, 2}},
    {"lower", str_methods::lower, {0, 0}},
    {"lstrip", str_methods::lstrip, {0, 1}},
    {"partition", str_methods::partition, {1, 1}},
    {"removeprefix", str_methods::removeprefix, {1, 1}},
    {"removesuffix", str_methods::removesuffix, {1, 1}},
    {"replace", str_methods::replace, {2, 3}},
    {"rfind", str_methods::rfind, {0, -1}},
    {"rindex", str_methods::rindex, {0, -1}},
    {"rjust", str_methods::rjust, {1, 2}},
    {"rpartition", str_methods::rpartition, {1, 1}},
    {"rsplit", str_methods::rsplit, kAny},
    {"rstrip", str_methods::rstrip, {0, 1}},
    {"split", str_methods::split, kAny},
    {"splitlines", str_methods::splitlines, kAny},
    {"startswith", str_methods::startswith, {0, -1}},
    {"strip", str_methods::strip, {0, 1}},
    {"swapcase", str_methods::swapcase, {0, 0}},
    {"title", str_methods::title, {0, 0}},
    {"translate", str_methods::translate, {1, 1}},
    {"upper", str_methods::upper, {0, 0}},
    {"zfill", str_methods::zfill, {1, 1}},
    {"__format__", format_method, {1, 1}},
    {"__getnewargs__", getnewargs, {0, 0}},
    {"__sizeof__", size_method, {0, 0}},
};
constexpr NativeDescription kStaticMethods[] = {{"maketrans", str_methods::maketrans, {1, 3}}};

Operations str_operations() {
  Operations operations{
      .destroy = destroy_str, .repr = str_repr, .str = plain_str, .hash = hash_str, .compare = compare_strs,
      .truth = truth_of_str, .create = create_str, .iterate = iterate_str, .length = length_of_str,
      .get_item = get_item_of_str, .contains = str_contains};
  operations.binary[static_cast<int>(Binary::Add)] = add_strs;
  operations.binary[static_cast<int>(Binary::Multiply)] = multiply_str;
  operations.binary[static_cast<int>(Binary::Remainder)] = format_remainder;
  return operations;
}

}  // namespace

void define_str_types() {
  define_type(str_type, {.name = "str",
                         .base = nullptr,
                         .basic_size = sizeof(Str),
                         .flags = kSubclassable | kStrSubclass | kImmutable,
                         .operations = str_operations(),
                         .methods = kMethods,
                         .static_methods = kStaticMethods,
                         .doc = "Text: a row of Unicode characters."});
  define_str_iterator_types();
}

}  // namespace gilsim::python
