#include "interpreter/modules/decimal/number.h"

#include <algorithm>

namespace gilsim::python::decimal {

namespace {

namespace mp = boost::multiprecision;

constexpr int64_t kKeptPowers = 1024;  // powers of ten up to this one are computed once a run
BigNumber* kept_powers[kKeptPowers] = {};
BigNumber last_power;  // the larger one that was asked for last, and its exponent
int64_t last_exponent = -1;
const AtReset forget_powers([] {
  std::fill(std::begin(kept_powers), std::end(kept_powers), nullptr);
  new (&last_power) BigNumber;  // its memory has gone with the heap
  last_exponent = -1;
});

BigNumber raise_ten(int64_t exponent) { return mp::pow(BigNumber(10), static_cast<unsigned>(exponent)); }

// Whether a magnitude is rounded away from zero: `half` compares what is cut off with a half of the last place.
bool rounds_away(Rounding rounding, bool negative, const BigNumber& kept, int half) {
  const auto last_digit = [&] { return static_cast<int>(BigNumber(kept % 10)); };
  switch (rounding) {
    case Rounding::Up: return true;
    case Rounding::Down: return false;
    case Rounding::Ceiling: return !negative;
    case Rounding::Floor: return negative;
    case Rounding::HalfUp: return half >= 0;
    case Rounding::HalfDown: return half > 0;
    case Rounding::HalfEven: return half > 0 || (half == 0 && last_digit() % 2 == 1);
    case Rounding::ZeroFiveUp: return last_digit() % 5 == 0;
  }
  return false;
}

// What takes the place of a number that is too large.
Number overflow(bool negative, Calculation& calculation) {
  calculation.status |= kOverflow | kInexact | kRounded;
  const Settings& settings = calculation.settings;
  const Rounding rounding = settings.rounding;
  const bool to_largest = rounding == Rounding::Down || rounding == Rounding::ZeroFiveUp ||
                          (rounding == Rounding::Ceiling && negative) || (rounding == Rounding::Floor && !negative);
  if (!to_largest) return infinity(negative);
  if (is_too_long(settings.precision, calculation)) return not_a_number();
  return finite(negative, power_of_ten(settings.precision) - 1, settings.etop());
}

Number finish_zero(Number number, Calculation& calculation) {
  const Settings& settings = calculation.settings;
  const int64_t fitted = std::clamp(number.exponent, settings.etiny(), settings.clamp ? settings.etop() : settings.emax);
  if (fitted != number.exponent) calculation.status |= kClamped;
  number.exponent = fitted;
  return number;
}

Number finish_finite(Number number, Calculation& calculation) {
  const Settings& settings = calculation.settings;
  if (number.coefficient.is_zero()) return finish_zero(std::move(number), calculation);
  const int64_t digits = digits_of(number);
  int64_t least = digits + number.exponent - settings.precision;  // the exponent that the precision allows
  if (least > settings.etop()) return overflow(number.negative, calculation);
  const bool subnormal = least < settings.etiny();
  if (subnormal) {
    least = settings.etiny();
    calculation.status |= kSubnormal;
  }
  if (number.exponent < least) {
    const bool changed = drop_digits(number.coefficient, least - number.exponent, settings.rounding, number.negative);
    number.exponent = least;
    calculation.status |= kRounded;
    if (changed) calculation.status |= kInexact | (subnormal ? kUnderflow : 0u);
    if (digits_of(number) > settings.precision) {  // 9.99 became 10.00
      drop_digits(number.coefficient, 1, Rounding::Down, false);
      if (++number.exponent > settings.etop()) return overflow(number.negative, calculation);
    }
    if (number.coefficient.is_zero()) calculation.status |= kClamped;
  }
  if (settings.clamp && number.exponent > settings.etop()) {
    number.coefficient *= power_of_ten(number.exponent - settings.etop());
    number.exponent = settings.etop();
    calculation.status |= kClamped;
  }
  return number;
}

Number quieted(const Number& nan, Calculation& calculation) {
  if (nan.is_signalling()) calculation.status |= kInvalidOperation;
  Number result = nan;
  result.kind = Kind::QuietNan;
  return finish(std::move(result), calculation);
}

}  // namespace

Number finite(bool negative, BigNumber coefficient, int64_t exponent) {
  return {Kind::Finite, negative, exponent, std::move(coefficient)};
}
Number infinity(bool negative) { return {Kind::Infinite, negative, 0, {}}; }
Number not_a_number() { return {Kind::QuietNan, false, 0, {}}; }

Number invalid(Calculation& calculation, uint32_t condition) {
  calculation.status |= condition;
  return not_a_number();
}

const BigNumber& power_of_ten(int64_t exponent) {
  if (exponent >= kKeptPowers) {
    if (exponent != last_exponent) last_power = raise_ten(exponent);
    last_exponent = exponent;
    return last_power;
  }
  BigNumber*& kept = kept_powers[exponent];
  if (!kept) kept = new (heap.allocate(sizeof(BigNumber))) BigNumber(raise_ten(exponent));
  return *kept;
}

int64_t digit_count(const BigNumber& coefficient) {
  if (coefficient.is_zero()) return 1;
  // The digits of the power of two that the first bit stands for, or one more.
  const auto bit = static_cast<int64_t>(mp::msb(coefficient));
  const int64_t guess = static_cast<int64_t>(static_cast<double>(bit) * 0.30102999566398114);
  return guess + (coefficient >= power_of_ten(guess + 1) ? 2 : 1);
}

bool is_too_long(int64_t digits, Calculation& calculation) {
  if (digits < 1'000'000 || (digits < (int64_t{1} << 32) && !heap.refuses(static_cast<size_t>(digits)))) return false;
  calculation.status |= kTooLarge;
  return true;
}

bool drop_digits(BigNumber& coefficient, int64_t count, Rounding rounding, bool negative) {
  if (count <= 0) return false;
  if (count > digit_count(coefficient)) {
    const bool changed = !coefficient.is_zero();
    coefficient = changed && rounds_away(rounding, negative, BigNumber(0), -1) ? 1 : 0;
    return changed;
  }
  const BigNumber& divisor = power_of_ten(count);
  BigNumber kept, cut;
  mp::divide_qr(coefficient, divisor, kept, cut);
  const bool changed = !cut.is_zero();
  if (changed) {
    cut <<= 1;
    if (rounds_away(rounding, negative, kept, cut.compare(divisor))) ++kept;
  }
  coefficient = std::move(kept);
  return changed;
}

int64_t strip_zeros(BigNumber& coefficient, int64_t most) {
  if (coefficient.is_zero()) return 0;
  int64_t stripped = 0, step = 1;
  BigNumber kept, cut;
  // Steps that grow as long as they go, then shrink.
  while (step > 0) {
    // A multiple of 10^step is one of 2^step.
    const bool divides = stripped + step <= most && static_cast<int64_t>(mp::lsb(coefficient)) >= step;
    if (divides) mp::divide_qr(coefficient, power_of_ten(step), kept, cut);
    if (divides && cut.is_zero()) {
      coefficient = kept;
      stripped += step;
      step *= 2;
    } else {
      step /= 2;
    }
  }
  return stripped;
}

void append_sticky(Number& number) {
  number.coefficient *= 10;
  ++number.coefficient;
  --number.exponent;
}

bool rescale(Number& number, int64_t exponent, Rounding rounding, Calculation& calculation) {
  const int64_t more = number.exponent - exponent;
  number.exponent = exponent;
  if (more <= 0) return drop_digits(number.coefficient, -more, rounding, number.negative);
  if (number.coefficient.is_zero() || is_too_long(more, calculation)) return false;
  number.coefficient *= power_of_ten(more);
  return false;
}

Number finish(Number number, Calculation& calculation) {
  if (calculation.status & kTooLarge) return not_a_number();
  if (number.is_finite()) return finish_finite(std::move(number), calculation);
  const int64_t most = calculation.settings.precision - (calculation.settings.clamp ? 1 : 0);
  if (number.is_nan() && digits_of(number) > most) number.coefficient %= power_of_ten(most);
  return number;
}

bool result_is_nan(const Number& only, Calculation& calculation, Number* result) {
  if (!only.is_nan()) return false;
  *result = quieted(only, calculation);
  return true;
}

bool result_is_nan(const Number& left, const Number& right, Calculation& calculation, Number* result) {
  if (!left.is_nan() && !right.is_nan()) return false;
  const Number& chosen = left.is_signalling() ? left : right.is_signalling() ? right : left.is_nan() ? left : right;
  *result = quieted(chosen, calculation);
  return true;
}

}  // namespace gilsim::python::decimal
