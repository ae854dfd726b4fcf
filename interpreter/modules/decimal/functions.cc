// Square root, exponential and logarithms, correctly rounded: computed with some more digits in binary fixed point, and
// again with more still where these leave the rounding open.
#include <cmath>

#include "interpreter/modules/decimal/arithmetic.h"

namespace gilsim::python::decimal {

namespace {

namespace mp = boost::multiprecision;

constexpr double kBitsPerDigit = 3.3219280948873626;
constexpr int64_t kGuardBits = 100;  // more than exponents have

// What libmpdec takes for a digit of the result, around the usual precision.
constexpr int64_t kRootNs = 40, kExponentialNs = 170, kLogarithmNs = 530;

int64_t bits_for(int64_t digits) { return static_cast<int64_t>(static_cast<double>(digits) * kBitsPerDigit) + kGuardBits; }
BigNumber one(int64_t bits) { return BigNumber(1) << bits; }

// 1/n + 1/3n^3 + …, and the natural logarithm of ten of such.
BigNumber inverse_atanh(int64_t n, int64_t bits) {
  BigNumber power = one(bits) / n, sum = power;
  for (int64_t i = 3; !power.is_zero(); i += 2) {
    power /= n * n;
    sum += power / i;
  }
  return sum;
}
BigNumber ln_ten(int64_t bits) {
  const int64_t more = bits + 16;
  return (46 * inverse_atanh(31, more) + 34 * inverse_atanh(49, more) + 20 * inverse_atanh(161, more)) >> 16;
}

// e^x for |x| < 3: Taylor's series of x / 2^k, squared k times.
BigNumber exp_fixed(const BigNumber& x, int64_t bits) {
  const auto halvings = static_cast<int64_t>(std::sqrt(static_cast<double>(bits)));
  const int64_t more = bits + 2 * halvings + 16;
  const BigNumber small = (x << (more - bits)) >> halvings;
  BigNumber term = one(more), sum = term;
  for (int64_t i = 1; !term.is_zero(); ++i) {
    term *= small;
    term /= one(more) * i;
    sum += term;
  }
  for (int64_t i = 0; i < halvings; ++i) sum = (sum * sum) >> more;
  return sum >> (more - bits);
}

// ln(x) for x near 1: what a double knows of it, and the rest by atanh's series.
BigNumber ln_fixed(const BigNumber& x, int64_t bits) {
  const double near = std::log(static_cast<double>(BigNumber(x >> (bits - 60))) * 0x1p-60);
  const BigNumber start = BigNumber(static_cast<int64_t>(std::ldexp(near, 60))) << (bits - 60);
  const BigNumber rest = (x * exp_fixed(-start, bits)) >> bits;
  const BigNumber y = ((rest - one(bits)) << bits) / (rest + one(bits));
  const BigNumber square = (y * y) >> bits;
  BigNumber power = y, sum = y;
  for (int64_t i = 3; !power.is_zero() && power != -1; i += 2) {
    power = (power * square) >> bits;
    sum += power / i;
  }
  return start + 2 * sum;
}

// |number| times 2^bits. REQUIRES: not much larger than the precision
BigNumber to_fixed(const Number& number, int64_t bits) {
  if (number.exponent >= 0) return (number.coefficient * power_of_ten(number.exponent)) << bits;
  return (number.coefficient << bits) / power_of_ten(-number.exponent);
}

Number from_fixed(const BigNumber& value, int64_t bits, int64_t places) {
  const BigNumber magnitude = value.sign() < 0 ? BigNumber(-value) : value;
  return finite(value.sign() < 0, (magnitude * power_of_ten(places)) >> bits, -places);
}

// Calls approximate(digits), which may be wrong by 2 in its last place, until that decides the rounding.
template <class Approximate>
Number correctly_rounded(Calculation& calculation, int64_t ns_per_digit, Approximate approximate) {
  const int64_t precision = calculation.settings.precision;
  if (is_too_long(precision, calculation)) return not_a_number();
  calculation.work_ns += precision * ns_per_digit;
  calculation.settings.rounding = Rounding::HalfEven;
  for (int64_t digits = precision + 8;; digits += digits / 2) {
    Number result = approximate(digits);
    const int64_t more = digits_of(result) - precision;
    BigNumber distance = result.coefficient % power_of_ten(more) - 5 * power_of_ten(more - 1);
    if (mp::abs(distance) <= 2) continue;
    append_sticky(result);
    return finish(std::move(result), calculation);
  }
}

Number exp_digits(const Number& number, int64_t digits) {
  const int64_t bits = bits_for(digits);
  const BigNumber ten = ln_ten(bits);
  BigNumber x = to_fixed(number, bits);
  if (number.negative) x = -x;
  BigNumber powers = (2 * x + ten) / (2 * ten);  // of ten; by one off is near enough
  Number result = from_fixed(exp_fixed(x - powers * ten, bits), bits, digits + 1);
  result.exponent += static_cast<int64_t>(powers);
  return result;
}

// Where the first digit of x - 1 is; REQUIRES: x != 1
int64_t distance_from_one(const Number& number) {
  const int64_t first = adjusted(number);
  if (first != 0 && first != -1) return 0;
  Calculation exact{kExact, 0};
  return std::min<int64_t>(0, adjusted(subtract(number, finite(false, 1, 0), exact)));
}

// ln(number), or log10, in fixed point.
BigNumber logarithm(const Number& number, int64_t bits, bool decimal) {
  int64_t powers = adjusted(number);
  Number mantissa = number;
  mantissa.exponent -= powers;
  if (compare_magnitudes(mantissa, finite(false, 316, -2)) > 0) {
    ++powers;
    --mantissa.exponent;
  }
  const BigNumber ten = ln_ten(bits);
  const BigNumber rest = ln_fixed(to_fixed(mantissa, bits), bits);
  return decimal ? (BigNumber(powers) << bits) + (rest << bits) / ten : BigNumber(rest + powers * ten);
}

template <bool decimal>
Number rounded_logarithm(const Number& number, Calculation& calculation) {
  const int64_t lost = -distance_from_one(number) + 2;  // places without digits
  return correctly_rounded(calculation, kLogarithmNs, [&](int64_t digits) {
    const int64_t bits = bits_for(digits + lost);
    return from_fixed(logarithm(number, bits, decimal), bits, digits + lost);
  });
}

bool is_one(const Number& number) { return number.is_finite() && compare_values(number, finite(false, 1, 0)) == 0; }

// What both logarithms say of numbers that have none, and of infinity.
bool logarithm_is_special(const Number& number, Calculation& calculation, Number* result) {
  if (result_is_nan(number, calculation, result)) return true;
  if (number.is_zero()) *result = infinity(true);
  else if (number.negative) *result = invalid(calculation);
  else if (number.is_infinite()) *result = number;
  else if (is_one(number)) *result = finite(false, 0, 0);
  else return false;
  return true;
}

}  // namespace

Number square_root(const Number& number, Calculation& calculation) {
  Number result;
  if (result_is_nan(number, calculation, &result)) return result;
  const int64_t ideal = number.exponent >> 1;
  calculation.settings.rounding = Rounding::HalfEven;
  if (number.is_zero()) return finish(finite(number.negative, 0, ideal), calculation);
  if (number.negative) return invalid(calculation);
  if (number.is_infinite()) return number;
  if (is_too_long(calculation.settings.precision, calculation)) return not_a_number();
  calculation.work_ns += calculation.settings.precision * kRootNs;
  BigNumber square = number.coefficient;
  if (number.exponent & 1) square *= 10;
  // As many pairs of digits that the root has one digit more than the precision.
  const int64_t more = calculation.settings.precision + 1 - (digit_count(square) + 1) / 2;
  bool exact = true;
  if (more >= 0) square *= power_of_ten(2 * more);
  else exact = !drop_digits(square, -2 * more, Rounding::Down, false);
  BigNumber rest;
  result = finite(false, mp::sqrt(square, rest), ideal - more);
  if (!exact || !rest.is_zero()) append_sticky(result);
  else if (more > 0) result.exponent += strip_zeros(result.coefficient, more);
  else rescale(result, ideal, Rounding::Down, calculation);
  return finish(std::move(result), calculation);
}

Number exponential(const Number& number, Calculation& calculation) {
  Number result;
  if (result_is_nan(number, calculation, &result)) return result;
  if (number.is_infinite()) return number.negative ? finite(false, 0, 0) : number;
  if (number.is_zero()) return finite(false, 1, 0);
  calculation.settings.rounding = Rounding::HalfEven;
  const int64_t precision = calculation.settings.precision;
  if (adjusted(number) > 18)  // further out than any exponent
    return finish(finite(false, 1, number.negative ? kLeastEtiny - 1 : kMostPrecision + 1), calculation);
  if (is_too_long(precision, calculation)) return not_a_number();
  if (adjusted(number) < -precision - 2) {
    result = finite(false, power_of_ten(precision + 3) - (number.negative ? 1 : 0), -precision - 3);
    append_sticky(result);
    return finish(std::move(result), calculation);
  }
  return correctly_rounded(calculation, kExponentialNs, [&](int64_t digits) { return exp_digits(number, digits); });
}

Number ln(const Number& number, Calculation& calculation) {
  Number result;
  if (logarithm_is_special(number, calculation, &result)) return result;
  return rounded_logarithm<false>(number, calculation);
}

Number log10(const Number& number, Calculation& calculation) {
  Number result;
  const bool power = number.is_finite() && !number.negative && number.coefficient == power_of_ten(digits_of(number) - 1);
  if (!power && logarithm_is_special(number, calculation, &result)) return result;
  if (!power) return rounded_logarithm<true>(number, calculation);
  const int64_t first = adjusted(number);
  calculation.settings.rounding = Rounding::HalfEven;
  return finish(finite(first < 0, BigNumber(first < 0 ? -first : first), 0), calculation);
}

}  // namespace gilsim::python::decimal
