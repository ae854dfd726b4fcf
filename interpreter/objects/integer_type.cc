// The type int: its operations, constructor and methods.
#include <algorithm>
#include <vector>

#include "interpreter/objects/big_integer.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/comparison.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/for_each.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/number_format.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/tuple.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"
#include "interpreter/objects/warning.h"

namespace gilsim::python {

Type int_type;

namespace {

void destroy_integer(Object* object) {
  static_cast<BigInteger*>(object)->number.~BigNumber();
  free_object(object, sizeof(BigInteger));
}

// The functions of integer.h as binary operations: NotImplemented unless both are ints.
template <Ref (*function)(Vm&, Value, Value)>
Ref for_ints(Vm& vm, Value left, Value right) {
  return is_int(left) && is_int(right) ? function(vm, left, right) : Ref(kNotImplemented);
}

Ref compare_ints(Vm&, Value self, Value other, CompareOperator op) {
  if (!is_int(self) || !is_int(other)) return kNotImplemented;
  int order = int_compare(self, other);
  return Value::of(holds(order, 0, op));
}

bool hash_int(Vm&, Value self, Hash* result) {
  *result = int_hash(self);
  return true;
}
int truth_of_int(Vm&, Value self) { return int_sign(self) != 0; }
Ref plain_int(Vm&, Value self) { return int_plain(self); }

Ref invert_int(Vm& vm, Value self) {
  Ref negated = int_negate(vm, self);
  return int_subtract(vm, negated, Value::small(1));
}

Ref int_as_float(Vm& vm, Value self) {
  double number;
  if (!int_to_double(vm, self, &number)) return {};
  return make_float(number);
}

// --- int(value), int(text, base) ---

Ref not_a_number(Vm& vm, Value value) {
  return raise(vm, exceptions::TypeError,
               "int() argument must be a string, a bytes-like object or a real number, not '{}'",
               type_name(value));
}

Ref checked_int(Vm& vm, Ref result, const char* method) {
  if (!result || is_int(result)) return result ? int_plain(result) : Ref();
  return raise(vm, exceptions::TypeError, "{} returned non-int (type {})", method, type_name(result));
}

Ref parse_bytes(Vm& vm, Value bytes, int base) {
  auto text = bytes_view(bytes);
  Ref result = parse_int_or_null(vm, text, base);
  if (result || is_pending(vm)) return result;
  Ref plain = make_bytes(text);
  return raise(vm, exceptions::ValueError, "invalid literal for int() with base {}: {}", base,
               repr_utf8(vm, plain));
}

Ref convert_to_int(Vm& vm, Value value) {
  if (is_int(value) && (!value.is_object() || value.object()->type == &int_type)) return int_plain(value);
  if (is_exact_str(value)) return parse_int(vm, value, 10);
  Type* type = type_of(value);
  if (type->operations.to_int) return checked_int(vm, type->operations.to_int(vm, value), "__int__");
  if (type->operations.index) return checked_int(vm, type->operations.index(vm, value), "__index__");
  if (is_str(value)) return parse_int(vm, value, 10);
  if (has_buffer(value)) {
    Ref octets = bytes_of(vm, value);
    return octets ? parse_bytes(vm, octets, 10) : Ref();
  }
  bool failed = false;
  Ref method = get_attribute_or_null(vm, value, names.trunc, &failed);
  if (failed) return {};
  if (!method) return not_a_number(vm, value);
  if (!warn(vm, exceptions::DeprecationWarning, "The delegation of int() to __trunc__ is deprecated.")) return {};
  return checked_int(vm, call(vm, method), "__trunc__");
}

Ref convert_with_base(Vm& vm, Value text, Value base) {
  int64_t number;
  if (!as_int64_clamped(vm, base, &number)) return {};
  if (number != 0 && (number < 2 || number > 36))
    return raise(vm, exceptions::ValueError, "int() base must be >= 2 and <= 36, or 0");
  if (is_str(text)) return parse_int(vm, text, static_cast<int>(number));
  if (is_bytes_like(text)) return parse_bytes(vm, text, static_cast<int>(number));
  return raise(vm, exceptions::TypeError, "int() can't convert non-string with explicit base");
}

constexpr int64_t kCreateNs = 10;

Ref create_int(Vm& vm, Type* type, const Arguments& arguments) {
  vm.charge(kCreateNs);
  static constexpr const char* kNames[] = {"", "base"};
  Value out[2];
  if (arguments.size() == 1 && !arguments.keyword_names) out[0] = arguments[0];
  else if (!bind(vm, arguments, {.function = "int", .names = kNames, .count = 2, .positional_only = 1}, out))
    return {};
  if (out[0].is_null() && !out[1].is_null())
    return raise(vm, exceptions::TypeError, "int() missing string argument");
  Ref number = out[0].is_null()   ? make_int(0)
               : out[1].is_null() ? convert_to_int(vm, out[0])
                                  : convert_with_base(vm, out[0], out[1]);
  if (!number || type == &int_type) return number;
  return make_int_of_type(type, big_number(number));
}

// --- methods ---

Ref bit_length_method(Vm&, const Arguments& arguments) { return make_int(int_bit_length(arguments[0])); }

Ref bit_count(Vm&, const Arguments& arguments) {
  BigNumber storage;
  const auto& backend = big_view(arguments[0], storage).backend();
  int64_t count = 0;
  for (size_t i = 0; i < backend.size(); ++i) count += __builtin_popcountll(backend.limbs()[i]);
  return make_int(count);
}

Ref itself(Vm&, const Arguments& arguments) { return int_plain(arguments[0]); }

Ref as_integer_ratio(Vm&, const Arguments& arguments) {
  Ref number = int_plain(arguments[0]);
  return make_tuple({number, Value::small(1)});
}

// value rounded to a multiple of 10 ** -digits, half to even.
Ref round_int(Vm& vm, const Arguments& arguments) {
  if (arguments.size() == 1) return int_plain(arguments[0]);
  int64_t digits;
  if (!as_int64_clamped(vm, arguments[1], &digits)) return {};
  if (digits >= 0) return int_plain(arguments[0]);
  Ref unit = int_power(vm, Value::small(10), make_int(std::min<int64_t>(-digits, INT64_MAX >> 2)));
  if (!unit) return {};
  Ref remainder = int_remainder(vm, arguments[0], unit);
  if (!remainder) return {};
  Ref doubled = int_add(vm, remainder, remainder);
  Ref down = int_subtract(vm, arguments[0], remainder);
  int order = int_compare(doubled, unit);
  Ref quotient = int_floor_divide(vm, arguments[0], unit);
  if (!quotient) return {};
  bool odd = int_and(vm, quotient, Value::small(1)).get() == Value::small(1);
  return order > 0 || (order == 0 && odd) ? int_add(vm, down, unit) : down;
}

Ref divmod_int(Vm& vm, const Arguments& arguments) {
  return for_ints<int_divmod>(vm, arguments[0], arguments[1]);
}
Ref reflected_divmod(Vm& vm, const Arguments& arguments) {
  return for_ints<int_divmod>(vm, arguments[1], arguments[0]);
}

Ref format_int_method(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[1]))
    return raise(vm, exceptions::TypeError, "__format__() argument must be str, not {}",
                 type_name(arguments[1]));
  return format_int(vm, arguments[0], arguments[1].as<Str>());
}

Ref int_size(Vm&, const Arguments& arguments) {
  return make_int(24 + 4 * std::max<int64_t>(1, (int_bit_length(arguments[0]) + 29) / 30));
}

Ref getnewargs(Vm&, const Arguments& arguments) {
  Ref number = int_plain(arguments[0]);
  return make_tuple({number});
}

// The arguments that to_bytes and from_bytes share. False with an exception pending.
bool read_byte_order(Vm& vm, Value order, bool* big_endian) {
  *big_endian = true;
  if (order.is_null()) return true;
  if (!is_str(order)) {
    (void)raise(vm, exceptions::TypeError, "argument 'byteorder' must be str, not {}", type_name(order));
    return false;
  }
  std::string text = to_utf8(order);
  *big_endian = text == "big";
  if (*big_endian || text == "little") return true;
  (void)raise(vm, exceptions::ValueError, "byteorder must be either 'little' or 'big'");
  return false;
}

Ref to_bytes(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"length", "byteorder", "signed"};
  Value out[3];
  ParameterList parameters{.function = "to_bytes", .names = kNames, .count = 3, .keyword_only_from = 2};
  if (!bind(vm, arguments.without_first(), parameters, out)) return {};
  int64_t length = 1;
  bool big_endian;
  if (!out[0].is_null() && !as_int64(vm, out[0], &length)) return {};
  if (!read_byte_order(vm, out[1], &big_endian)) return {};
  int is_signed = out[2].is_null() ? 0 : truth(vm, out[2]);
  if (is_signed < 0) return {};
  if (length < 0) return raise(vm, exceptions::ValueError, "length argument must be non-negative");
  if (heap.refuses(static_cast<size_t>(length))) return raise(vm, exceptions::MemoryError);
  Value self = arguments[0];
  bool negative = int_sign(self) < 0;
  if (negative && !is_signed)
    return raise(vm, exceptions::OverflowError, "can't convert negative int to unsigned");
  // Two's complement: -n is the complement of n - 1, which also gives the bits it needs.
  Ref magnitude = negative ? invert_int(vm, self) : int_plain(self);
  if (int_bit_length(magnitude) > length * 8 - is_signed &&
      (int_sign(magnitude) != 0 || length > 0 || negative))
    return raise(vm, exceptions::OverflowError, "int too big to convert");
  BigNumber storage;
  const auto& backend = big_view(magnitude, storage).backend();
  std::string bytes(static_cast<size_t>(length), '\0');
  for (int64_t i = 0; i < length; ++i) {
    uint64_t limb = static_cast<size_t>(i / 8) < backend.size() ? backend.limbs()[i / 8] : 0;
    auto byte = static_cast<char>(limb >> (i % 8 * 8));
    bytes[big_endian ? length - 1 - i : i] = negative ? static_cast<char>(~byte) : byte;
  }
  vm.charge(length);
  return make_bytes(bytes);
}

Ref from_bytes(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"bytes", "byteorder", "signed"};
  Value out[3];
  ParameterList parameters{
      .function = "from_bytes", .names = kNames, .count = 3, .required = 1, .keyword_only_from = 2};
  if (!bind(vm, arguments.without_first(), parameters, out)) return {};
  bool big_endian;
  if (!read_byte_order(vm, out[1], &big_endian)) return {};
  int is_signed = out[2].is_null() ? 0 : truth(vm, out[2]);
  if (is_signed < 0) return {};
  Ref bytes = bytes_of(vm, out[0]);
  if (!bytes) return {};
  std::string text(bytes_view(bytes));
  if (big_endian) std::reverse(text.begin(), text.end());
  BigNumber number;
  for (size_t i = 0; i < text.size(); i += 8) {
    uint64_t word = 0;
    std::memcpy(&word, text.data() + i, std::min<size_t>(8, text.size() - i));
    number |= BigNumber(word) << static_cast<unsigned long>(i * 8);
  }
  if (is_signed && !text.empty() && (text.back() & 0x80))
    number -= BigNumber(1) << static_cast<unsigned long>(text.size() * 8);
  vm.charge(static_cast<int64_t>(text.size()));
  Ref result = make_int(std::move(number));
  if (arguments[0] == Value::of(&int_type)) return result;
  return call(vm, arguments[0], {result});
}

Ref numerator(Vm&, Value self) { return int_plain(self); }
Ref zero(Vm&, Value) { return make_int(0); }
Ref one(Vm&, Value) { return make_int(1); }

constexpr NativeDescription kMethods[] = {
    {"bit_length", bit_length_method, {0, 0}},
    {"bit_count", bit_count, {0, 0}},
    {"conjugate", itself, {0, 0}},
    {"as_integer_ratio", as_integer_ratio, {0, 0}},
    {"to_bytes", to_bytes, kAny},
    {"__trunc__", itself, {0, 0}},
    {"__floor__", itself, {0, 0}},
    {"__ceil__", itself, {0, 0}},
    {"__round__", round_int, {0, 1}},
    {"__divmod__", divmod_int, {1, 1}},
    {"__rdivmod__", reflected_divmod, {1, 1}},
    {"__format__", format_int_method, {1, 1}},
    {"__sizeof__", int_size, {0, 0}},
    {"__getnewargs__", getnewargs, {0, 0}},
};
constexpr NativeDescription kClassMethods[] = {{"from_bytes", from_bytes, kAny}};
constexpr GetterDescription kGetters[] = {
    {"real", numerator}, {"imag", zero}, {"numerator", numerator}, {"denominator", one}};

Operations int_operations() {
  Operations operations{.destroy = destroy_integer,
                        .repr = int_repr,
                        .hash = hash_int,
                        .compare = compare_ints,
                        .truth = truth_of_int,
                        .create = create_int,
                        .negative = int_negate,
                        .positive = plain_int,
                        .invert = invert_int,
                        .absolute = int_absolute,
                        .to_int = plain_int,
                        .to_float = int_as_float,
                        .index = plain_int};
  auto set = [&](Binary op, BinaryFunction function) { operations.binary[static_cast<int>(op)] = function; };
  set(Binary::Add, for_ints<int_add>);
  set(Binary::Subtract, for_ints<int_subtract>);
  set(Binary::Multiply, for_ints<int_multiply>);
  set(Binary::FloorDivide, for_ints<int_floor_divide>);
  set(Binary::Remainder, for_ints<int_remainder>);
  set(Binary::TrueDivide, for_ints<int_true_divide>);
  set(Binary::Power, for_ints<int_power>);
  set(Binary::LeftShift, for_ints<int_shift_left>);
  set(Binary::RightShift, for_ints<int_shift_right>);
  set(Binary::And, for_ints<int_and>);
  set(Binary::Or, for_ints<int_or>);
  set(Binary::Xor, for_ints<int_xor>);
  return operations;
}

}  // namespace

void define_integer_types() {
  int_max_str_digits = 4300;
  define_type(int_type, {.name = "int", .base = nullptr, .basic_size = sizeof(BigInteger),
                         .flags = kSubclassable | kIntSubclass | kImmutable, .operations = int_operations(),
                         .methods = kMethods, .class_methods = kClassMethods, .getters = kGetters,
                         .doc = "Integers of any size."});
}

}  // namespace gilsim::python
