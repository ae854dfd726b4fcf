// floats from and to text: shortest repr, printf's forms, rounding to decimal digits. All exact and without
// locale.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "interpreter/objects/float.h"

namespace gilsim::python {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The number behind the 'e' of text[0:end].
int exponent_of(const char* begin, const char* end) {
  const char* sign = std::find(begin, end, 'e') + 1;
  int exponent = 0;
  std::from_chars(sign + (*sign == '+'), end, exponent);
  return exponent;
}

std::string to_text(double number, std::chars_format format, int precision) {
  std::string text(static_cast<size_t>(precision) + 340, '\0');
  auto end = std::to_chars(text.data(), text.data() + text.size(), number, format, precision).ptr;
  text.resize(static_cast<size_t>(end - text.data()));
  return text;
}

// "1.5e+00" cut into its digits without point and its exponent. REQUIRES: finite.
struct Decimal {
  bool negative;
  std::string digits;
  int exponent;
};
Decimal decimal_of(const char* begin, const char* end) {
  Decimal decimal{*begin == '-', {}, exponent_of(begin, end)};
  if (decimal.negative) ++begin;
  for (; begin < end && *begin != 'e'; ++begin)
    if (*begin != '.') decimal.digits += *begin;
  return decimal;
}

}  // namespace

std::string float_repr(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
  char buffer[32];
  auto end = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific).ptr;
  int exponent = exponent_of(buffer, end);
  if (exponent < -4 || exponent >= 16) return std::string(buffer, end);
  // Written out: place the point among the digits, padding with zeros.
  Decimal decimal = decimal_of(buffer, end);
  std::string text = decimal.negative ? "-" : "";
  auto count = static_cast<int>(decimal.digits.size());
  if (exponent < 0)
    return text + "0." + std::string(static_cast<size_t>(-exponent - 1), '0') + decimal.digits;
  if (count <= exponent + 1)
    return text + decimal.digits + std::string(static_cast<size_t>(exponent + 1 - count), '0') + ".0";
  return text + decimal.digits.substr(0, static_cast<size_t>(exponent + 1)) + "." +
         decimal.digits.substr(static_cast<size_t>(exponent + 1));
}

namespace {

// %g: `precision` significant digits, written with an exponent when it is below -4 or not below the
// precision; zeros at the end are dropped unless `alternate`.
std::string general_text(double number, int precision, bool alternate) {
  if (precision == 0) precision = 1;
  std::string scientific = to_text(number, std::chars_format::scientific, precision - 1);
  size_t e = scientific.find('e');
  int exponent = exponent_of(scientific.data(), scientific.data() + scientific.size());
  bool with_exponent = exponent < -4 || exponent >= precision;
  std::string text = with_exponent ? scientific.substr(0, e)
                                   : to_text(number, std::chars_format::fixed, precision - 1 - exponent);
  if (text.find('.') == std::string::npos) {
    if (alternate) text += '.';
  } else if (!alternate) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return with_exponent ? text + scientific.substr(e) : text;
}

}  // namespace

std::string float_to_text(double number, char kind, int precision, bool alternate) {
  if (!std::isfinite(number)) return float_repr(number);
  if (kind == 'g') return general_text(number, precision, alternate);
  auto format = kind == 'e' ? std::chars_format::scientific : std::chars_format::fixed;
  std::string text = to_text(number, format, precision);
  if (alternate && precision == 0) {
    size_t e = text.find('e');
    text.insert(e == std::string::npos ? text.size() : e, ".");
  }
  return text;
}

namespace {

// digits[_digits]… from `position`; how many digits, -1: a misplaced underscore. The digits go to `out`.
int copy_digits(std::string_view text, size_t& position, std::string& out) {
  int count = 0;
  while (position < text.size()) {
    if (is_digit(text[position])) {
      out += text[position++];
      ++count;
    } else if (text[position] == '_') {
      bool between = count > 0 && is_digit(text[position - 1]) && position + 1 < text.size() &&
                     is_digit(text[position + 1]);
      if (!between) return -1;
      ++position;
    } else {
      break;
    }
  }
  return count;
}

// Copies `text` to `clean` without underscores and plus sign when it is a decimal number.
bool scan_decimal(std::string_view text, std::string& clean) {
  size_t position = 0;
  int whole = copy_digits(text, position, clean), fraction = 0;
  if (whole < 0) return false;
  if (position < text.size() && text[position] == '.') {
    clean += text[position++];
    fraction = copy_digits(text, position, clean);
  }
  if (fraction < 0 || whole + fraction == 0) return false;
  if (position < text.size() && (text[position] | 32) == 'e') {
    clean += text[position++];
    if (position < text.size() && (text[position] == '+' || text[position] == '-')) clean += text[position++];
    if (copy_digits(text, position, clean) <= 0) return false;
  }
  return position == text.size();
}

bool scan_word(std::string_view text, double* result) {
  std::string lower;
  for (char c : text) lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  if (lower == "inf" || lower == "infinity") return *result = HUGE_VAL, true;
  if (lower == "nan") return *result = std::nan(""), true;
  return false;
}

}  // namespace

bool parse_float(std::string_view text, double* result) {
  auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) text.remove_prefix(1);
  if (!scan_word(text, result)) {
    std::string clean;
    if (!scan_decimal(text, clean)) return false;
    auto status = std::from_chars(clean.data(), clean.data() + clean.size(), *result);
    // from_chars leaves the result alone when it is out of range; strtod gives infinity, zero or a subnormal.
    if (status.ec != std::errc()) *result = std::strtod(clean.c_str(), nullptr);
  }
  if (negative) *result = -*result;
  return true;
}

namespace {

// Rounds to a multiple of 10 ** places (places > 0): the digits of the exact value decide, a tie goes to the
// even one.
double round_to_tens(double number, int64_t places) {
  char buffer[1200];
  auto end = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed, 0).ptr;
  bool has_fraction = number != std::trunc(number);
  std::string text(buffer, end);
  if (has_fraction) {  // to_chars has rounded; the digits before the point are wanted as they are
    end = std::to_chars(buffer, buffer + sizeof buffer, std::trunc(number), std::chars_format::fixed, 0).ptr;
    text.assign(buffer, end);
  }
  bool negative = text[0] == '-';
  if (negative) text.erase(0, 1);
  if (places > static_cast<int64_t>(text.size())) return negative ? -0.0 : 0.0;
  size_t keep = text.size() - static_cast<size_t>(places);
  std::string kept = "0" + text.substr(0, keep), cut = text.substr(keep);
  bool rest = has_fraction || cut.find_first_not_of('0', 1) != std::string::npos;
  bool odd = (kept.back() - '0') & 1;
  if (cut[0] > '5' || (cut[0] == '5' && (rest || odd))) {
    size_t i = kept.size() - 1;
    for (; kept[i] == '9'; --i) kept[i] = '0';
    ++kept[i];
  }
  double result = std::strtod((kept + "e" + std::to_string(places)).c_str(), nullptr);
  return negative ? -result : result;
}

}  // namespace

double round_to_digits(double number, int64_t digits) {
  if (!std::isfinite(number) || number == 0 || digits > 323) return number;
  if (digits < -308) return std::copysign(0.0, number);
  if (digits < 0) return round_to_tens(number, -digits);
  std::string text = to_text(number, std::chars_format::fixed, static_cast<int>(digits));
  double result = 0;
  auto status = std::from_chars(text.data(), text.data() + text.size(), result);
  return status.ec == std::errc() ? result : std::strtod(text.c_str(), nullptr);
}

}  // namespace gilsim::python
