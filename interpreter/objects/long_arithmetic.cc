#include "interpreter/objects/long_arithmetic.h"

#include <algorithm>
#include <bit>

#include "interpreter/objects/vm.h"

namespace gilsim::python {
namespace {

constexpr int64_t kPartNs = 4'000'000;           // work that is not divided further
constexpr int64_t kUnquestionedNs = 20'000;      // so short that it is done even at the end of a run
constexpr int64_t kDebtNs = 500'000;             // what may be owed before time passes
constexpr int64_t kMostPaid = int64_t{1} << 40;  // a budget counts nanoseconds << 20
constexpr int64_t kSchoolbookLimbs = 32;
constexpr size_t kDigitsAtOnce = 4000;

int64_t limbs_of(const BigNumber& number) { return number.backend().size(); }

// The number modulo 2 ** bits. REQUIRES: not negative.
BigNumber low_bits(const BigNumber& number, unsigned long bits) { return number - ((number >> bits) << bits); }

// REQUIRES: none is negative, and `left` has at least as many limbs as `right`.
bool multiply_in_parts(Vm& vm, const BigNumber& left, const BigNumber& right, BigNumber* product) {
  const auto bits = static_cast<unsigned long>((limbs_of(left) + 1) / 2) * 64;
  const BigNumber left_high = left >> bits, left_low = low_bits(left, bits);
  const BigNumber right_high = right >> bits, right_low = low_bits(right, bits);
  BigNumber high, middle, low;
  if (!multiply(vm, left_low, right_low, &low)) return false;
  if (right_high.is_zero()) {
    if (!multiply(vm, left_high, right_low, &high)) return false;
    *product = (high << bits) + low;
    return true;
  }
  if (!multiply(vm, left_high, right_high, &high)) return false;
  if (!multiply(vm, left_high + left_low, right_high + right_low, &middle)) return false;
  middle -= high;
  middle -= low;
  *product = (high << (2 * bits)) + (middle << bits) + low;
  return true;
}

// Long division, whose digits have `limbs` limbs. REQUIRES: neither is negative.
bool divide_in_parts(Vm& vm, const BigNumber& left, const BigNumber& right, int64_t limbs, BigNumber* quotient, BigNumber* remainder) {
  const auto bits = static_cast<unsigned long>(limbs) * 64;
  *quotient = 0;
  *remainder = 0;
  for (int64_t i = (limbs_of(left) + limbs - 1) / limbs; i-- > 0;) {
    if (!begin_work(vm, limbs * limbs_of(right))) return false;
    *remainder = (*remainder << bits) + low_bits(left >> (static_cast<unsigned long>(i) * bits), bits);
    BigNumber digit, rest;
    boost::multiprecision::divide_qr(*remainder, right, digit, rest);
    *quotient = (*quotient << bits) + digit;
    *remainder = std::move(rest);
  }
  return true;
}

int digit_value(char c) { return c <= '9' ? c - '0' : (c | 32) - 'a' + 10; }

BigNumber number_at_once(std::string_view digits, int base) {
  BigNumber result;
  for (size_t i = 0; i < digits.size();) {
    uint64_t chunk = 0, scale = 1;
    for (; i < digits.size() && scale < UINT64_MAX / 36 / 36; ++i) {
      chunk = chunk * static_cast<uint64_t>(base) + static_cast<uint64_t>(digit_value(digits[i]));
      scale *= static_cast<uint64_t>(base);
    }
    result *= scale;
    result += chunk;
  }
  return result;
}

// Digits of a number below 10 ** count, with zeros in front. REQUIRES: not negative.
bool append_digits(Vm& vm, const BigNumber& number, size_t count, std::string* text) {
  if (count <= kDigitsAtOnce) {
    if (!begin_work(vm, static_cast<int64_t>(count + count * count / 600))) return false;
    const std::string digits = number.str();
    text->append(count - std::min(count, number.is_zero() ? 0 : digits.size()), '0');
    if (!number.is_zero()) *text += digits;
    return true;
  }
  const size_t low_count = count / 2;
  BigNumber scale, high, low;
  return power(vm, 10, low_count, &scale) && divide(vm, number, scale, &high, &low) && append_digits(vm, high, count - low_count, text) &&
         append_digits(vm, low, low_count, text);
}

}  // namespace

bool begin_work(Vm& vm, int64_t nanoseconds) {
  for (; nanoseconds > kMostPaid; nanoseconds -= kMostPaid) {
    vm.charge(kMostPaid);
    if (vm.goes_on && !vm.goes_on(vm)) return false;
  }
  vm.charge(nanoseconds);
  const bool is_due = nanoseconds >= kUnquestionedNs && vm.thread->budget < -(kDebtNs << kBudgetStepBits);
  return !is_due || !vm.goes_on || vm.goes_on(vm);
}

int64_t multiplication_cost(int64_t limbs, int64_t other_limbs) {
  int64_t shorter = std::min(limbs, other_limbs), longer = std::max(limbs, other_limbs), products = 1;
  const int64_t pieces = shorter ? longer / shorter : 1;
  for (; shorter > kSchoolbookLimbs; products *= 3) shorter = (shorter + 1) / 2;
  return products == 1 ? shorter * longer : pieces * products * shorter * shorter;
}

bool multiply(Vm& vm, const BigNumber& left, const BigNumber& right, BigNumber* product) {
  const int64_t cost = multiplication_cost(limbs_of(left), limbs_of(right));
  if (cost <= kPartNs) {
    if (!begin_work(vm, cost)) return false;
    *product = left * right;
    return true;
  }
  const bool is_negative = (left.sign() < 0) != (right.sign() < 0);
  const BigNumber a = boost::multiprecision::abs(left), b = boost::multiprecision::abs(right);
  if (!(limbs_of(a) < limbs_of(b) ? multiply_in_parts(vm, b, a, product) : multiply_in_parts(vm, a, b, product))) return false;
  if (is_negative) *product = -*product;
  return true;
}

bool divide(Vm& vm, const BigNumber& left, const BigNumber& right, BigNumber* quotient, BigNumber* remainder) {
  const int64_t limbs = std::max<int64_t>(1, kPartNs / limbs_of(right));
  if (limbs_of(left) <= limbs + limbs_of(right)) {
    if (!begin_work(vm, std::max<int64_t>(1, limbs_of(left) - limbs_of(right)) * limbs_of(right))) return false;
    boost::multiprecision::divide_qr(left, right, *quotient, *remainder);
    return true;
  }
  const BigNumber a = boost::multiprecision::abs(left), b = boost::multiprecision::abs(right);
  if (!divide_in_parts(vm, a, b, limbs, quotient, remainder)) return false;
  if ((left.sign() < 0) != (right.sign() < 0)) *quotient = -*quotient;
  if (left.sign() < 0) *remainder = -*remainder;
  return true;
}

bool power(Vm& vm, const BigNumber& base, uint64_t exponent, BigNumber* result) {
  *result = 1;
  for (int bit = 63 - (exponent ? __builtin_clzll(exponent) : 63); bit >= 0; --bit) {
    BigNumber square;
    if (!multiply(vm, *result, *result, &square)) return false;
    if (!(exponent >> bit & 1)) *result = std::move(square);
    else if (!multiply(vm, square, base, result)) return false;
  }
  return true;
}

bool power_modulo(Vm& vm, const BigNumber& base, const BigNumber& exponent, const BigNumber& modulus, BigNumber* result) {
  BigNumber quotient, product;
  *result = 1;
  for (int64_t bit = bit_length(exponent); bit-- > 0;) {
    if (!multiply(vm, *result, *result, &product) || !divide(vm, product, modulus, &quotient, result)) return false;
    if (!boost::multiprecision::bit_test(exponent, static_cast<unsigned>(bit))) continue;
    if (!multiply(vm, *result, base, &product) || !divide(vm, product, modulus, &quotient, result)) return false;
  }
  return true;
}

bool decimal_text(Vm& vm, const BigNumber& number, std::string* text) {
  const size_t most_digits = static_cast<size_t>(bit_length(number)) * 30103 / 100000 + 1;
  std::string digits;
  if (!append_digits(vm, boost::multiprecision::abs(number), most_digits, &digits)) return false;
  *text = (number.sign() < 0 ? "-" : "") + digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1));
  return true;
}

bool number_of_digits(Vm& vm, std::string_view digits, int base, BigNumber* number) {
  if (digits.size() <= kDigitsAtOnce) {
    if (!begin_work(vm, static_cast<int64_t>(digits.size() * (1 + digits.size() / 400)))) return false;
    *number = number_at_once(digits, base);
    return true;
  }
  const size_t low_count = digits.size() / 2;
  BigNumber high, low, scale;
  if (!number_of_digits(vm, digits.substr(0, digits.size() - low_count), base, &high)) return false;
  if (!number_of_digits(vm, digits.substr(digits.size() - low_count), base, &low)) return false;
  if ((base & (base - 1)) == 0) {
    *number = high << (low_count * static_cast<size_t>(std::countr_zero(static_cast<unsigned>(base))));
  } else if (!power(vm, base, low_count, &scale) || !multiply(vm, high, scale, number)) {
    return false;
  }
  *number += low;
  return true;
}

}  // namespace gilsim::python
