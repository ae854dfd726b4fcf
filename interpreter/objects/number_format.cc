#include "interpreter/objects/number_format.h"

#include <algorithm>
#include <climits>
#include <cmath>
#include <cstring>

#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/format_spec.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/text_builder.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {
namespace {

std::string_view sign_text(bool negative, char wanted) {
  if (negative) return "-";
  return wanted == '+' ? "+" : wanted == ' ' ? " " : "";
}

Ref format_character(Vm& vm, Value value, FormatSpec spec) {
  if (spec.sign)
    return raise(vm, exceptions::ValueError, "Sign not allowed with integer format specifier 'c'");
  if (spec.alternate)
    return raise(vm, exceptions::ValueError,
                 "Alternate form (#) not allowed with integer format specifier 'c'");
  auto number = int64_of(value);
  if (!number) return raise(vm, exceptions::OverflowError, "Python int too large to convert to C long");
  if (*number < 0 || *number > 0x10FFFF)
    return raise(vm, exceptions::OverflowError, "%c arg not in range(0x110000)");
  Ref text = make_str(static_cast<char32_t>(*number));
  return pad(vm, text.as<Str>(), spec);
}

Ref format_digits(Vm& vm, Value value, const FormatSpec& spec) {
  int base = spec.type == 'b' ? 2 : spec.type == 'o' ? 8 : spec.type == 'x' || spec.type == 'X' ? 16 : 10;
  std::string digits;
  if (!int_to_text(vm, value, base, &digits)) return {};
  bool negative = digits[0] == '-';
  if (negative) digits.erase(0, 1);
  std::string prefix(sign_text(negative, spec.sign));
  if (spec.alternate && base != 10) prefix += {'0', static_cast<char>(spec.type)};
  if (spec.type == 'X')
    for (char& c : digits) c = static_cast<char>(c >= 'a' ? c - 32 : c);
  return pad_number(vm, prefix, digits, "", spec);
}

constexpr int64_t kPlainWidth = 64;
using PlainRoom = char[kPlainWidth + kDecimalRoom];

// Whether a specification asks an int for decimal digits on a field, and nothing else.
bool is_plain(const FormatSpec& spec) {
  return (spec.type == 0 || spec.type == 'd') && spec.width <= kPlainWidth && spec.fill < 128 && spec.precision < 0 &&
         !(spec.grouping | spec.sign | spec.coerce_zero);
}

// A small int by a plain specification, somewhere in `room`.
std::string_view plain_int(Vm& vm, int64_t number, const FormatSpec& spec, PlainRoom& room) {
  // On a short field with nothing behind the number: most are. No sign, so '=' is like '>'.
  if (const auto magnitude = static_cast<uint64_t>(number);
      magnitude < kEightDigits && spec.width <= 8 && (spec.align == '>' || spec.align == '=')) {
    if (spec.align == '>' && spec.width == 8 && magnitude < kEightDigits / 10) vm.charge(1);  // as below
    return {room, write_on_field(room, static_cast<uint32_t>(magnitude), static_cast<int>(spec.width), static_cast<char>(spec.fill))};
  }
  char* digits = room + kPlainWidth;  // behind the field
  const int64_t length = write_decimal(digits, number) - digits, padding = spec.width - length;
  if (padding <= 0) return {digits, static_cast<size_t>(length)};
  const uint64_t fill = static_cast<uint64_t>(spec.fill) * 0x0101'0101'0101'0101;
  for (int64_t i = 0; i < spec.width; i += 8) std::memcpy(room + i, &fill, 8);
  const int64_t before = spec.align == '<' ? 0 : spec.align == '^' ? padding / 2 : padding;
  copy_bytes(room + before, digits, static_cast<size_t>(length));
  if (spec.align == '=' && number < 0) std::swap(room[0], room[before]);
  if (spec.align != '=') vm.charge(spec.width / 8);  // as pad() does
  return {room, static_cast<size_t>(spec.width)};
}

Ref refuse(Vm& vm, const char* message) {
  return raise(vm, exceptions::ValueError, std::string_view(message));
}

// %g with one digit after the point at least, as str(1e6) has it: the type code left out, but a precision
// given.
std::string plain_text(double number, int precision) {
  if (precision == 0) precision = 1;
  std::string scientific = float_to_text(number, 'e', precision - 1);
  int exponent = std::atoi(scientific.c_str() + scientific.find('e') + 1);
  if (exponent >= -4 && exponent >= precision - 1) {
    std::string mantissa = scientific.substr(0, scientific.find('e'));
    if (mantissa.find('.') != std::string::npos) {
      mantissa.erase(mantissa.find_last_not_of('0') + 1);
      if (mantissa.back() == '.') mantissa.pop_back();
    }
    return mantissa + scientific.substr(scientific.find('e'));
  }
  std::string text = float_to_text(number, 'g', precision);
  return text.find_first_of(".en") == std::string::npos ? text + ".0" : text;
}

// The number's digits without sign, by the type code.
std::string float_digits(double magnitude, const FormatSpec& spec) {
  auto precision = static_cast<int>(spec.precision < 0 ? 6 : spec.precision);
  switch (spec.type) {
    case 0:
      if (!std::isfinite(magnitude) || spec.precision < 0) return float_repr(magnitude);
      return plain_text(magnitude, precision);
    case 'e': case 'E': return float_to_text(magnitude, 'e', precision, spec.alternate);
    case 'f': case 'F': return float_to_text(magnitude, 'f', precision, spec.alternate);
    case '%': return float_to_text(magnitude * 100, 'f', precision, spec.alternate) + "%";
    default: return float_to_text(magnitude, 'g', precision, spec.alternate);
  }
}

bool is_float_code(char32_t type) {
  switch (type) {
    case 0: case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case 'n': case '%': return true;
    default: return false;
  }
}

}  // namespace

Ref format_float_part(Vm& vm, Value value, double number, const FormatSpec& spec) {
  if (!is_float_code(spec.type)) return unknown_format_code(vm, spec.type, value);
  if (spec.precision > INT_MAX) return refuse(vm, "precision too big");
  if (spec.precision > 0 && heap.refuses(static_cast<size_t>(spec.precision)))
    return raise(vm, exceptions::MemoryError);
  std::string digits = float_digits(std::fabs(number), spec);
  bool negative = std::signbit(number) && !std::isnan(number);
  if (spec.coerce_zero && digits.find_first_of("123456789in") == std::string::npos) negative = false;
  if (spec.type == 'E' || spec.type == 'F' || spec.type == 'G')
    for (char& c : digits) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  size_t whole = std::min(digits.find_first_not_of("0123456789"), digits.size());
  std::string rest = digits.substr(whole);
  digits.resize(whole);
  return pad_number(vm, sign_text(negative, spec.sign), digits, rest, spec);
}

Ref format_int(Vm& vm, Value value, const Str* text) {
  if (text->length == 0) return str(vm, value);
  FormatSpec spec;
  if (!parse_format_spec(vm, text, value, '>', &spec)) return {};
  switch (spec.type) {
    case 0: case 'b': case 'c': case 'd': case 'n': case 'o': case 'x': case 'X':
      if (spec.precision >= 0) return refuse(vm, "Precision not allowed in integer format specifier");
      if (spec.coerce_zero)
        return refuse(vm, "Negative zero coercion (z) not allowed in integer format specifier");
      if (PlainRoom room; value.is_small() && is_plain(spec)) return make_ascii_str(plain_int(vm, value.small(), spec, room));
      return spec.type == 'c' ? format_character(vm, value, spec) : format_digits(vm, value, spec);
    default:
      if (!is_float_code(spec.type)) return unknown_format_code(vm, spec.type, value);
      double number;
      if (!int_to_double(vm, value, &number)) return {};
      return format_float_part(vm, value, number, spec);
  }
}

Ref format_float(Vm& vm, Value value, double number, const Str* text) {
  if (text->length == 0) return str(vm, value);
  FormatSpec spec;
  if (!parse_format_spec(vm, text, value, '>', &spec)) return {};
  return format_float_part(vm, value, number, spec);
}

Ref format_str(Vm& vm, Value value, const Str* text) {
  if (text->length == 0) return str(vm, value);
  FormatSpec spec;
  if (!parse_format_spec(vm, text, value, '<', &spec)) return {};
  if (spec.grouping && spec.type == 0)
    return raise(vm, exceptions::ValueError, "Cannot specify '{}' with 's'.", spec.grouping);
  if (spec.type != 0 && spec.type != 's') return unknown_format_code(vm, spec.type, value);
  if (spec.sign == ' ') return refuse(vm, "Space not allowed in string format specifier");
  if (spec.sign) return refuse(vm, "Sign not allowed in string format specifier");
  if (spec.coerce_zero)
    return refuse(vm, "Negative zero coercion (z) not allowed in string format specifier");
  if (spec.alternate) return refuse(vm, "Alternate form (#) not allowed in string format specifier");
  if (spec.align == '=') return refuse(vm, "'=' alignment not allowed in string format specifier");
  return pad(vm, value.as<Str>(), spec);
}

namespace {

// A small int by a short and plain specification that was read before, somewhere in `room`; empty: it is none of that.
std::string_view known_int(Vm& vm, Value value, std::string_view latin1_spec, PlainRoom& room) {
  const FormatSpec* spec = value.is_small() ? known_format_spec(latin1_spec, '>') : nullptr;
  return spec && is_plain(*spec) ? plain_int(vm, value.small(), *spec, room) : std::string_view();
}

Ref convert(Vm& vm, Value value, int conversion) {
  switch (conversion) {
    case 1: return str(vm, value);
    case 2: return repr(vm, value);
    case 3: return ascii(vm, value);
    default: return value;
  }
}

}  // namespace

bool append_int(Vm& vm, TextBuilder& out, Value value, std::string_view latin1_spec) {
  PlainRoom room;
  const std::string_view text = known_int(vm, value, latin1_spec, room);
  if (!text.empty()) out.append(text);
  return !text.empty();
}

Ref format_value(Vm& vm, Value value, int conversion, Value spec) {
  bool plain = spec.is_null() || spec.as<Str>()->length == 0;
  if (plain) {
    if (conversion == 0 && value.is_small()) return int_repr(vm, value);
    if (is_exact_str(value) && conversion < 3) return conversion == 2 ? str_repr(vm, value) : Ref(value);
  } else if (conversion == 0 && spec.as<Str>()->width == 1) {
    PlainRoom room;
    const auto* characters = reinterpret_cast<const char*>(spec.as<Str>()->data1());
    const std::string_view text = known_int(vm, value, {characters, static_cast<size_t>(spec.as<Str>()->length)}, room);
    if (!text.empty()) return make_ascii_str(text);
  }
  Ref converted = convert(vm, value, conversion);
  if (!converted) return {};
  Value result = converted;
  if (is_exact_str(result)) return plain ? Ref(result) : format_str(vm, result, spec.as<Str>());
  if (!plain && result.is_small()) return format_int(vm, result, spec.as<Str>());
  if (result.is_object() && result.object()->type == &float_type)
    return plain ? make_ascii_str(float_repr(result.as<Float>()->number))
                 : format_float(vm, result, result.as<Float>()->number, spec.as<Str>());
  return format(vm, result, spec);
}

bool append_formatted(Vm& vm, TextBuilder& out, Value value, int conversion, Value spec) {
  if (conversion == 0 && spec.is_null()) {
    if (value.is_small()) return out.append(value.small()), true;
    if (is_exact_str(value)) return out.append(value), true;
  }
  Ref piece = format_value(vm, value, conversion, spec);
  if (!piece) return false;
  out.append(piece.get());
  return true;
}

}  // namespace gilsim::python
