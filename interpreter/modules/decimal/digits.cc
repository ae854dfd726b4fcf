// Operations on exponents and single digits.
#include <algorithm>
#include <functional>

#include "interpreter/modules/decimal/arithmetic.h"

namespace gilsim::python::decimal {

namespace {

// The operand of shift, rotate and scaleb as a number of places; false: not a whole number within the limit.
bool read_places(const Number& places, int64_t limit, int64_t* result) {
  if (!places.is_finite() || places.exponent != 0 || places.coefficient > limit) return false;
  *result = static_cast<int64_t>(places.coefficient) * (places.negative ? -1 : 1);
  return true;
}

// Moves the digits; those that leave the precision are lost.
Number shifted(const Number& number, int64_t places, int64_t precision) {
  Number result = number;
  result.coefficient %= power_of_ten(precision);
  if (places < 0) {
    drop_digits(result.coefficient, -places, Rounding::Down, false);
  } else {
    result.coefficient %= power_of_ten(precision - places);
    result.coefficient *= power_of_ten(places);
  }
  return result;
}

template <bool exact>
Number to_integral(const Number& number, Calculation& calculation) {
  Number result;
  if (result_is_nan(number, calculation, &result)) return result;
  if (number.is_infinite() || number.exponent >= 0) return number;
  result = number;
  const bool changed = rescale(result, 0, calculation.settings.rounding, calculation);
  if (exact && !number.is_zero()) calculation.status |= kRounded;
  if (exact && changed) calculation.status |= kInexact;
  return result;
}

// Operands of logical operations: digits 0 and 1 only; the last ones that the precision allows.
bool read_logical(const Number& number, int64_t precision, std::string* digits) {
  if (!number.is_finite() || number.negative || number.exponent != 0) return false;
  *digits = number.coefficient.str();
  if (digits->find_first_not_of("01") != std::string::npos) return false;
  const auto size = static_cast<int64_t>(digits->size());
  if (size > precision) digits->erase(0, static_cast<size_t>(size - precision));
  return true;
}

template <class Combine>
Number logical(const Number& left, const Number& right, Calculation& calculation, Combine combine) {
  std::string first, second;
  const int64_t precision = calculation.settings.precision;
  if (!read_logical(left, precision, &first) || !read_logical(right, precision, &second)) return invalid(calculation);
  const size_t size = std::max(first.size(), second.size());
  first.insert(0, size - first.size(), '0');
  second.insert(0, size - second.size(), '0');
  for (size_t i = 0; i < size; ++i) first[i] = static_cast<char>('0' + combine(first[i] - '0', second[i] - '0'));
  Number result;
  parse(first, &result);
  return result;
}

// The neighbour in the direction that `rounding` rounds in: nothing is noted but what a signalling NaN does.
Number neighbour(const Number& number, Rounding rounding, Calculation& calculation) {
  Number result;
  if (result_is_nan(number, calculation, &result)) return result;
  const bool down = rounding == Rounding::Floor;
  Calculation silent = calculation;
  silent.settings.rounding = rounding;
  if (number.is_infinite()) {
    if (number.negative == down) return number;
    return finite(number.negative, power_of_ten(silent.settings.precision) - 1, silent.settings.etop());
  }
  result = finish(number, silent);
  if (compare_values(result, number) != 0) return result;
  return add(number, finite(down, 1, silent.settings.etiny() - 1), silent);
}

}  // namespace

Number quantize(const Number& number, const Number& pattern, Calculation& calculation) {
  Number result;
  if (result_is_nan(number, pattern, calculation, &result)) return result;
  if (number.is_infinite() || pattern.is_infinite())
    return number.is_infinite() && pattern.is_infinite() ? number : invalid(calculation);
  const Settings& settings = calculation.settings;
  const int64_t exponent = pattern.exponent;
  if (exponent < settings.etiny() || exponent > settings.emax) return invalid(calculation);
  result = number;
  if (number.is_zero()) {
    result.exponent = exponent;
    return finish(std::move(result), calculation);
  }
  const int64_t first = adjusted(number);
  if (first > settings.emax || first - exponent + 1 > settings.precision) return invalid(calculation);
  const bool changed = rescale(result, exponent, settings.rounding, calculation);
  if (calculation.status & kTooLarge) return not_a_number();
  if (digits_of(result) > settings.precision || adjusted(result) > settings.emax) return invalid(calculation);
  if (exponent > number.exponent) calculation.status |= kRounded | (changed ? kInexact : 0u);
  return finish(std::move(result), calculation);
}

Number normalize(const Number& number, Calculation& calculation) {
  Number result;
  if (result_is_nan(number, calculation, &result)) return result;
  result = finish(number, calculation);
  if (!result.is_finite()) return result;
  if (result.is_zero()) return finite(result.negative, 0, 0);
  const int64_t highest = calculation.settings.clamp ? calculation.settings.etop() : calculation.settings.emax;
  result.exponent += strip_zeros(result.coefficient, highest - result.exponent);
  return result;
}

Number to_integral_value(const Number& number, Calculation& calculation) { return to_integral<false>(number, calculation); }
Number to_integral_exact(const Number& number, Calculation& calculation) { return to_integral<true>(number, calculation); }

Number scaleb(const Number& number, const Number& places, Calculation& calculation) {
  Number result;
  if (result_is_nan(number, places, calculation, &result)) return result;
  int64_t by;
  const int64_t limit = 2 * (calculation.settings.emax + calculation.settings.precision);
  if (!read_places(places, limit, &by)) return invalid(calculation);
  result = number;
  if (number.is_infinite()) return result;
  result.exponent += by;
  return finish(std::move(result), calculation);
}

Number logb(const Number& number, Calculation& calculation) {
  Number result;
  if (result_is_nan(number, calculation, &result)) return result;
  if (number.is_infinite()) return infinity(false);
  if (number.is_zero()) {
    calculation.status |= kDivisionByZero;
    return infinity(true);
  }
  const int64_t first = adjusted(number);
  return finish(finite(first < 0, BigNumber(first < 0 ? -first : first), 0), calculation);
}

Number shift(const Number& number, const Number& places, Calculation& calculation) {
  Number result;
  if (result_is_nan(number, places, calculation, &result)) return result;
  int64_t by;
  if (!read_places(places, calculation.settings.precision, &by)) return invalid(calculation);
  return number.is_infinite() ? number : shifted(number, by, calculation.settings.precision);
}

Number rotate(const Number& number, const Number& places, Calculation& calculation) {
  Number result;
  if (result_is_nan(number, places, calculation, &result)) return result;
  int64_t by;
  const int64_t precision = calculation.settings.precision;
  if (!read_places(places, precision, &by)) return invalid(calculation);
  if (number.is_infinite()) return number;
  if (by < 0) by += precision;
  result = number;
  result.coefficient %= power_of_ten(precision);
  const BigNumber low = result.coefficient % power_of_ten(precision - by);
  const BigNumber high = result.coefficient / power_of_ten(precision - by);
  result.coefficient = low * power_of_ten(by) + high;
  return result;
}

Number logical_and(const Number& left, const Number& right, Calculation& calculation) {
  return logical(left, right, calculation, std::bit_and<int>());
}
Number logical_or(const Number& left, const Number& right, Calculation& calculation) {
  return logical(left, right, calculation, std::bit_or<int>());
}
Number logical_xor(const Number& left, const Number& right, Calculation& calculation) {
  return logical(left, right, calculation, std::bit_xor<int>());
}
Number logical_invert(const Number& number, Calculation& calculation) {
  if (is_too_long(calculation.settings.precision, calculation)) return not_a_number();
  const Number ones = finite(false, (power_of_ten(calculation.settings.precision) - 1) / 9, 0);
  return logical(number, ones, calculation, std::bit_xor<int>());
}

Number next_minus(const Number& number, Calculation& calculation) { return neighbour(number, Rounding::Floor, calculation); }
Number next_plus(const Number& number, Calculation& calculation) { return neighbour(number, Rounding::Ceiling, calculation); }

Number next_toward(const Number& number, const Number& target, Calculation& calculation) {
  Number result;
  if (result_is_nan(number, target, calculation, &result)) return result;
  const int order = compare_values(number, target);
  if (order == 0) {
    result = number;
    result.negative = target.negative;
    return result;
  }
  result = neighbour(number, order < 0 ? Rounding::Ceiling : Rounding::Floor, calculation);
  if (result.is_infinite()) {
    calculation.status |= kOverflow | kInexact | kRounded;
  } else if (adjusted(result) < calculation.settings.emin) {
    calculation.status |= kUnderflow | kSubnormal | kInexact | kRounded | (result.is_zero() ? kClamped : 0u);
  }
  return result;
}

}  // namespace gilsim::python::decimal
