#include "interpreter/syntax/number_scanner.h"

#include <charconv>
#include <limits>

namespace gilsim::syntax {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
// Beyond ASCII a name of its own begins, or a character that the lexer refuses.
bool is_name_byte(char c) {
  return (lower(c) >= 'a' && lower(c) <= 'z') || is_digit(c) || c == '_';
}

bool continues_name(char c) {
  return is_name_byte(c) || (c & 0x80);
}

int base_of(std::string_view text) {
  char letter = text.size() > 1 && text[0] == '0' ? lower(text[1]) : '\0';
  return letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 10;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  NumberScan scan() {
    int base = base_of(text_);
    if (base == 10)
      scan_decimal();
    else
      scan_base(base, kind_of_number(text_));
    result_.size = at_;
    return result_;
  }

 private:
  char peek(size_t distance = 0) const {
    return at_ + distance < text_.size() ? text_[at_ + distance] : '\0';
  }
  bool failed() const { return !result_.problem.empty(); }

  void fail(std::string problem, size_t begin, size_t end) {
    if (!failed())
      result_.problem = std::move(problem), result_.problem_begin = begin, result_.problem_end = end;
  }
  // Points at the last character that was still right, as CPython does.
  void fail_before(const char* kind) {
    size_t last = at_ == 0 ? 0 : at_ - 1;
    fail(std::string("invalid ") + kind + " literal", last, last);
  }

  static bool is_digit_of(char c, int base) {
    if (base == 16) return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f');
    return c >= '0' && c < '0' + base;
  }

  void scan_base(int base, const char* kind) {
    at_ += 2;
    do {
      if (peek() == '_') ++at_;
      if (!is_digit_of(peek(), base)) {
        if (is_digit(peek())) return fail_digit(kind);
        return fail_before(kind);
      }
      while (is_digit_of(peek(), base)) ++at_;
    } while (peek() == '_');
    if (is_digit(peek())) return fail_digit(kind);
    check_end(kind);
  }
  void fail_digit(const char* kind) {
    fail(std::string("invalid digit '") + peek() + "' in " + kind + " literal", at_, at_);
  }

  // Digits with single underscores between them.
  void scan_digits() {
    for (;;) {
      while (is_digit(peek())) ++at_;
      if (peek() != '_') return;
      ++at_;
      if (!is_digit(peek())) return fail_before("decimal");
    }
  }

  void scan_decimal() {
    bool leading_zero = peek() == '0';
    if (leading_zero)
      scan_zeros();
    else if (peek() != '.')
      scan_digits();
    if (failed()) return;
    size_t zeros_end = at_;
    bool nonzero = false;
    if (leading_zero && is_digit(peek())) nonzero = true, scan_digits();
    bool integer = true;
    if (!failed() && peek() == '.') integer = false, ++at_, scan_fraction();
    if (!failed() && lower(peek()) == 'e') integer = !scan_exponent() && integer;
    if (!failed() && lower(peek()) == 'j') {
      ++at_;
      return check_end("imaginary");
    }
    if (integer && nonzero && !failed()) {
      return fail(
          "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
          0, zeros_end);
    }
    check_end("decimal");
  }

  void scan_zeros() {
    while (peek() == '0' || peek() == '_') {
      if (peek() == '_' && !is_digit(peek(1))) {
        ++at_;
        return fail_before("decimal");
      }
      if (peek() == '_' && peek(1) != '0') {
        ++at_;
        return;
      }
      ++at_;
    }
  }

  void scan_fraction() {
    if (is_digit(peek())) scan_digits();
  }

  // An `e` that no digits follow may begin a keyword: `1else`.
  bool scan_exponent() {
    size_t digits = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
    if (!is_digit(peek(digits))) {
      if (digits == 2) ++at_, ++at_, fail_before("decimal");
      return false;
    }
    at_ += digits;
    scan_digits();
    return true;
  }

  // A keyword may stand right after a number, any other name may not.
  void check_end(const char* kind) {
    if (failed() || !continues_name(peek())) return;
    std::string_view rest = text_.substr(at_);
    for (std::string_view keyword : {"if", "in", "is"}) {
      if (rest.starts_with(keyword)) return;
    }
    for (std::string_view keyword : {"and", "else", "for", "or", "not"}) {
      bool ends = rest.size() == keyword.size() || !continues_name(rest.substr(0, keyword.size() + 1).back());
      if (rest.starts_with(keyword) && ends) return;
    }
    fail_before(kind);
  }

  std::string_view text_;
  size_t at_ = 0;
  NumberScan result_;
};

}  // namespace

const char* kind_of_number(std::string_view token) {
  switch (base_of(token)) {
    case 16: return "hexadecimal";
    case 8: return "octal";
    case 2: return "binary";
    default: return lower(token.back()) == 'j' ? "imaginary" : "decimal";
  }
}

NumberScan scan_number(std::string_view text) {
  return Scanner(text).scan();
}

NumberValue number_value(std::string_view token) {
  NumberValue value;
  for (char c : token) {
    if (c != '_') value.digits += lower(c);
  }
  bool based = value.digits.size() > 1 && value.digits[0] == '0' && !is_digit(value.digits[1]) &&
               value.digits.find_first_of("xob") == 1;
  bool imaginary = !based && value.digits.back() == 'j';
  if (imaginary) value.digits.pop_back();
  if (based || (!imaginary && value.digits.find_first_of(".e") == std::string::npos)) {
    // Python allows 00, which means 0.
    if (!based && value.digits.find_first_not_of('0') == std::string::npos) value.digits.resize(1);
    return value;
  }
  value.kind = imaginary ? ConstantKind::Imaginary : ConstantKind::Float;
  const char* end = value.digits.data() + value.digits.size();
  if (std::from_chars(value.digits.data(), end, value.number).ec == std::errc::result_out_of_range) {
    // Too large is infinity and too small is zero; the sign of the exponent tells which.
    bool small = value.digits.find("e-") != std::string::npos || value.digits.starts_with("0.");
    value.number = small ? 0.0 : std::numeric_limits<double>::infinity();
  }
  value.digits.clear();
  return value;
}

}  // namespace gilsim::syntax
