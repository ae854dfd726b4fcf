// Powers: of whole exponents by repeated squaring, of others by way of the logarithm. The digits that are carried beyond the
// precision are libmpdec's, so that the last place is the same where the result is not correctly rounded.
#include <algorithm>

#include "interpreter/modules/decimal/arithmetic.h"

namespace gilsim::python::decimal {

namespace {

constexpr int64_t kDigitsOfExponents = 19;

// 1.000…0 with as many digits as the precision.
Number padded_one(bool negative, int64_t zeros, Calculation& calculation) {
  if (is_too_long(zeros, calculation)) return not_a_number();
  return finite(negative, power_of_ten(zeros), -zeros);
}

Number power_of_infinite(const Number& base, const Number& exponent, bool negative) {
  if (exponent.is_zero()) return finite(negative, 1, 0);
  return exponent.negative ? finite(negative, 0, 0) : infinity(base.is_infinite() ? negative : false);
}

Number power_to_infinity(const Number& base, const Number& exponent, Calculation& calculation) {
  const int order = compare_magnitudes(base, finite(false, 1, 0));
  if (order == 0) {
    calculation.status |= kInexact | kRounded;
    return padded_one(false, calculation.settings.precision - 1, calculation);
  }
  return (order > 0) != exponent.negative ? infinity(false) : finite(false, 0, 0);
}

// 1.00 ** 3 = 1.000000
Number power_of_one(const Number& base, const Number& exponent, bool negative, Calculation& calculation) {
  const int64_t most = calculation.settings.precision - 1;
  if (!is_integer(exponent)) {
    calculation.status |= kInexact | kRounded;
    return padded_one(negative, most, calculation);
  }
  if (exponent.negative) return finite(negative, 1, 0);
  Calculation exact{kExact, 0};
  const Number places = multiply(exponent, finite(base.exponent > 0, BigNumber(std::abs(base.exponent)), 0), exact);
  const Number limit = finite(false, BigNumber(most), 0);
  if (places.negative || places.is_zero()) return finite(negative, 1, 0);
  if (compare_values(places, limit) > 0) {
    calculation.status |= kRounded;
    return padded_one(negative, most, calculation);
  }
  Number whole = places;
  rescale(whole, 0, Rounding::Down, exact);
  return padded_one(negative, static_cast<int64_t>(whole.coefficient), calculation);
}

int64_t digits_of_exponent(int64_t exponent) { return digit_count(BigNumber(std::abs(exponent))); }

// A lower bound of the exponent of the first digit of |log10(base)|. REQUIRES: |base| != 1
int64_t order_of_logarithm(const Number& base) {
  const int64_t first = adjusted(base);
  if (first > 0) return digits_of_exponent(first) - 1;
  if (first < -1) return digits_of_exponent(first + 1) - 1;
  Calculation exact{kExact, 0};
  Number magnitude = base;
  magnitude.negative = false;
  return adjusted(subtract(magnitude, finite(false, 1, 0), exact)) - (first == 0 ? 2 : 1);
}

// Powers that are certain to lie beyond the exponents.
bool is_out_of_range(const Number& base, const Number& exponent, bool negative, Calculation& calculation, Number* result) {
  const Settings& settings = calculation.settings;
  const bool small = (adjusted(base) < 0) != exponent.negative;
  const int64_t limit = small ? settings.etiny() : settings.emax;
  if (order_of_logarithm(base) + adjusted(exponent) <= digits_of_exponent(limit)) return false;
  *result = finish(finite(negative, 1, small ? settings.etiny() - 1 : kMostPrecision + 1), calculation);
  return true;
}

Number whole_power(const Number& base, const Number& exponent, bool negative, Calculation& calculation) {
  Calculation work = calculation;
  work.settings.precision += digits_of(exponent) + exponent.exponent + 2;
  work.settings.rounding = Rounding::HalfEven;
  work.settings.clamp = false;
  Number factor = base, whole = exponent;
  if (exponent.negative) {
    ++work.settings.precision;
    factor = divide(finite(false, 1, 0), base, work);
  }
  rescale(whole, 0, Rounding::Down, work);
  Number result = factor;
  for (auto bit = static_cast<int64_t>(msb(whole.coefficient)) - 1; bit >= 0 && result.is_finite(); --bit) {
    result = multiply(result, result, work);
    if (bit_test(whole.coefficient, static_cast<unsigned>(bit))) result = multiply(result, factor, work);
    if (result.is_zero()) break;
  }
  calculation.status |= work.status;
  result.negative = negative;
  if (result.is_infinite()) result = finite(negative, 1, kMostPrecision + 1);
  return finish(std::move(result), calculation);
}

Number real_power(const Number& base, const Number& exponent, Calculation& calculation) {
  Calculation work = calculation;
  work.settings.precision = std::max(digits_of(base), work.settings.precision) + 4 + kDigitsOfExponents;
  work.settings.rounding = Rounding::HalfEven;
  Number result = ln(base, work);
  result = multiply(result, exponent, work);
  result = exponential(result, work);
  calculation.work_ns += work.work_ns;
  calculation.status |= kInexact | kRounded;
  if (result.is_infinite()) result = finite(false, 1, kMostPrecision + 1);
  else if (result.is_zero()) result = finite(false, 1, kLeastEtiny - 1);
  else if (result.is_finite() && compare_values(result, finite(false, 1, 0)) == 0)
    result = padded_one(false, calculation.settings.precision - 1, calculation);
  return finish(std::move(result), calculation);
}

}  // namespace

Number power(const Number& base, const Number& exponent, Calculation& calculation) {
  Number result;
  if (result_is_nan(base, exponent, calculation, &result)) return result;
  const bool whole = is_integer(exponent);
  const bool negative = base.negative && whole && is_odd(exponent);
  if (base.is_zero()) {
    if (exponent.is_zero()) return invalid(calculation);
    return exponent.negative ? infinity(negative) : finite(negative, 0, 0);
  }
  if (base.negative && !whole) return invalid(calculation);
  if (exponent.is_infinite()) return power_to_infinity(base, exponent, calculation);
  if (base.is_infinite()) return power_of_infinite(base, exponent, negative);
  if (exponent.is_zero()) return finite(negative, 1, 0);
  if (compare_magnitudes(base, finite(false, 1, 0)) == 0) return power_of_one(base, exponent, negative, calculation);
  if (is_out_of_range(base, exponent, negative, calculation, &result)) return result;
  if (is_too_long(calculation.settings.precision, calculation)) return not_a_number();
  return whole ? whole_power(base, exponent, negative, calculation) : real_power(base, exponent, calculation);
}

Number power_modulo(const Number& base, const Number& exponent, const Number& modulus, Calculation& calculation) {
  Number result;
  if (base.is_nan() || exponent.is_nan() || modulus.is_nan()) {
    const Number& third = modulus.is_signalling() && !base.is_signalling() && !exponent.is_signalling() ? modulus : base;
    return result_is_nan(third, &third == &base && !base.is_nan() && !exponent.is_nan() ? modulus : exponent, calculation, &result), result;
  }
  if (!is_integer(base) || !is_integer(exponent) || !is_integer(modulus) || modulus.is_zero() || exponent.negative ||
      adjusted(modulus) >= calculation.settings.precision || (base.is_zero() && exponent.is_zero()))
    return invalid(calculation);
  const bool negative = base.negative && is_odd(exponent);
  Calculation exact{kExact, 0};
  Number numbers[3] = {base, exponent, modulus};
  for (Number& number : numbers) rescale(number, 0, Rounding::Down, exact);
  if (exact.status & kTooLarge) return calculation.status |= kTooLarge, not_a_number();
  const BigNumber rest = powm(BigNumber(numbers[0].coefficient % numbers[2].coefficient), numbers[1].coefficient, numbers[2].coefficient);
  return finite(negative, rest, 0);
}

}  // namespace gilsim::python::decimal
