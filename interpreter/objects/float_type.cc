// The type float: its operations, constructor and methods.
#include <cmath>

#include "interpreter/objects/big_integer.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/comparison.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/float_hex.h"
#include "interpreter/objects/number_format.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/tuple.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

Type float_type;

namespace {

double number_of(Value self) { return self.as<Float>()->number; }

void destroy_float(Object* object) {
  if (object->type == &float_type) return heap.free(object, sizeof(Float));
  free_object(object, sizeof(Float));
}

// The operands as doubles: 1 both are floats or ints, 0 NotImplemented, -1 exception.
int operands(Vm& vm, Value left, Value right, double* a, double* b) {
  auto read = [&](Value value, double* number) {
    if (is_float(value)) return *number = number_of(value), 1;
    if (!is_int(value)) return 0;
    return int_to_double(vm, value, number) ? 1 : -1;
  };
  int first = read(left, a);
  if (first != 1) return first;
  return read(right, b);
}

template <class Compute>
Ref with_operands(Vm& vm, Value left, Value right, Compute compute) {
  double a, b;
  int status = operands(vm, left, right, &a, &b);
  if (status != 1) return status == 0 ? Ref(kNotImplemented) : Ref();
  return compute(a, b);
}

Ref add(Vm& vm, Value left, Value right) {
  return with_operands(vm, left, right, [](double a, double b) { return make_float(a + b); });
}
Ref subtract(Vm& vm, Value left, Value right) {
  return with_operands(vm, left, right, [](double a, double b) { return make_float(a - b); });
}
Ref multiply(Vm& vm, Value left, Value right) {
  return with_operands(vm, left, right, [](double a, double b) { return make_float(a * b); });
}
Ref divide(Vm& vm, Value left, Value right) {
  return with_operands(vm, left, right, [&](double a, double b) {
    return b == 0 ? raise(vm, exceptions::ZeroDivisionError, "float division by zero") : make_float(a / b);
  });
}
Ref floor_divide(Vm& vm, Value left, Value right) {
  return with_operands(vm, left, right, [&](double a, double b) { return float_floor_divide(vm, a, b); });
}
Ref remainder(Vm& vm, Value left, Value right) {
  return with_operands(vm, left, right, [&](double a, double b) { return float_remainder(vm, a, b); });
}
Ref power(Vm& vm, Value left, Value right) {
  return with_operands(vm, left, right, [&](double a, double b) { return float_power(vm, a, b); });
}

Ref divmod(Vm& vm, Value left, Value right) {
  return with_operands(vm, left, right, [&](double a, double b) -> Ref {
    if (b == 0) return raise(vm, exceptions::ZeroDivisionError, "float divmod()");
    double quotient, rest;
    float_divmod(a, b, &quotient, &rest);
    Ref first = make_float(quotient), second = make_float(rest);
    return make_tuple({first, second});
  });
}

// <0, 0, >0 of a number and an int, exactly: a double may not hold the int. REQUIRES: not NaN.
int compare_with_int(double number, Value integer) {
  auto small = int64_of(integer);
  if (small && std::abs(*small) <= int64_t{1} << 53) {
    auto other = static_cast<double>(*small);
    return (number > other) - (number < other);
  }
  if (std::isinf(number)) return number > 0 ? 1 : -1;
  double whole = std::trunc(number);
  Ref exact = make_int_from_double(whole);
  int order = int_compare(exact, integer);
  if (order) return order;
  return (number > whole) - (number < whole);
}

Ref compare_floats(Vm&, Value self, Value other, CompareOperator op) {
  double a = number_of(self);
  bool unordered = std::isnan(a);
  int order = 0;
  if (is_float(other)) {
    double b = number_of(other);
    unordered |= std::isnan(b);
    order = (a > b) - (a < b);
  } else if (is_int(other)) {
    if (!unordered) order = compare_with_int(a, other);
  } else {
    return kNotImplemented;
  }
  if (unordered) return Value::of(op == CompareOperator::NotEqual);
  return Value::of(holds(order, 0, op));
}

Ref repr_float(Vm&, Value self) { return make_ascii_str(float_repr(number_of(self))); }
bool hash_float(Vm&, Value self, Hash* result) {
  *result = float_hash(self, number_of(self));
  return true;
}
int truth_of_float(Vm&, Value self) { return number_of(self) != 0; }
Ref negate(Vm&, Value self) { return make_float(-number_of(self)); }
Ref plain_float(Vm&, Value self) {
  return self.object()->type == &float_type ? Ref(self) : make_float(number_of(self));
}
Ref absolute(Vm&, Value self) { return make_float(std::fabs(number_of(self))); }

Ref whole_number(Vm& vm, double number) {
  if (std::isnan(number)) return raise(vm, exceptions::ValueError, "cannot convert float NaN to integer");
  if (std::isinf(number))
    return raise(vm, exceptions::OverflowError, "cannot convert float infinity to integer");
  return make_int_from_double(number);
}
Ref float_as_int(Vm& vm, Value self) { return whole_number(vm, number_of(self)); }

Ref create_float(Vm& vm, Type* type, const Arguments& arguments) {
  if (arguments.keyword_count())
    return raise(vm, exceptions::TypeError, "float() takes no keyword arguments");
  if (arguments.size() > 1)
    return raise(vm, exceptions::TypeError, "float expected at most 1 argument, got {}", arguments.size());
  Ref result = arguments.size() ? to_float(vm, arguments[0]) : make_float(0.0);
  if (!result || type == &float_type) return result;
  auto* object = allocate_object<Float>(type);
  object->number = number_of(result);
  return Ref::take(object);
}

// --- methods ---

Ref is_integer(Vm&, const Arguments& arguments) {
  double number = number_of(arguments[0]);
  return Value::of(std::isfinite(number) && number == std::floor(number));
}

Ref as_integer_ratio(Vm& vm, const Arguments& arguments) {
  double number = number_of(arguments[0]);
  if (std::isnan(number)) return raise(vm, exceptions::ValueError, "cannot convert NaN to integer ratio");
  if (std::isinf(number))
    return raise(vm, exceptions::OverflowError, "cannot convert Infinity to integer ratio");
  int exponent;
  double fraction = std::frexp(number, &exponent);
  while (fraction != std::floor(fraction)) {
    fraction *= 2;
    --exponent;
  }
  BigNumber numerator(static_cast<int64_t>(fraction)), denominator(1);
  if (exponent > 0) numerator <<= static_cast<unsigned>(exponent);
  else denominator <<= static_cast<unsigned>(-exponent);
  Ref first = make_int(std::move(numerator)), second = make_int(std::move(denominator));
  return make_tuple({first, second});
}

Ref round_float(Vm& vm, const Arguments& arguments) {
  double number = number_of(arguments[0]);
  if (arguments.optional(1, kNone).is_none()) {
    double rounded = std::round(number);
    if (std::fabs(number - rounded) == 0.5) rounded = 2.0 * std::round(number / 2.0);
    return whole_number(vm, rounded);
  }
  int64_t digits;
  if (!as_int64_clamped(vm, arguments[1], &digits)) return {};
  double rounded = round_to_digits(number, digits);
  if (std::isinf(rounded) && std::isfinite(number))
    return raise(vm, exceptions::OverflowError, "rounded value too large to represent");
  return make_float(rounded);
}

Ref truncate(Vm& vm, const Arguments& arguments) { return float_as_int(vm, arguments[0]); }
Ref floor(Vm& vm, const Arguments& arguments) {
  return whole_number(vm, std::floor(number_of(arguments[0])));
}
Ref ceil(Vm& vm, const Arguments& arguments) { return whole_number(vm, std::ceil(number_of(arguments[0]))); }
Ref divmod_method(Vm& vm, const Arguments& arguments) { return divmod(vm, arguments[0], arguments[1]); }
Ref reflected_divmod(Vm& vm, const Arguments& arguments) { return divmod(vm, arguments[1], arguments[0]); }
Ref conjugate(Vm& vm, const Arguments& arguments) { return plain_float(vm, arguments[0]); }
Ref hex(Vm&, const Arguments& arguments) { return make_ascii_str(float_to_hex(number_of(arguments[0]))); }

Ref from_hex(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[1]))
    return raise(vm, exceptions::TypeError, "bad argument type for built-in operation");
  double number;
  Ref result;
  switch (float_from_hex(to_utf8(arguments[1]), &number)) {
    case HexResult::Invalid:
      return raise(vm, exceptions::ValueError, "invalid hexadecimal floating-point string");
    case HexResult::TooLarge:
      return raise(vm, exceptions::OverflowError, "hexadecimal value too large to represent as a float");
    case HexResult::Ok: result = make_float(number);
  }
  return arguments[0] == Value::of(&float_type) ? result : call(vm, arguments[0], {result});
}

Ref format_method(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[1]))
    return raise(vm, exceptions::TypeError, "__format__() argument must be str, not {}",
                 type_name(arguments[1]));
  return format_float(vm, arguments[0], number_of(arguments[0]), arguments[1].as<Str>());
}

Ref getnewargs(Vm& vm, const Arguments& arguments) {
  Ref number = plain_float(vm, arguments[0]);
  return make_tuple({number});
}
Ref float_size(Vm&, const Arguments&) { return make_int(24); }

Ref real(Vm& vm, Value self) { return plain_float(vm, self); }
Ref imaginary(Vm&, Value) { return make_float(0.0); }

constexpr NativeDescription kMethods[] = {
    {"is_integer", is_integer, {0, 0}},
    {"as_integer_ratio", as_integer_ratio, {0, 0}},
    {"conjugate", conjugate, {0, 0}},
    {"hex", hex, {0, 0}},
    {"__round__", round_float, {0, 1}},
    {"__trunc__", truncate, {0, 0}},
    {"__floor__", floor, {0, 0}},
    {"__ceil__", ceil, {0, 0}},
    {"__divmod__", divmod_method, {1, 1}},
    {"__rdivmod__", reflected_divmod, {1, 1}},
    {"__format__", format_method, {1, 1}},
    {"__getnewargs__", getnewargs, {0, 0}},
    {"__sizeof__", float_size, {0, 0}},
};
constexpr NativeDescription kClassMethods[] = {{"fromhex", from_hex, {1, 1}}};
constexpr GetterDescription kGetters[] = {{"real", real}, {"imag", imaginary}};

Operations float_operations() {
  Operations operations{
      .destroy = destroy_float, .repr = repr_float, .hash = hash_float, .compare = compare_floats,
      .truth = truth_of_float, .create = create_float, .negative = negate, .positive = plain_float,
      .absolute = absolute, .to_int = float_as_int, .to_float = plain_float};
  auto set = [&](Binary op, BinaryFunction function) { operations.binary[static_cast<int>(op)] = function; };
  set(Binary::Add, add);
  set(Binary::Subtract, subtract);
  set(Binary::Multiply, multiply);
  set(Binary::TrueDivide, divide);
  set(Binary::FloorDivide, floor_divide);
  set(Binary::Remainder, remainder);
  set(Binary::Power, power);
  return operations;
}

Ref not_a_float(Vm& vm, Value shown) {
  return raise(vm, exceptions::ValueError, "could not convert string to float: {}", repr_utf8(vm, shown));
}

}  // namespace

Ref to_float(Vm& vm, Value value) {
  if (value.is_object() && value.object()->type == &float_type) return value;
  double number;
  if (is_str(value)) {
    return parse_float(ascii_digits(value.as<Str>()), &number) ? make_float(number) : not_a_float(vm, value);
  }
  if (has_buffer(value)) {
    Ref plain = bytes_of(vm, value);
    if (!plain) return {};
    return parse_float(bytes_view(plain), &number) ? make_float(number) : not_a_float(vm, plain);
  }
  const Operations& operations = type_of(value)->operations;
  if (!operations.to_float && !operations.index && !is_int(value))
    return raise(vm, exceptions::TypeError, "float() argument must be a string or a real number, not '{}'",
                 type_name(value));
  // A subclass's own __float__ comes before the number that it holds.
  if (operations.to_float && is_float(value)) {
    Ref converted = operations.to_float(vm, value);
    if (!converted || (is_float(converted) && converted.get().object()->type == &float_type))
      return converted;
    return as_double(vm, converted, &number) ? make_float(number) : Ref();
  }
  return as_double(vm, value, &number) ? make_float(number) : Ref();
}

void define_float_types() {
  define_type(float_type, {.name = "float",
                           .base = nullptr,
                           .basic_size = sizeof(Float),
                           .flags = kSubclassable | kFloatSubclass | kImmutable,
                           .operations = float_operations(),
                           .methods = kMethods,
                           .class_methods = kClassMethods,
                           .getters = kGetters,
                           .doc = "Numbers with a fraction: IEEE 754 double precision."});
}

}  // namespace gilsim::python
