// Decimal numbers and the rules that every operation ends with: the General Decimal Arithmetic specification
// (speleotrove.com/decimal), as far as it needs no Python. A number is sign, coefficient and exponent; operations compute
// exactly, or with one digit that stands for what was cut off, and `finish` rounds once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "interpreter/objects/big_integer.h"

namespace gilsim::python::decimal {

enum class Kind : uint8_t { Finite, Infinite, QuietNan, SignallingNan };

struct Number {
  Kind kind = Kind::Finite;
  bool negative = false;
  int64_t exponent = 0;     // of finite numbers
  BigNumber coefficient;    // of finite numbers, never negative; of NaNs the payload

  bool is_finite() const { return kind == Kind::Finite; }
  bool is_infinite() const { return kind == Kind::Infinite; }
  bool is_nan() const { return kind >= Kind::QuietNan; }
  bool is_signalling() const { return kind == Kind::SignallingNan; }
  bool is_zero() const { return is_finite() && coefficient.is_zero(); }
  bool is_special() const { return kind != Kind::Finite; }
};

enum class Rounding : uint8_t {
#define ROUNDING(name, text) name,
#include "interpreter/modules/decimal/signals.def"
#undef ROUNDING
};

// What happened in an operation: a set of bits.
enum Condition : uint32_t {
#define CONDITION(name, bit, signal) k##name = 1u << bit,
#include "interpreter/modules/decimal/signals.def"
#undef CONDITION
  kTooLarge = 1u << 30,  // memory would not hold the result
};
inline constexpr uint32_t kInvalid = kInvalidOperation | kConversionSyntax | kDivisionImpossible | kDivisionUndefined | kInvalidContext;

inline constexpr int64_t kMostPrecision = 999'999'999'999'999'999;
inline constexpr int64_t kLeastEtiny = -2 * kMostPrecision + 1;

struct Settings {
  int64_t precision = 28;
  int64_t emin = -999'999;
  int64_t emax = 999'999;
  Rounding rounding = Rounding::HalfEven;
  bool clamp = false;

  int64_t etiny() const { return emin - (precision - 1); }
  int64_t etop() const { return emax - (precision - 1); }
};

// Within which nothing is ever rounded: for conversions.
inline constexpr Settings kExact{kMostPrecision, -kMostPrecision, kMostPrecision, Rounding::HalfEven, false};

// An operation under way: its rules, what has happened so far, and what long work took in virtual time.
struct Calculation {
  Settings settings;
  uint32_t status = 0;
  int64_t work_ns = 0;
};

Number finite(bool negative, BigNumber coefficient, int64_t exponent);
Number infinity(bool negative);
Number not_a_number();
// NaN, with the condition noted.
Number invalid(Calculation& calculation, uint32_t condition = kInvalidOperation);

int64_t digit_count(const BigNumber& coefficient);  // 1 for 0
inline int64_t digits_of(const Number& number) { return digit_count(number.coefficient); }
// The exponent of the first digit. REQUIRES: finite
inline int64_t adjusted(const Number& number) { return number.exponent + digits_of(number) - 1; }
const BigNumber& power_of_ten(int64_t exponent);  // valid until the next call
// Whether a coefficient of so many digits would not fit into memory; then kTooLarge is noted.
bool is_too_long(int64_t digits, Calculation& calculation);

// coefficient /= 10^count, rounded; whether anything but zeros was cut off.
bool drop_digits(BigNumber& coefficient, int64_t count, Rounding rounding, bool negative);
// Takes up to `most` zeros off the end; how many.
int64_t strip_zeros(BigNumber& coefficient, int64_t most);
// coefficient * 10 + 1, exponent - 1: "and something more".
void append_sticky(Number& number);

// The same value with another exponent, rounded where digits go; whether that changed it. REQUIRES: finite
bool rescale(Number& number, int64_t exponent, Rounding rounding, Calculation& calculation);

// Rounds to the precision and fits the exponent into its range. For NaNs: shortens the payload.
Number finish(Number number, Calculation& calculation);

// The result of an operation with a NaN among its operands, if there is one.
bool result_is_nan(const Number& only, Calculation& calculation, Number* result);
bool result_is_nan(const Number& left, const Number& right, Calculation& calculation, Number* result);

// Text. The grammar of the specification, without surrounding space and underscores; false: not a number.
bool parse(std::string_view text, Number* result);
std::string to_text(const Number& number, bool engineering, bool capitals);

}  // namespace gilsim::python::decimal
