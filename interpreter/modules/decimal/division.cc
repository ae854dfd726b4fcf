#include "interpreter/modules/decimal/arithmetic.h"

namespace gilsim::python::decimal {

namespace {

Number divide_by_zero(const Number& left, bool negative, Calculation& calculation) {
  if (left.is_zero()) return invalid(calculation, kDivisionUndefined);
  calculation.status |= kDivisionByZero;
  return infinity(negative);
}

// Quotient and remainder of whole division, truncated. REQUIRES: finite, right != 0. False: the quotient has more digits than
// the precision.
bool divide_whole(const Number& left, const Number& right, Calculation& calculation, Number* quotient, Number* rest) {
  const bool negative = left.negative != right.negative;
  const int64_t ideal = std::min(left.exponent, right.exponent);
  *quotient = finite(negative, 0, 0);
  *rest = left;
  const int64_t difference = left.is_zero() ? -2 : adjusted(left) - adjusted(right);
  if (difference > calculation.settings.precision) return false;
  if (difference <= -2) {
    rescale(*rest, ideal, Rounding::Down, calculation);
    return true;
  }
  Number divisor = right;
  rescale(*rest, ideal, Rounding::Down, calculation);
  rescale(divisor, ideal, Rounding::Down, calculation);
  BigNumber cut;
  boost::multiprecision::divide_qr(rest->coefficient, divisor.coefficient, quotient->coefficient, cut);
  rest->coefficient = std::move(cut);
  return digits_of(*quotient) <= calculation.settings.precision;
}

Number quotient_of_finite(const Number& left, const Number& right, Calculation& calculation) {
  const bool negative = left.negative != right.negative;
  const int64_t ideal = left.exponent - right.exponent;
  if (left.is_zero()) return finite(negative, 0, ideal);
  const int64_t more = digits_of(right) - digits_of(left) + calculation.settings.precision + 1;
  if (is_too_long(more, calculation)) return not_a_number();
  Number result = finite(negative, 0, ideal - more);
  BigNumber rest;
  if (more >= 0)
    boost::multiprecision::divide_qr(BigNumber(left.coefficient * power_of_ten(more)), right.coefficient, result.coefficient, rest);
  else
    boost::multiprecision::divide_qr(left.coefficient, BigNumber(right.coefficient * power_of_ten(-more)), result.coefficient, rest);
  if (!rest.is_zero()) append_sticky(result);
  else if (result.exponent < ideal) result.exponent += strip_zeros(result.coefficient, ideal - result.exponent);
  return result;
}

}  // namespace

Number divide(const Number& left, const Number& right, Calculation& calculation) {
  Number result;
  if (result_is_nan(left, right, calculation, &result)) return result;
  const bool negative = left.negative != right.negative;
  if (left.is_infinite()) return right.is_infinite() ? invalid(calculation) : infinity(negative);
  if (right.is_infinite()) {
    calculation.status |= kClamped;
    return finite(negative, 0, calculation.settings.etiny());
  }
  if (right.is_zero()) return divide_by_zero(left, negative, calculation);
  return finish(quotient_of_finite(left, right, calculation), calculation);
}

Number divide_int(const Number& left, const Number& right, Calculation& calculation) {
  Number result, rest;
  if (result_is_nan(left, right, calculation, &result)) return result;
  const bool negative = left.negative != right.negative;
  if (left.is_infinite()) return right.is_infinite() ? invalid(calculation) : infinity(negative);
  if (right.is_infinite()) return finite(negative, 0, 0);
  if (right.is_zero()) return divide_by_zero(left, negative, calculation);
  if (!divide_whole(left, right, calculation, &result, &rest)) return invalid(calculation, kDivisionImpossible);
  return finish(std::move(result), calculation);
}

Number remainder(const Number& left, const Number& right, Calculation& calculation) {
  Number result, quotient;
  if (result_is_nan(left, right, calculation, &result)) return result;
  if (left.is_infinite()) return invalid(calculation);
  if (right.is_infinite()) return finish(left, calculation);
  if (right.is_zero()) return invalid(calculation, left.is_zero() ? kDivisionUndefined : kInvalidOperation);
  if (!divide_whole(left, right, calculation, &quotient, &result)) return invalid(calculation, kDivisionImpossible);
  return finish(std::move(result), calculation);
}

void divide_with_remainder(const Number& left, const Number& right, Calculation& calculation, Number* quotient, Number* rest) {
  if (result_is_nan(left, right, calculation, quotient)) {
    *rest = *quotient;
    return;
  }
  const bool negative = left.negative != right.negative;
  if (left.is_infinite()) {
    *rest = invalid(calculation);
    *quotient = right.is_infinite() ? *rest : infinity(negative);
  } else if (right.is_infinite()) {
    *quotient = finite(negative, 0, 0);
    *rest = finish(left, calculation);
  } else if (right.is_zero()) {
    *quotient = divide_by_zero(left, negative, calculation);
    *rest = left.is_zero() ? *quotient : invalid(calculation);
  } else if (divide_whole(left, right, calculation, quotient, rest)) {
    *quotient = finish(std::move(*quotient), calculation);
    *rest = finish(std::move(*rest), calculation);
  } else {
    *quotient = *rest = invalid(calculation, kDivisionImpossible);
  }
}

// The remainder of smallest magnitude; of two equal ones the one to the even quotient.
Number remainder_near(const Number& left, const Number& right, Calculation& calculation) {
  Number result, quotient;
  if (result_is_nan(left, right, calculation, &result)) return result;
  if (left.is_infinite()) return invalid(calculation);
  if (right.is_infinite()) return finish(left, calculation);
  if (right.is_zero()) return invalid(calculation, left.is_zero() ? kDivisionUndefined : kInvalidOperation);
  if (!divide_whole(left, right, calculation, &quotient, &result)) return invalid(calculation, kDivisionImpossible);
  Number twice = finite(false, result.coefficient * 2, result.exponent);
  const int half = compare_magnitudes(twice, right);
  if (half > 0 || (half == 0 && is_odd(quotient))) {
    Number divisor = right;
    rescale(divisor, result.exponent, Rounding::Down, calculation);
    result.coefficient = divisor.coefficient - result.coefficient;
    result.negative = !result.negative;
    if (digit_count(quotient.coefficient + 1) > calculation.settings.precision) return invalid(calculation, kDivisionImpossible);
  }
  return finish(std::move(result), calculation);
}

}  // namespace gilsim::python::decimal
