#include "interpreter/objects/float_hex.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

#include "interpreter/objects/float.h"

namespace gilsim::python {

std::string float_to_hex(double number) {
  if (!std::isfinite(number)) return float_repr(number);
  const char* sign = std::signbit(number) ? "-" : "";
  if (number == 0) return fmt::format("{}0x0.0p+0", sign);
  int exponent;
  double fraction = std::frexp(std::fabs(number), &exponent) * 2;  // in [1, 2)
  --exponent;
  int below_normal = std::max(0, -1022 - exponent);
  fraction = std::ldexp(fraction, -below_normal);
  exponent += below_normal;
  int lead = static_cast<int>(fraction);
  auto rest = static_cast<uint64_t>(std::ldexp(fraction - lead, 52));
  return fmt::format("{}0x{}.{:013x}p{:+}", sign, lead, rest, exponent);
}

namespace {

bool is_hex_digit(char c) { return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'f'); }

// Whether the text after sign and prefix is digits[.digits][p[sign]digits].
bool is_hex_number(std::string_view text) {
  size_t position = 0, digits = 0;
  auto skip_digits = [&] {
    while (position < text.size() && is_hex_digit(text[position])) ++position, ++digits;
  };
  skip_digits();
  if (position < text.size() && text[position] == '.') {
    ++position;
    skip_digits();
  }
  if (digits == 0) return false;
  if (position == text.size()) return true;
  if ((text[position++] | 32) != 'p') return false;
  if (position < text.size() && (text[position] == '+' || text[position] == '-')) ++position;
  if (position == text.size()) return false;
  return text.find_first_not_of("0123456789", position) == std::string_view::npos;
}

}  // namespace

HexResult float_from_hex(std::string_view text, double* result) {
  auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  std::string_view whole = text;
  bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) text.remove_prefix(1);
  if (text.size() > 1 && text[0] == '0' && (text[1] | 32) == 'x') text.remove_prefix(2);
  if (!is_hex_number(text)) {
    bool word = !whole.empty() && whole.find_first_of("0123456789.") == std::string_view::npos;
    return word && parse_float(whole, result) ? HexResult::Ok : HexResult::Invalid;
  }
  // C's strtod reads the same form, correctly rounded.
  *result = std::strtod(("0x" + std::string(text)).c_str(), nullptr);
  if (std::isinf(*result)) return HexResult::TooLarge;
  if (negative) *result = -*result;
  return HexResult::Ok;
}

}  // namespace gilsim::python
