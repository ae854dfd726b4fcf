#include "interpreter/modules/decimal/arithmetic.h"

#include <algorithm>

namespace gilsim::python::decimal {

namespace {

// Makes the exponents equal, the larger one by appending zeros. A number that lies wholly below what the precision can
// see becomes a digit that only tells that it is there.
void align(Number& left, Number& right, Calculation& calculation) {
  if (left.exponent == right.exponent) return;
  Number& high = left.exponent > right.exponent ? left : right;
  Number& low = left.exponent > right.exponent ? right : left;
  const int64_t digits = digits_of(high);
  const int64_t invisible = high.exponent + std::min<int64_t>(-1, digits - calculation.settings.precision - 2);
  if (adjusted(low) < invisible) {
    low.coefficient = 1;
    low.exponent = invisible;
  }
  rescale(high, low.exponent, Rounding::Down, calculation);
}

// left + right where one of them is zero: the exponent is the smaller one, as far as the precision reaches.
Number add_zero(Number number, int64_t exponent_of_zero, Calculation& calculation) {
  const int64_t least = std::max(std::min(number.exponent, exponent_of_zero),
                                 number.exponent - (calculation.settings.precision - digits_of(number)) - 1);
  if (least < number.exponent) rescale(number, least, Rounding::Down, calculation);
  return finish(std::move(number), calculation);
}

bool zero_is_negative(bool left, bool right, Rounding rounding) {
  return left == right ? left : rounding == Rounding::Floor;
}

Number add_infinite(const Number& left, const Number& right, Calculation& calculation) {
  if (!left.is_infinite()) return right;
  if (right.is_infinite() && left.negative != right.negative) return invalid(calculation);
  return left;
}

Number add_finite(Number left, Number right, Calculation& calculation) {
  const bool left_zero = left.coefficient.is_zero(), right_zero = right.coefficient.is_zero();
  if (left_zero && right_zero)
    return finish(finite(zero_is_negative(left.negative, right.negative, calculation.settings.rounding), 0,
                         std::min(left.exponent, right.exponent)),
                  calculation);
  if (left_zero) return add_zero(std::move(right), left.exponent, calculation);
  if (right_zero) return add_zero(std::move(left), right.exponent, calculation);
  align(left, right, calculation);
  if (left.negative == right.negative) {
    left.coefficient += right.coefficient;
    return finish(std::move(left), calculation);
  }
  const int order = left.coefficient.compare(right.coefficient);
  if (order == 0) return finish(finite(calculation.settings.rounding == Rounding::Floor, 0, left.exponent), calculation);
  Number& larger = order > 0 ? left : right;
  larger.coefficient -= (order > 0 ? right : left).coefficient;
  return finish(std::move(larger), calculation);
}

Number add_signed(const Number& left, const Number& right, bool right_negative, Calculation& calculation) {
  Number result;
  if (result_is_nan(left, right, calculation, &result)) return result;
  Number second = right;
  second.negative = right_negative;
  if (left.is_infinite() || right.is_infinite()) return add_infinite(left, second, calculation);
  return add_finite(left, std::move(second), calculation);
}

// The product without rounding; NaNs have been seen to.
Number exact_product(const Number& left, const Number& right, Calculation& calculation) {
  const bool negative = left.negative != right.negative;
  if (left.is_infinite() || right.is_infinite())
    return left.is_zero() || right.is_zero() ? invalid(calculation) : infinity(negative);
  return finite(negative, left.coefficient * right.coefficient, left.exponent + right.exponent);
}

// -0 becomes 0, but for the one rounding that prefers -0.
Number with_sign(const Number& number, bool negative, Calculation& calculation) {
  Number result;
  if (result_is_nan(number, calculation, &result)) return result;
  result = number;
  result.negative = negative && (!number.is_zero() || calculation.settings.rounding == Rounding::Floor);
  return finish(std::move(result), calculation);
}

}  // namespace

bool is_integer(const Number& number) {
  if (!number.is_finite()) return false;
  if (number.exponent >= 0 || number.coefficient.is_zero()) return true;
  if (-number.exponent >= digits_of(number)) return false;
  return (number.coefficient % power_of_ten(-number.exponent)).is_zero();
}

bool is_odd(const Number& number) {
  if (number.exponent > 0 || number.coefficient.is_zero()) return false;
  const BigNumber whole = number.exponent == 0 ? number.coefficient : number.coefficient / power_of_ten(-number.exponent);
  return bit_test(whole, 0);
}

bool is_subnormal(const Number& number, const Settings& settings) {
  return number.is_finite() && !number.is_zero() && adjusted(number) < settings.emin;
}

Number plus(const Number& number, Calculation& calculation) {
  return with_sign(number, number.negative, calculation);
}

Number minus(const Number& number, Calculation& calculation) {
  return with_sign(number, !number.negative, calculation);
}

Number absolute(const Number& number, Calculation& calculation) {
  Number result;
  if (result_is_nan(number, calculation, &result)) return result;
  result = number;
  result.negative = false;
  return finish(std::move(result), calculation);
}

Number add(const Number& left, const Number& right, Calculation& calculation) {
  return add_signed(left, right, right.negative, calculation);
}

Number subtract(const Number& left, const Number& right, Calculation& calculation) {
  return add_signed(left, right, !right.negative, calculation);
}

Number multiply(const Number& left, const Number& right, Calculation& calculation) {
  Number result;
  if (result_is_nan(left, right, calculation, &result)) return result;
  return finish(exact_product(left, right, calculation), calculation);
}

Number fma(const Number& left, const Number& right, const Number& third, Calculation& calculation) {
  Number result;
  if (left.is_nan() || right.is_nan()) {
    const Number& worst = left.is_signalling() || right.is_signalling() || !third.is_signalling() ? left : third;
    return result_is_nan(worst, &worst == &left ? right : left, calculation, &result), result;
  }
  Number product = exact_product(left, right, calculation);
  if (calculation.status & kInvalid) return third.is_nan() ? result_is_nan(third, calculation, &result), result : product;
  return add(product, third, calculation);
}

}  // namespace gilsim::python::decimal
