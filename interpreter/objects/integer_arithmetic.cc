// Arithmetic of ints: small ones on machine words, the rest with BigNumber. A result whose size a program
// chooses (shifts, powers, products) is refused before it is computed when memory would not hold it.
#include <cmath>

#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/long_arithmetic.h"
#include "interpreter/objects/tuple.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {
namespace {

// bool as 0, 1: afterwards a value is small or a BigInteger.
Value plain(Value value) { return value.is_bool() ? Value::small(value.is_true()) : value; }
bool both_small(Value left, Value right) { return left.is_small() && right.is_small(); }

// Room for a result of that many bits; false with MemoryError pending.
bool reserve_bits(Vm& vm, int64_t bits) {
  if (!heap.refuses(static_cast<size_t>(bits) / 8 + 64)) return true;
  (void)raise(vm, exceptions::MemoryError);
  return false;
}

void charge_limbs(Vm& vm, int64_t limbs) {
  if (limbs > 8) vm.charge(limbs);
}

int64_t limbs_of(const BigNumber& number) { return number.backend().size(); }

Ref divided_by_zero(Vm& vm, const char* message) {
  return raise(vm, exceptions::ZeroDivisionError, std::string_view(message));
}

// Quotient and remainder with the sign rules of Python: the remainder has the divisor's sign.
bool floor_divide(Vm& vm, Value left, Value right, BigNumber* quotient, BigNumber* remainder) {
  BigNumber left_storage, right_storage;
  const BigNumber& a = big_view(left, left_storage);
  const BigNumber& b = big_view(right, right_storage);
  if (!divide(vm, a, b, quotient, remainder)) return false;
  if (remainder->is_zero() || (remainder->sign() < 0) == (b.sign() < 0)) return true;
  *remainder += b;
  --*quotient;
  return true;
}

int64_t floor_quotient(int64_t a, int64_t b) {
  int64_t quotient = a / b;
  return quotient * b != a && ((a < 0) != (b < 0)) ? quotient - 1 : quotient;
}
int64_t floor_remainder(int64_t a, int64_t b) {
  int64_t remainder = a % b;
  return remainder != 0 && ((remainder < 0) != (b < 0)) ? remainder + b : remainder;
}

}  // namespace

Ref int_add(Vm& vm, Value left, Value right) {
  left = plain(left), right = plain(right);
  if (both_small(left, right)) return make_int(left.small() + right.small());
  BigNumber left_storage, right_storage;
  BigNumber sum = big_view(left, left_storage) + big_view(right, right_storage);
  charge_limbs(vm, limbs_of(sum));
  return make_int(std::move(sum));
}

Ref int_subtract(Vm& vm, Value left, Value right) {
  left = plain(left), right = plain(right);
  if (both_small(left, right)) return make_int(left.small() - right.small());
  BigNumber left_storage, right_storage;
  BigNumber difference = big_view(left, left_storage) - big_view(right, right_storage);
  charge_limbs(vm, limbs_of(difference));
  return make_int(std::move(difference));
}

Ref int_multiply(Vm& vm, Value left, Value right) {
  left = plain(left), right = plain(right);
  int64_t product;
  if (both_small(left, right) && !__builtin_mul_overflow(left.small(), right.small(), &product))
    return make_int(product);
  BigNumber left_storage, right_storage;
  const BigNumber& a = big_view(left, left_storage);
  const BigNumber& b = big_view(right, right_storage);
  if (!reserve_bits(vm, 64 * (limbs_of(a) + limbs_of(b)))) return {};
  BigNumber result;
  return multiply(vm, a, b, &result) ? make_int(std::move(result)) : Ref();
}

Ref int_floor_divide(Vm& vm, Value left, Value right) {
  left = plain(left), right = plain(right);
  if (right == Value::small(0)) return divided_by_zero(vm, "integer division or modulo by zero");
  if (both_small(left, right)) return make_int(floor_quotient(left.small(), right.small()));
  BigNumber quotient, remainder;
  if (!floor_divide(vm, left, right, &quotient, &remainder)) return {};
  return make_int(std::move(quotient));
}

Ref int_remainder(Vm& vm, Value left, Value right) {
  left = plain(left), right = plain(right);
  if (right == Value::small(0)) return divided_by_zero(vm, "integer modulo by zero");
  if (both_small(left, right)) return make_int(floor_remainder(left.small(), right.small()));
  BigNumber quotient, remainder;
  if (!floor_divide(vm, left, right, &quotient, &remainder)) return {};
  return make_int(std::move(remainder));
}

Ref int_divmod(Vm& vm, Value left, Value right) {
  left = plain(left), right = plain(right);
  if (right == Value::small(0)) return divided_by_zero(vm, "integer division or modulo by zero");
  if (both_small(left, right)) {
    Ref quotient = make_int(floor_quotient(left.small(), right.small()));
    return make_tuple({quotient, make_int(floor_remainder(left.small(), right.small())).get()});
  }
  BigNumber quotient, remainder;
  if (!floor_divide(vm, left, right, &quotient, &remainder)) return {};
  Ref whole = make_int(std::move(quotient)), rest = make_int(std::move(remainder));
  return make_tuple({whole, rest});
}

namespace {

// |left| / |right| rounded once, half to even, also where the result is subnormal: a quotient of 55 or 56
// bits (fewer if subnormal) is computed exactly, what is below it counts as a sticky bit, and the rounding is
// done on the integer.
double divide_correctly(BigNumber a, BigNumber b) {
  int64_t difference = bit_length(a) - bit_length(b);
  if (difference > 1024) return HUGE_VAL;
  if (difference < -1076) return 0.0;
  int64_t shift = std::max<int64_t>(difference, -1021) - 55;
  if (shift > 0) b <<= static_cast<unsigned>(shift);
  else a <<= static_cast<unsigned>(-shift);
  BigNumber quotient, remainder;
  boost::multiprecision::divide_qr(a, b, quotient, remainder);
  auto bits = static_cast<uint64_t>(quotient);
  int64_t length = bits == 0 ? 0 : 64 - __builtin_clzll(bits);
  int64_t extra = std::max<int64_t>(length, -1021 - shift) - 53;
  uint64_t half = uint64_t{1} << (extra - 1), below = bits & (2 * half - 1);
  bool round_up = below > half || (below == half && (!remainder.is_zero() || (bits & (2 * half))));
  bits = (bits & ~(2 * half - 1)) + (round_up ? 2 * half : 0);
  return std::ldexp(static_cast<double>(bits), static_cast<int>(shift));
}

bool is_exact_as_double(Value value) {
  return value.is_small() && value.small() <= int64_t{1} << 53 && value.small() >= -(int64_t{1} << 53);
}

}  // namespace

Ref int_true_divide(Vm& vm, Value left, Value right) {
  left = plain(left), right = plain(right);
  if (right == Value::small(0)) return divided_by_zero(vm, "division by zero");
  if (is_exact_as_double(left) && is_exact_as_double(right))
    return make_float(static_cast<double>(left.small()) / static_cast<double>(right.small()));
  BigNumber a = big_number(left), b = big_number(right);
  bool negative = (a.sign() < 0) != (b.sign() < 0);
  if (a.is_zero()) return make_float(negative ? -0.0 : 0.0);
  charge_limbs(vm, limbs_of(a) * limbs_of(b));
  double result = divide_correctly(boost::multiprecision::abs(a), boost::multiprecision::abs(b));
  if (std::isinf(result))
    return raise(vm, exceptions::OverflowError, "integer division result too large for a float");
  return make_float(negative ? -result : result);
}

namespace {

// base ** exponent on machine words; false when it overflows them.
bool small_power(int64_t base, int64_t exponent, int64_t* result) {
  *result = 1;
  while (true) {
    if ((exponent & 1) && __builtin_mul_overflow(*result, base, result)) return false;
    exponent >>= 1;
    if (exponent == 0) return true;
    if (__builtin_mul_overflow(base, base, &base)) return false;
  }
}

Ref big_power(Vm& vm, Value base, int64_t exponent) {
  int64_t base_bits = int_bit_length(base), bits;
  if (__builtin_mul_overflow(base_bits, exponent, &bits)) return raise(vm, exceptions::MemoryError);
  if (!reserve_bits(vm, bits)) return {};
  BigNumber result;
  return power(vm, big_number(base), static_cast<uint64_t>(exponent), &result) ? make_int(std::move(result)) : Ref();
}

}  // namespace

Ref int_power(Vm& vm, Value base, Value exponent) {
  base = plain(base), exponent = plain(exponent);
  if (int_sign(exponent) < 0) {
    double x, y;
    if (!int_to_double(vm, base, &x) || !int_to_double(vm, exponent, &y)) return {};
    return float_power(vm, x, y);
  }
  if (!exponent.is_small() || exponent.small() > UINT32_MAX) {
    if (base == Value::small(0) || base == Value::small(1)) return base;
    if (base == Value::small(-1))
      return make_int(int_and(vm, exponent, Value::small(1)).get() == Value::small(1) ? -1 : 1);
    return raise(vm, exceptions::MemoryError);
  }
  int64_t result;
  if (base.is_small() && small_power(base.small(), exponent.small(), &result)) return make_int(result);
  return big_power(vm, base, exponent.small());
}

namespace {

// The number x in [0, modulus) with x * number = 1 modulo `modulus`; zero when there is none.
BigNumber modular_inverse(BigNumber number, const BigNumber& modulus) {
  BigNumber previous = modulus, previous_factor = 0, factor = 1;
  number %= modulus;
  if (number.sign() < 0) number += modulus;
  while (!number.is_zero()) {
    BigNumber quotient = previous / number;
    previous -= quotient * number;
    std::swap(previous, number);
    previous_factor -= quotient * factor;
    std::swap(previous_factor, factor);
  }
  if (previous != 1) return 0;
  return previous_factor.sign() < 0 ? BigNumber(previous_factor + modulus) : previous_factor;
}

uint64_t small_power_modulo(uint64_t base, uint64_t exponent, uint64_t modulus) {
  WideLimb result = 1 % modulus, square = base % modulus;
  for (; exponent; exponent >>= 1) {
    if (exponent & 1) result = result * square % modulus;
    square = square * square % modulus;
  }
  return static_cast<uint64_t>(result);
}

}  // namespace

Ref int_power_modulo(Vm& vm, Value base, Value exponent, Value modulus) {
  BigNumber m = big_number(modulus), b = big_number(base), e = big_number(exponent);
  if (m.is_zero()) return raise(vm, exceptions::ValueError, "pow() 3rd argument cannot be 0");
  bool negative_modulus = m.sign() < 0;
  if (negative_modulus) m = -m;
  if (m == 1) return make_int(0);
  if (e.sign() < 0) {
    b = modular_inverse(b, m);
    if (b.is_zero()) return raise(vm, exceptions::ValueError, "base is not invertible for the given modulus");
    e = -e;
  }
  b %= m;
  if (b.sign() < 0) b += m;
  constexpr int64_t at_once_ns = 4'000'000;
  const int64_t cost = bit_length(e) * limbs_of(m) * limbs_of(m) * 2;
  BigNumber result;
  if (cost > at_once_ns) {
    if (!power_modulo(vm, b, e, m, &result)) return {};
  } else {
    charge_limbs(vm, cost);
    result = limbs_of(m) > 1 || limbs_of(e) > 1
                 ? boost::multiprecision::powm(b, e, m)
                 : small_power_modulo(static_cast<uint64_t>(b), static_cast<uint64_t>(e), static_cast<uint64_t>(m));
  }
  if (negative_modulus && !result.is_zero()) result -= m;
  return make_int(std::move(result));
}

Ref int_shift_left(Vm& vm, Value value, Value count) {
  value = plain(value), count = plain(count);
  if (int_sign(count) < 0) return raise(vm, exceptions::ValueError, "negative shift count");
  if (value == Value::small(0)) return value;
  if (!count.is_small()) return raise(vm, exceptions::OverflowError, "too many digits in integer");
  int64_t bits = count.small();
  if (value.is_small() && int_bit_length(value) + bits < 63)
    return make_int(value.small() * (int64_t{1} << bits));
  if (!reserve_bits(vm, std::min<int64_t>(bits, int64_t{1} << 60) + int_bit_length(value))) return {};
  charge_limbs(vm, bits / 64);
  return make_int(BigNumber(big_number(value) << static_cast<unsigned long>(bits)));
}

Ref int_shift_right(Vm& vm, Value value, Value count) {
  value = plain(value), count = plain(count);
  if (int_sign(count) < 0) return raise(vm, exceptions::ValueError, "negative shift count");
  int64_t bits = count.is_small() ? count.small() : INT64_MAX;
  if (value.is_small()) return make_int(value.small() >> std::min<int64_t>(bits, 63));
  if (bits >= int_bit_length(value)) return make_int(int_sign(value) < 0 ? -1 : 0);
  const BigNumber& number = value.as<BigInteger>()->number;
  charge_limbs(vm, limbs_of(number));
  if (number.sign() > 0) return make_int(BigNumber(number >> static_cast<unsigned long>(bits)));
  // Rounds down: the complement of the complement's shift.
  BigNumber complement = BigNumber(-number - 1) >> static_cast<unsigned long>(bits);
  return make_int(BigNumber(-complement - 1));
}

Ref int_and(Vm&, Value left, Value right) {
  left = plain(left), right = plain(right);
  if (both_small(left, right)) return make_int(left.small() & right.small());
  return make_int(BigNumber(big_number(left) & big_number(right)));
}

Ref int_or(Vm&, Value left, Value right) {
  left = plain(left), right = plain(right);
  if (both_small(left, right)) return make_int(left.small() | right.small());
  return make_int(BigNumber(big_number(left) | big_number(right)));
}

Ref int_xor(Vm&, Value left, Value right) {
  left = plain(left), right = plain(right);
  if (both_small(left, right)) return make_int(left.small() ^ right.small());
  return make_int(BigNumber(big_number(left) ^ big_number(right)));
}

Ref int_negate(Vm&, Value value) {
  value = plain(value);
  if (value.is_small()) return make_int(-value.small());
  return make_int(BigNumber(-value.as<BigInteger>()->number));
}

Ref int_absolute(Vm& vm, Value value) {
  return int_sign(value) < 0 ? int_negate(vm, value) : int_plain(value);
}

Ref int_square_root(Vm& vm, Value value) {
  value = plain(value);
  if (value.is_small()) {
    int64_t number = value.small();
    auto root = static_cast<int64_t>(std::sqrt(static_cast<double>(number)));
    while (root * root > number) --root;
    while ((root + 1) * (root + 1) <= number) ++root;
    return make_int(root);
  }
  const BigNumber& number = value.as<BigInteger>()->number;
  if (!begin_work(vm, limbs_of(number) * limbs_of(number))) return {};
  return make_int(BigNumber(boost::multiprecision::sqrt(number)));
}

Ref int_gcd(Vm& vm, Value left, Value right) {
  left = plain(left), right = plain(right);
  if (both_small(left, right)) {
    int64_t a = std::abs(left.small()), b = std::abs(right.small());
    while (b) a = std::exchange(b, a % b);
    return make_int(a);
  }
  BigNumber a = big_number(left), b = big_number(right);
  if (!begin_work(vm, limbs_of(a) * limbs_of(b) * 16)) return {};
  return make_int(BigNumber(boost::multiprecision::gcd(a, b)));
}

}  // namespace gilsim::python
