// str: what kind of characters a text consists of.
#include "interpreter/objects/character.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/syntax/unicode.h"

namespace gilsim::python {
namespace {

template <class Predicate>
bool all_of(const Str* text, Predicate predicate) {
  return visit_text(text, [&](auto* data) {
    for (int64_t i = 0; i < text->length; ++i)
      if (!predicate(static_cast<char32_t>(data[i]))) return false;
    return true;
  });
}

template <class Predicate>
Ref all_and_some(const Arguments& arguments, Predicate predicate) {
  auto* text = arguments[0].as<Str>();
  return Value::of(text->length > 0 && all_of(text, predicate));
}

// islower, isupper: at least one cased character, and every cased one is of that case.
Ref has_only_case(const Arguments& arguments, bool (*wanted)(char32_t), bool (*other)(char32_t)) {
  auto* text = arguments[0].as<Str>();
  bool some = false;
  bool fits = all_of(text, [&](char32_t c) {
    if (wanted(c)) some = true;
    return !other(c) && !is_title(c);
  });
  return Value::of(fits && some);
}

}  // namespace

namespace str_methods {

Ref isalnum(Vm&, const Arguments& arguments) {
  return all_and_some(arguments, [](char32_t c) { return is_alphabetic(c) || is_numeric(c); });
}
Ref isalpha(Vm&, const Arguments& arguments) { return all_and_some(arguments, is_alphabetic); }
Ref isascii(Vm&, const Arguments& arguments) {
  return Value::of(all_of(arguments[0].as<Str>(), [](char32_t c) { return c < 0x80; }));
}
Ref isdecimal(Vm&, const Arguments& arguments) {
  return all_and_some(arguments, [](char32_t c) { return decimal_value(c) >= 0; });
}
Ref isdigit(Vm&, const Arguments& arguments) { return all_and_some(arguments, is_digit_character); }
Ref isnumeric(Vm&, const Arguments& arguments) { return all_and_some(arguments, is_numeric); }
Ref isspace(Vm&, const Arguments& arguments) { return all_and_some(arguments, is_space_character); }
Ref isprintable(Vm&, const Arguments& arguments) {
  return Value::of(all_of(arguments[0].as<Str>(), syntax::is_printable));
}
Ref islower(Vm&, const Arguments& arguments) { return has_only_case(arguments, is_lower, is_upper); }
Ref isupper(Vm&, const Arguments& arguments) { return has_only_case(arguments, is_upper, is_lower); }

Ref isidentifier(Vm&, const Arguments& arguments) {
  auto* text = arguments[0].as<Str>();
  // What is printable leaves out characters that newer versions of Unicode have.
  auto continues = [](char32_t c) { return syntax::can_continue_name(c) && syntax::is_printable(c); };
  return Value::of(text->length > 0 && syntax::can_start_name(text->at(0)) && all_of(text, continues));
}

Ref istitle(Vm&, const Arguments& arguments) {
  auto* text = arguments[0].as<Str>();
  bool after_cased = false, some = false;
  bool fits = all_of(text, [&](char32_t c) {
    bool starts = is_upper(c) || is_title(c), continues = is_lower(c);
    bool wrong = (starts && after_cased) || (continues && !after_cased);
    after_cased = starts || continues;
    some |= after_cased;
    return !wrong;
  });
  return Value::of(fits && some);
}

}  // namespace str_methods

}  // namespace gilsim::python
