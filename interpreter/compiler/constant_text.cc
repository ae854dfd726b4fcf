// repr() of constants.
#include <charconv>
#include <cmath>

#include "interpreter/compiler/constants.h"
#include "interpreter/compiler/overloaded.h"

namespace gilsim::compiler {
namespace {

std::string hexadecimal_escape(unsigned char byte) {
  constexpr char kDigits[] = "0123456789abcdef";
  return {'\\', 'x', kDigits[byte >> 4], kDigits[byte & 15]};
}

// Escapes ASCII; other bytes go out as they are, or as \x.. if `escapes_others`.
std::string quoted(std::string_view bytes, bool escapes_others) {
  const bool has_single = bytes.find('\'') != std::string_view::npos;
  const char quote = has_single && bytes.find('"') == std::string_view::npos ? '"' : '\'';
  std::string result(1, quote);
  for (char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    if (byte == quote || byte == '\\') result += std::string{'\\', byte};
    else if (byte == '\n') result += "\\n";
    else if (byte == '\r') result += "\\r";
    else if (byte == '\t') result += "\\t";
    else if (code < 0x20 || code == 0x7f || (escapes_others && code >= 0x80)) result += hexadecimal_escape(code);
    else result += byte;
  }
  return result + quote;
}

std::string join(const std::vector<Constant>& items) {
  std::string result;
  for (const Constant& item : items) result += (result.empty() ? "" : ", ") + repr(item);
  return result;
}

std::string repr_imaginary(const ImaginaryConstant& value) {
  const auto digits = [](double part) {
    std::string text = repr_double(part);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text;
  };
  if (value.real == 0 && !std::signbit(value.real)) return digits(value.imaginary) + "j";
  const bool has_sign = std::signbit(value.imaginary) && !std::isnan(value.imaginary);
  return "(" + digits(value.real) + (has_sign ? "" : "+") + digits(value.imaginary) + "j)";
}

}  // namespace

std::string repr_text(std::string_view utf8) { return quoted(utf8, false); }

// The shortest digits that read back as `value`; exponents from 1e16 up and below 1e-4, as Python.
std::string repr_double(double value) {
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  if (std::isnan(value)) return "nan";
  char buffer[400];
  const double magnitude = std::fabs(value);
  const bool is_fixed = magnitude == 0 || (magnitude >= 1e-4 && magnitude < 1e16);
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value,
                                 is_fixed ? std::chars_format::fixed : std::chars_format::scientific);
  std::string text(buffer, end.ptr);
  if (is_fixed && text.find('.') == std::string::npos) text += ".0";
  return text;
}

std::string repr(const Constant& constant) {
  return std::visit(
      Overloaded{
          [](NoneConstant) -> std::string { return "None"; },
          [](bool value) -> std::string { return value ? "True" : "False"; },
          [](EllipsisConstant) -> std::string { return "Ellipsis"; },
          [](const IntegerConstant& value) { return value.digits; },
          [](double value) { return repr_double(value); },
          [](const ImaginaryConstant& value) { return repr_imaginary(value); },
          [](const TextConstant& value) { return repr_text(value.utf8); },
          [](const BytesConstant& value) { return "b" + quoted(value.bytes, true); },
          [](const std::shared_ptr<TupleConstant>& value) {
            return "(" + join(value->items) + (value->items.size() == 1 ? ",)" : ")");
          },
          [](const std::shared_ptr<FrozenSetConstant>& value) { return "frozenset({" + join(value->items) + "})"; },
          [](const std::shared_ptr<CompiledCode>& value) { return "<code object " + value->name + ">"; },
      },
      constant);
}

}  // namespace gilsim::compiler
