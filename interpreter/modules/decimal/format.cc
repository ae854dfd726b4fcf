// format(Decimal, spec): the language of format specifications as libmpdec reads it, which knows no '#' and '_'.
#include <algorithm>

#include "interpreter/modules/decimal/decimal.h"
#include "interpreter/modules/decimal/methods.h"
#include "interpreter/objects/format_spec.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python::decimal {

namespace {

// Reads a specification from its beginning on.
class SpecReader {
 public:
  explicit SpecReader(const Str* text) : text_(text) {}

  bool read(FormatSpec* spec) {
    const bool aligned = read_alignment(spec);
    if (is_one_of("+- ")) spec->sign = static_cast<char>(take());
    if (is_one_of("z")) spec->coerce_zero = take();
    if (is_one_of("0")) {
      if (aligned) return false;  // zeros are an alignment of their own
      take();
      spec->fill = '0';
      spec->align = '=';
    }
    if (!read_number(&spec->width)) return false;
    if (is_one_of(",")) spec->grouping = static_cast<char>(take());
    if (is_one_of(".")) {
      take();
      if (!is_one_of("0123456789") || !read_number(&spec->precision)) return false;
    }
    if (is_one_of("eEfFgGn%")) spec->type = take();
    return at_ == text_->length && !(spec->type == 'n' && spec->grouping);
  }

 private:
  bool is_one_of(std::string_view characters) const {
    return at_ < text_->length && text_->at(at_) < 128 && characters.find(static_cast<char>(text_->at(at_))) != std::string_view::npos;
  }
  char32_t take() { return text_->at(at_++); }

  bool read_alignment(FormatSpec* spec) {
    const auto is_align = [&](int64_t place) {
      return place < text_->length && (text_->at(place) == '<' || text_->at(place) == '>' || text_->at(place) == '=' || text_->at(place) == '^');
    };
    if (is_align(at_ + 1)) spec->fill = take();
    if (!is_align(at_)) return false;
    spec->align = static_cast<char>(take());
    return true;
  }

  bool read_number(int64_t* number) {
    if (!is_one_of("0123456789")) return true;
    for (*number = 0; is_one_of("0123456789");) {
      *number = *number * 10 + static_cast<int64_t>(take() - '0');
      if (*number > kMostPrecision) return false;
    }
    return true;
  }

  const Str* text_;
  int64_t at_ = 0;
};

bool is_fixed(char32_t type) { return type == 'f' || type == 'F' || type == '%'; }
bool is_scientific(char32_t type) { return type == 'e' || type == 'E'; }

// So many significant digits.
void round_to(Number& number, int64_t digits, Rounding rounding, Calculation& calculation) {
  if (number.is_zero()) return;
  const int64_t first = adjusted(number);
  rescale(number, first + 1 - digits, rounding, calculation);
  if (adjusted(number) != first) rescale(number, adjusted(number) + 1 - digits, rounding, calculation);
}

void round_for(Number& number, const FormatSpec& spec, Rounding rounding, Calculation& calculation) {
  const int64_t precision = spec.precision;
  if (precision >= 0) {
    if (is_scientific(spec.type)) round_to(number, precision + 1, rounding, calculation);
    else if (is_fixed(spec.type)) rescale(number, -precision, rounding, calculation);
    else if (digits_of(number) > std::max<int64_t>(precision, 1)) round_to(number, std::max<int64_t>(precision, 1), rounding, calculation);
  }
  if (is_fixed(spec.type) && number.exponent > 0) rescale(number, 0, rounding, calculation);
}

// Where the point stands among the digits.
int64_t place_of_point(const Number& number, const FormatSpec& spec) {
  const int64_t before = number.exponent + digits_of(number);
  if (is_fixed(spec.type)) return before;
  if (is_scientific(spec.type)) return number.is_zero() && spec.precision >= 0 ? 1 - spec.precision : 1;
  return number.exponent <= 0 && before > -6 ? before : 1;
}

Ref format_finite(Vm& vm, const Number& number, const FormatSpec& spec, bool capitals, bool negative) {
  const std::string digits = number.coefficient.str();
  const auto size = static_cast<int64_t>(digits.size());
  const int64_t point = place_of_point(number, spec);
  std::string whole = "0", fraction;
  if (point <= 0) {
    fraction = std::string(static_cast<size_t>(-point), '0') + digits;
  } else if (point >= size) {
    whole = digits + std::string(static_cast<size_t>(point - size), '0');
  } else {
    whole = digits.substr(0, static_cast<size_t>(point));
    fraction = digits.substr(static_cast<size_t>(point));
  }
  const int64_t exponent = number.exponent + size - point;
  std::string rest = fraction.empty() ? "" : "." + fraction;
  const bool capital = spec.type ? spec.type == 'E' || spec.type == 'G' : capitals;
  if (exponent != 0 || is_scientific(spec.type)) rest += fmt::format("{}{:+}", capital ? 'E' : 'e', exponent);
  if (spec.type == '%') rest += '%';
  return pad_number(vm, negative ? "-" : spec.sign == '+' ? "+" : spec.sign == ' ' ? " " : "", whole, rest, spec);
}

Ref format_special(Vm& vm, const Number& number, FormatSpec spec) {
  if (spec.fill == '0' && spec.align == '=') {
    spec.fill = ' ';
    spec.align = '>';
  }
  spec.grouping = 0;
  const std::string sign = number.negative ? "-" : spec.sign == '+' || spec.sign == ' ' ? std::string(1, spec.sign) : "";
  return pad_number(vm, sign, to_text(copy_abs(number), false, true) + (spec.type == '%' ? "%" : ""), "", spec);
}

}  // namespace

Ref format_decimal(Vm& vm, const Number& number, Value text, ContextObject* context) {
  if (!is_str(text)) return raise(vm, exceptions::TypeError, "format arg must be str");
  FormatSpec spec;
  if (!SpecReader(text.as<Str>()).read(&spec)) return raise(vm, exceptions::ValueError, "invalid format string");
  vm.charge(90);
  if (number.is_special()) return format_special(vm, number, spec);
  Number shown = number;
  if (spec.type == '%') shown.exponent += 2;
  Calculation exact{kExact, 0};
  if (is_too_long(std::max(spec.width, spec.precision), exact)) return raise(vm, exceptions::MemoryError);
  round_for(shown, spec, context->settings.rounding, exact);
  const int64_t written = std::max(std::abs(place_of_point(shown, spec)), digits_of(shown));
  if ((exact.status & kTooLarge) || is_too_long(written, exact)) return raise(vm, exceptions::MemoryError);
  // 'F' looks for zero before it rounds, as CPython's does.
  const bool coerced = spec.coerce_zero && (spec.type == 'F' ? number : shown).is_zero();
  const bool negative = shown.negative && !coerced;
  return format_finite(vm, shown, spec, context->capitals, negative);
}

}  // namespace gilsim::python::decimal
