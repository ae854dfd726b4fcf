// Decimals from other kinds of values, and back.
#include <cmath>

#include "interpreter/modules/decimal/decimal.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/identity.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"

namespace gilsim::python::decimal {

namespace {

constexpr int64_t kHashModulus = (int64_t{1} << 61) - 1;

// The text of a number without space around it and underscores; empty: not ASCII even with all digits made so.
std::string plain_text(const Str* text) {
  std::string result = ascii_digits(text);
  const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 28 && c <= 31); };
  while (!result.empty() && is_space(result.back())) result.pop_back();
  size_t start = 0;
  while (start < result.size() && is_space(result[start])) ++start;
  result.erase(0, start);
  std::erase(result, '_');
  return result;
}

// A number that is to be taken exactly; what lies beyond the limits is none.
Number exactly(Number number, Calculation& calculation) {
  Calculation exact{kExact, 0};
  number = finish(std::move(number), exact);
  return exact.status & ~kSubnormal ? invalid(calculation) : number;
}

Number number_of_text(Vm& vm, const Str* text, Calculation& calculation) {
  Number result;
  vm.charge(30 + text->length * 2);
  return parse(plain_text(text), &result) ? result : invalid(calculation, kConversionSyntax);
}

bool read_sign(Vm& vm, Value value, bool* negative) {
  const auto sign = is_int(value) ? int64_of(value) : std::nullopt;
  if (!sign || (*sign != 0 && *sign != 1))
    return fail(vm, exceptions::ValueError, "sign must be an integer with the value 0 or 1");
  *negative = *sign == 1;
  return true;
}

bool read_kind(Vm& vm, Value value, Number* number) {
  if (is_str(value)) {
    const std::string text = to_utf8(value);
    if (text == "F") return number->kind = Kind::Infinite, true;
    if (text == "n") return number->kind = Kind::QuietNan, true;
    if (text == "N") return number->kind = Kind::SignallingNan, true;
    return fail(vm, exceptions::ValueError, "string argument in the third position must be 'F', 'n' or 'N'");
  }
  if (!is_int(value)) return fail(vm, exceptions::ValueError, "exponent must be an integer");
  return as_int64(vm, value, &number->exponent);
}

bool read_coefficient(Vm& vm, Value value, Number* number) {
  if (number->is_infinite()) return true;
  Ref digits = is_tuple(value) ? Ref(value) : to_tuple(vm, value);
  if (!digits) return false;
  for (int64_t i = 0; i < digits.as<Tuple>()->size; ++i) {
    const Value item = digits.as<Tuple>()->items[i];
    const auto digit = is_int(item) ? int64_of(item) : std::nullopt;
    if (!digit || *digit < 0 || *digit > 9) return fail(vm, exceptions::ValueError, "coefficient must be a tuple of digits");
    number->coefficient = number->coefficient * 10 + *digit;
  }
  return true;
}

bool number_of_tuple(Vm& vm, Value value, Number* number) {
  Ref parts = to_tuple(vm, value);
  if (!parts) return false;
  const auto* tuple = parts.as<Tuple>();
  if (tuple->size != 3) return fail(vm, exceptions::ValueError, "argument must be a sequence of length 3");
  return read_sign(vm, tuple->items[0], &number->negative) && read_kind(vm, tuple->items[2], number) &&
         read_coefficient(vm, tuple->items[1], number);
}

Number number_of_int(Value value) {
  BigNumber number = big_number(value);
  const bool negative = number.sign() < 0;
  return finite(negative, negative ? BigNumber(-number) : std::move(number), 0);
}

// Fits a number into a context, whose payloads are never cut.
Number rounded_to(Number number, Calculation& calculation) {
  const Settings& settings = calculation.settings;
  if (number.is_nan() && digits_of(number) > settings.precision - (settings.clamp ? 1 : 0))
    return number.coefficient.is_zero() ? number : invalid(calculation, kConversionSyntax);
  return finish(std::move(number), calculation);
}

}  // namespace

Number number_of_float(double value) {
  if (std::isnan(value)) {
    Number nan = not_a_number();
    nan.negative = std::signbit(value);
    return nan;
  }
  if (std::isinf(value)) return infinity(value < 0);
  if (value == 0) return finite(std::signbit(value), 0, 0);
  int exponent;
  auto mantissa = static_cast<int64_t>(std::ldexp(std::frexp(std::fabs(value), &exponent), 53));
  exponent -= 53;
  while (mantissa % 2 == 0) mantissa /= 2, ++exponent;
  BigNumber coefficient(mantissa);
  if (exponent >= 0) return finite(value < 0, coefficient << exponent, 0);
  // m / 2^k = m * 5^k / 10^k
  return finite(value < 0, coefficient * boost::multiprecision::pow(BigNumber(5), static_cast<unsigned>(-exponent)), exponent);
}

bool read_int_or_float(Vm& vm, Value value, Number* number) {
  vm.charge(300);
  if (is_int(value)) *number = number_of_int(value);
  else if (is_float(value)) *number = number_of_float(value.as<Float>()->number);
  else return fail(vm, exceptions::TypeError, "argument must be int or float");
  return true;
}

Ref decimal_from(Vm& vm, Type* type, Value value, ContextObject* context, bool rounded) {
  Calculation calculation{rounded ? context->settings : kExact, 0};
  Number number;
  if (is_str(value)) {
    number = number_of_text(vm, value.as<Str>(), calculation);
  } else if (is_int(value)) {
    number = number_of_int(value);
  } else if (is_decimal(value)) {
    if (!rounded && type == &decimal_type && type_of(value) == type) return value;
    number = number_of(value);
  } else if (is_float(value)) {
    calculation.status |= kFloatOperation;
    if (!note(vm, context, kFloatOperation)) return {};
    number = number_of_float(value.as<Float>()->number);
  } else if (is_tuple(value) || is_list(value)) {
    if (!number_of_tuple(vm, value, &number)) return {};
  } else {
    return raise(vm, exceptions::TypeError, "conversion from {} to Decimal is not supported", type_name(value));
  }
  if (rounded) number = rounded_to(std::move(number), calculation);
  else if (is_str(value) || is_tuple(value) || is_list(value)) number = exactly(std::move(number), calculation);
  return note(vm, context, calculation.status) ? make_decimal(std::move(number), type) : Ref();
}

int to_operand(Vm&, Value value, Ref* decimal) {
  if (is_decimal(value)) return *decimal = value, 1;
  if (!is_int(value)) return 0;
  *decimal = make_decimal(number_of_int(value));
  return 1;
}

bool as_decimal(Vm& vm, Value value, Ref* decimal) {
  if (to_operand(vm, value, decimal)) return true;
  return fail(vm, exceptions::TypeError, "conversion from {} to Decimal is not supported", type_name(value));
}

Ref to_int(Vm& vm, const Number& number, Rounding rounding) {
  if (number.is_nan()) return raise(vm, exceptions::ValueError, "cannot convert NaN to integer");
  if (number.is_infinite()) return raise(vm, exceptions::OverflowError, "cannot convert Infinity to integer");
  Calculation exact{kExact, 0};
  Number whole = number;
  rescale(whole, 0, rounding, exact);
  if (exact.status & kTooLarge) return raise(vm, exceptions::MemoryError);
  return make_int(number.negative ? BigNumber(-whole.coefficient) : std::move(whole.coefficient));
}

Ref to_ratio(Vm& vm, const Number& number) {
  if (number.is_nan()) return raise(vm, exceptions::ValueError, "cannot convert NaN to integer ratio");
  if (number.is_infinite()) return raise(vm, exceptions::OverflowError, "cannot convert Infinity to integer ratio");
  Number reduced = number;
  reduced.exponent += strip_zeros(reduced.coefficient, kMostPrecision);
  if (reduced.is_zero()) reduced.exponent = 0;
  Calculation exact{kExact, 0};
  if (is_too_long(std::abs(reduced.exponent), exact)) return raise(vm, exceptions::MemoryError);
  BigNumber above = reduced.coefficient, below = 1;
  if (reduced.exponent >= 0) above *= power_of_ten(reduced.exponent);
  else below = power_of_ten(-reduced.exponent);
  const BigNumber divisor = gcd(above, below);
  if (!divisor.is_zero()) above /= divisor, below /= divisor;
  return make_tuple({make_int(reduced.negative ? BigNumber(-above) : above), make_int(std::move(below))});
}

// As for all numbers: equal ones of different kinds have equal hashes.
bool hash_number(Vm& vm, Value self, Hash* result) {
  const Number& number = number_of(self);
  if (number.is_signalling()) return fail(vm, exceptions::TypeError, "Cannot hash a signaling NaN value");
  if (number.is_nan()) return *result = static_cast<Hash>(identity_number(self) >> 4), true;
  if (number.is_infinite()) return *result = number.negative ? -314159 : 314159, true;
  const BigNumber modulus(kHashModulus);
  // The inverse of ten for digits behind the point.
  const BigNumber base = number.exponent >= 0 ? BigNumber(10) : BigNumber(powm(BigNumber(10), BigNumber(kHashModulus - 2), modulus));
  const BigNumber power = powm(base, BigNumber(std::abs(number.exponent)), modulus);
  *result = static_cast<Hash>(BigNumber(number.coefficient % modulus * power % modulus));
  if (number.negative) *result = -*result;
  if (*result == -1) *result = -2;
  return true;
}

}  // namespace gilsim::python::decimal
