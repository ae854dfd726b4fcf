// Arithmetic of floats with Python's rules and errors.
#include "interpreter/objects/float.h"

#include <cerrno>
#include <cmath>

#include "interpreter/objects/complex.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"

namespace gilsim::python {

Ref raise_range_error(Vm& vm) {
  Ref message = make_str("Numerical result out of range");
  Ref exception = call(vm, Value::of(&exceptions::OverflowError), {Value::small(ERANGE), message});
  return exception ? raise_exception(vm, exception) : Ref();
}

void float_divmod(double left, double right, double* quotient, double* remainder) {
  double rest = std::fmod(left, right);
  double whole = (left - rest) / right;
  if (rest != 0) {
    if ((right < 0) != (rest < 0)) {
      rest += right;
      whole -= 1.0;
    }
  } else {
    rest = std::copysign(0.0, right);
  }
  if (whole != 0) {
    double floor = std::floor(whole);
    if (whole - floor > 0.5) floor += 1.0;
    whole = floor;
  } else {
    whole = std::copysign(0.0, left / right);
  }
  *quotient = whole;
  *remainder = rest;
}

Ref float_floor_divide(Vm& vm, double left, double right) {
  if (right == 0) return raise(vm, exceptions::ZeroDivisionError, "float floor division by zero");
  double quotient, remainder;
  float_divmod(left, right, &quotient, &remainder);
  return make_float(quotient);
}

Ref float_remainder(Vm& vm, double left, double right) {
  if (right == 0) return raise(vm, exceptions::ZeroDivisionError, "float modulo");
  double quotient, remainder;
  float_divmod(left, right, &quotient, &remainder);
  return make_float(remainder);
}

Ref float_power(Vm& vm, double base, double exponent) {
  if (base == 0 && exponent < 0)
    return raise(vm, exceptions::ZeroDivisionError, "0.0 cannot be raised to a negative power");
  if (base < 0 && std::isfinite(base) && std::isfinite(exponent) && exponent != std::floor(exponent))
    return complex_power(vm, {base, 0}, {exponent, 0});
  double result = std::pow(base, exponent);
  if (std::isinf(result) && std::isfinite(base) && std::isfinite(exponent)) return raise_range_error(vm);
  return make_float(result);
}

Hash float_hash(Value self, double number) {
  constexpr int kBits = 61;
  constexpr uint64_t kModulus = (uint64_t{1} << kBits) - 1;
  if (std::isinf(number)) return number > 0 ? 314159 : -314159;
  if (std::isnan(number)) {
    uint64_t address = identity_number(self);
    return static_cast<Hash>(address >> 4 | address << 60);
  }
  int exponent;
  double fraction = std::fabs(std::frexp(number, &exponent));
  // Horner over 28 bits at a time; multiplying by a power of two modulo 2**61 - 1 is a rotation.
  uint64_t sum = 0;
  while (fraction != 0) {
    sum = (sum << 28 & kModulus) | sum >> (kBits - 28);
    fraction *= 268435456.0;
    exponent -= 28;
    auto digit = static_cast<uint64_t>(fraction);
    fraction -= static_cast<double>(digit);
    sum += digit;
    if (sum >= kModulus) sum -= kModulus;
  }
  int rotation = exponent >= 0 ? exponent % kBits : kBits - 1 - (-1 - exponent) % kBits;
  sum = (sum << rotation & kModulus) | sum >> (kBits - rotation);
  auto result = static_cast<Hash>(sum);
  if (number < 0) result = -result;
  return result == -1 ? -2 : result;
}

bool as_double(Vm& vm, Value value, double* result) {
  if (is_float(value)) return *result = value.as<Float>()->number, true;
  if (is_int(value)) return int_to_double(vm, value, result);
  const Operations& operations = type_of(value)->operations;
  if (operations.to_float) {
    Ref number = operations.to_float(vm, value);
    if (!number) return false;
    if (is_float(number)) return *result = number.as<Float>()->number, true;
    (void)raise(vm, exceptions::TypeError, "{}.__float__ returned non-float (type {})", type_name(value),
                type_name(number));
    return false;
  }
  if (operations.index) {
    Ref number = index(vm, value);
    return number && int_to_double(vm, number, result);
  }
  (void)raise(vm, exceptions::TypeError, "must be real number, not {}", type_name(value));
  return false;
}

}  // namespace gilsim::python
