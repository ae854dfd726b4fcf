// ints from and to digits, with the limit that keeps huge decimal conversions from stalling a program.
#include <algorithm>
#include <charconv>

#include "interpreter/objects/character.h"
#include "interpreter/objects/decimal.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/long_arithmetic.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

int64_t int_max_str_digits = 4300;

namespace {

constexpr int64_t kDigitsBelowLimitCheck = 640;  // shorter conversions are never refused

bool too_many_digits(int64_t digits) {
  return int_max_str_digits > 0 && digits > kDigitsBelowLimitCheck && digits > int_max_str_digits;
}

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// A number's parts after sign and prefix; `digits` without underscores.
struct Literal {
  bool negative = false;
  int base = 10;
  std::string digits;
};

int prefix_base(char letter) {
  switch (letter) {
    case 'x': case 'X': return 16;
    case 'o': case 'O': return 8;
    case 'b': case 'B': return 2;
    default: return 0;
  }
}

// Copies the digits of `text` without single underscores between them; false when it is not all digits of the
// base.
bool collect_digits(std::string_view text, int base, std::string* digits) {
  bool after_digit = false;
  for (char c : text) {
    if (c == '_') {
      if (!after_digit) return false;
      after_digit = false;
      continue;
    }
    if (digit_value(c) >= base) return false;
    *digits += c;
    after_digit = true;
  }
  return after_digit;
}

bool scan(std::string_view text, int base, Literal* literal) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    literal->negative = text[0] == '-';
    text.remove_prefix(1);
  }
  bool base_by_prefix = base == 0;
  int named = text.size() >= 2 && text[0] == '0' ? prefix_base(text[1]) : 0;
  if (base_by_prefix) base = named ? named : 10;
  if (named && named == base) {
    text.remove_prefix(2);
    if (!text.empty() && text[0] == '_') text.remove_prefix(1);
    named = -1;
  }
  literal->base = base;
  if (!collect_digits(text, base, &literal->digits)) return false;
  bool leading_zero = base_by_prefix && named == 0 && literal->digits[0] == '0';
  return !leading_zero || literal->digits.find_first_not_of('0') == std::string::npos;
}

Ref invalid(Vm& vm, int base, std::string shown) {
  constexpr size_t kMostShown = 200;
  if (shown.size() > kMostShown) shown = shown.substr(0, kMostShown);
  return raise(vm, exceptions::ValueError, "invalid literal for int() with base {}: {}", base, shown);
}

}  // namespace

Ref parse_int_or_null(Vm& vm, std::string_view text, int base) {
  Literal literal;
  if (!scan(text, base, &literal)) return {};
  const std::string& digits = literal.digits;
  auto count = static_cast<int64_t>(digits.size());
  if (count <= 11) {  // 36 ** 11 fits 63 bits
    int64_t number = 0;
    for (char c : digits) number = number * literal.base + digit_value(c);
    return make_int(literal.negative ? -number : number);
  }
  bool power_of_two = (literal.base & (literal.base - 1)) == 0;
  if (!power_of_two && too_many_digits(count))
    return raise(vm, exceptions::ValueError,
                 "Exceeds the limit ({} digits) for integer string conversion: value has {} digits; use "
                 "sys.set_int_max_str_digits() to increase the limit", int_max_str_digits, count);
  BigNumber number;
  if (!number_of_digits(vm, digits, literal.base, &number)) return {};
  return make_int(literal.negative ? BigNumber(-number) : std::move(number));
}

Ref parse_int(Vm& vm, std::string_view text, int base) {
  Ref result = parse_int_or_null(vm, text, base);
  if (result || is_pending(vm)) return result;
  return invalid(vm, base, repr_utf8(vm, make_str(text)));
}

std::string ascii_digits(const Str* text) {
  std::string ascii(static_cast<size_t>(text->length), '?');
  for (int64_t i = 0; i < text->length; ++i) {
    char32_t c = text->at(i);
    if (c < 128) {
      ascii[i] = c == 0 ? '?' : static_cast<char>(c);
      if (c >= 0x1C && c <= 0x1F) ascii[i] = ' ';
    } else if (is_space_character(c)) {
      ascii[i] = ' ';
    } else if (int value = decimal_value(c); value >= 0) {
      ascii[i] = static_cast<char>('0' + value);
    }
  }
  return ascii;
}

namespace {

// The commonest case: up to 18 decimal digits with at most a minus sign. False: something else.
bool read_plain_digits(const Str* text, int64_t* number) {
  if (text->width != 1 || text->length > 18) return false;
  const uint8_t *position = text->data1(), *end = position + text->length;
  bool negative = text->length > 1 && *position == '-';
  if (negative) ++position;
  if (position == end) return false;
  uint64_t magnitude = 0;
  for (; position < end; ++position) {
    unsigned digit = *position - unsigned{'0'};
    if (digit > 9) return false;
    magnitude = magnitude * 10 + digit;
  }
  *number = negative ? -static_cast<int64_t>(magnitude) : static_cast<int64_t>(magnitude);
  return true;
}

}  // namespace

Ref parse_int(Vm& vm, Value str, int base) {
  int64_t number;
  if (base == 10 && read_plain_digits(str.as<Str>(), &number)) return make_int(number);
  Ref result = parse_int_or_null(vm, ascii_digits(str.as<Str>()), base);
  if (result || is_pending(vm)) return result;
  return invalid(vm, base, repr_utf8(vm, str));
}

namespace {

std::string small_text(int64_t number, int base) {
  char buffer[72];
  auto end = std::to_chars(buffer, buffer + sizeof buffer, number, base).ptr;
  return std::string(buffer, end);
}

// Bases 2, 8, 16: bits cut into digits.
std::string text_of_bits(const BigNumber& magnitude, int base) {
  int bits_per_digit = base == 16 ? 4 : base == 8 ? 3 : 1;
  const auto& backend = magnitude.backend();
  int64_t bits = bit_length(magnitude), count = (bits + bits_per_digit - 1) / bits_per_digit;
  std::string text(static_cast<size_t>(count), '0');
  for (int64_t i = 0; i < count; ++i) {
    int64_t position = i * bits_per_digit, limb = position / 64, offset = position % 64;
    uint64_t digit = backend.limbs()[limb] >> offset;
    if (offset + bits_per_digit > 64 && limb + 1 < static_cast<int64_t>(backend.size()))
      digit |= backend.limbs()[limb + 1] << (64 - offset);
    text[count - 1 - i] = "0123456789abcdef"[digit & ((1u << bits_per_digit) - 1)];
  }
  return text;
}

bool exceeds_limit(Vm& vm) {
  (void)raise(
      vm, exceptions::ValueError,
      "Exceeds the limit ({} digits) for integer string conversion; use sys.set_int_max_str_digits() to "
      "increase the limit",
      int_max_str_digits);
  return false;
}

}  // namespace

bool int_to_text(Vm& vm, Value value, int base, std::string* result) {
  if (!value.is_object()) {
    *result = small_text(*int64_of(value), base);
    return true;
  }
  const BigNumber& number = value.as<BigInteger>()->number;
  int64_t bits = bit_length(number);
  if (base == 10) {
    // 0.30103 decimal digits a bit: this is never more than the true count.
    if (too_many_digits((bits - 1) * 30102 / 100000)) return exceeds_limit(vm);
    if (!decimal_text(vm, number, result)) return false;
    if (too_many_digits(static_cast<int64_t>(result->size()) - (number.sign() < 0))) return exceeds_limit(vm);
    return true;
  }
  if (!begin_work(vm, bits / 4)) return false;
  *result = number.is_zero() ? "0" : text_of_bits(boost::multiprecision::abs(number), base);
  if (number.sign() < 0) result->insert(0, "-");
  return true;
}

Ref int_repr(Vm& vm, Value value) {
  if (value.is_small()) {
    char digits[kDecimalRoom];
    return make_ascii_str(std::string_view(digits, write_decimal(digits, value.small())));
  }
  std::string text;
  if (!int_to_text(vm, value, 10, &text)) return {};
  return make_ascii_str(text);
}

}  // namespace gilsim::python
