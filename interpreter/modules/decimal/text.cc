#include <fmt/format.h>

#include <charconv>

#include "interpreter/modules/decimal/number.h"

namespace gilsim::python::decimal {

namespace {

char lower(char character) { return static_cast<char>(character >= 'A' && character <= 'Z' ? character + 32 : character); }

bool skip(std::string_view& text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (size_t i = 0; i < word.size(); ++i)
    if (lower(text[i]) != word[i]) return false;
  text.remove_prefix(word.size());
  return true;
}

std::string_view take_digits(std::string_view& text) {
  size_t size = 0;
  while (size < text.size() && text[size] >= '0' && text[size] <= '9') ++size;
  std::string_view digits = text.substr(0, size);
  text.remove_prefix(size);
  return digits;
}

int64_t modulo_three(int64_t number) { return (number % 3 + 3) % 3; }

// Digits in any number, in pieces that fit a word.
BigNumber number_of(std::string_view digits) {
  BigNumber result;
  for (size_t at = 0; at < digits.size();) {
    const size_t size = std::min<size_t>(18, digits.size() - at);
    int64_t piece = 0;
    std::from_chars(digits.data() + at, digits.data() + at + size, piece);
    if (at) result *= power_of_ten(static_cast<int64_t>(size));
    result += piece;
    at += size;
  }
  return result;
}

// "E+5" at the text's end; numbers too large for a word become the largest.
bool parse_exponent(std::string_view text, int64_t* exponent) {
  *exponent = 0;
  if (text.empty()) return true;
  if (lower(text[0]) != 'e') return false;
  text.remove_prefix(1);
  const bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  const std::string_view digits = take_digits(text);
  if (digits.empty() || !text.empty()) return false;
  if (std::from_chars(digits.data(), digits.data() + digits.size(), *exponent).ec != std::errc() || *exponent > 4 * kMostPrecision)
    *exponent = 4 * kMostPrecision;
  if (negative) *exponent = -*exponent;
  return true;
}

bool parse_special(std::string_view text, Number* result) {
  if (skip(text, "inf")) {
    result->kind = Kind::Infinite;
    return text.empty() || (skip(text, "inity") && text.empty());
  }
  result->kind = lower(text[0]) == 's' ? Kind::SignallingNan : Kind::QuietNan;
  if (result->is_signalling()) text.remove_prefix(1);
  if (!skip(text, "nan")) return false;
  result->coefficient = number_of(take_digits(text));
  return text.empty();
}

}  // namespace

bool parse(std::string_view text, Number* result) {
  *result = {};
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    result->negative = text[0] == '-';
    text.remove_prefix(1);
  }
  if (text.empty()) return false;
  const char first = lower(text[0]);
  if (first == 'i' || first == 'n' || first == 's') return parse_special(text, result);
  std::string digits(take_digits(text));
  int64_t behind_point = 0;
  if (!text.empty() && text[0] == '.') {
    text.remove_prefix(1);
    const std::string_view fraction = take_digits(text);
    digits += fraction;
    behind_point = static_cast<int64_t>(fraction.size());
  }
  if (digits.empty() || !parse_exponent(text, &result->exponent)) return false;
  result->coefficient = number_of(digits);
  result->exponent -= behind_point;
  return true;
}

std::string to_text(const Number& number, bool engineering, bool capitals) {
  std::string text = number.negative ? "-" : "";
  if (number.is_infinite()) return text + "Infinity";
  if (number.is_nan()) {
    text += number.is_signalling() ? "sNaN" : "NaN";
    return number.coefficient.is_zero() ? text : text + number.coefficient.str();
  }
  std::string digits = number.coefficient.str();
  const auto size = static_cast<int64_t>(digits.size());
  const int64_t before_exponent = number.exponent + size;  // digits before the point if there were no exponent
  int64_t before = before_exponent;
  if (number.exponent > 0 || before_exponent <= -6) {
    before = 1;
    if (engineering && number.coefficient.is_zero()) before = modulo_three(before_exponent + 1) - 1;
    else if (engineering) before = modulo_three(before_exponent - 1) + 1;
  }
  if (before <= 0) {
    text += "0." + std::string(static_cast<size_t>(-before), '0') + digits;
  } else if (before >= size) {
    text += digits + std::string(static_cast<size_t>(before - size), '0');
  } else {
    text += digits.substr(0, static_cast<size_t>(before)) + "." + digits.substr(static_cast<size_t>(before));
  }
  if (before != before_exponent) text += fmt::format("{}{:+}", capitals ? 'E' : 'e', before_exponent - before);
  return text;
}

}  // namespace gilsim::python::decimal
