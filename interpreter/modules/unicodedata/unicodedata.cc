// What Unicode says of characters.
#include <charconv>

#include "interpreter/modules/unicodedata/normalization.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"
#include "interpreter/unicode/database.h"

namespace gilsim::python {

namespace unicodedata {

namespace {

// The argument of a function as one character; false with TypeError pending.
bool read_character(Vm& vm, Value value, const char* function, bool numbered, char32_t* result) {
  const char* argument = numbered ? "argument 1" : "argument";
  if (!is_str(value))
    return fail(vm, exceptions::TypeError, "{}() {} must be a unicode character, not {}", function, argument, type_name(value));
  if (value.as<Str>()->length != 1)
    return fail(vm, exceptions::TypeError, "{}() {} must be a unicode character, not str", function, argument);
  *result = value.as<Str>()->at(0);
  return true;
}

int64_t whole(std::string_view text) {
  int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}
// "3/2"
double fraction(std::string_view text) {
  const size_t slash = text.find('/');
  const auto above = static_cast<double>(whole(text.substr(0, slash)));
  return slash == text.npos ? above : above / static_cast<double>(whole(text.substr(slash + 1)));
}

using Property = std::string_view unicode::Character::*;

template <Property property>
Ref text_property(Vm& vm, const Arguments& arguments, const char* function) {
  char32_t character;
  if (!read_character(vm, arguments[0], function, false, &character)) return {};
  return make_ascii_str(unicode::properties_of(character).*property);
}
Ref category(Vm& vm, const Arguments& arguments) { return text_property<&unicode::Character::category>(vm, arguments, "category"); }
Ref bidirectional(Vm& vm, const Arguments& arguments) {
  return text_property<&unicode::Character::bidirectional>(vm, arguments, "bidirectional");
}
Ref decomposition(Vm& vm, const Arguments& arguments) {
  return text_property<&unicode::Character::decomposition>(vm, arguments, "decomposition");
}
Ref east_asian_width(Vm& vm, const Arguments& arguments) {
  return text_property<&unicode::Character::width>(vm, arguments, "east_asian_width");
}

Ref combining(Vm& vm, const Arguments& arguments) {
  char32_t character;
  if (!read_character(vm, arguments[0], "combining", false, &character)) return {};
  return make_int(whole(unicode::properties_of(character).combining));
}
Ref mirrored(Vm& vm, const Arguments& arguments) {
  char32_t character;
  if (!read_character(vm, arguments[0], "mirrored", false, &character)) return {};
  return make_int(unicode::properties_of(character).mirrored ? 1 : 0);
}

// The number that a character stands for; without one, the second argument or ValueError.
template <Property property, bool as_float>
Ref number(Vm& vm, const Arguments& arguments, const char* function, const char* refusal) {
  char32_t character;
  if (!read_character(vm, arguments[0], function, true, &character)) return {};
  const std::string_view text = unicode::properties_of(character).*property;
  if (!text.empty()) return as_float ? make_float(fraction(text)) : make_int(whole(text));
  return arguments.size() > 1 ? Ref(arguments[1]) : raise(vm, exceptions::ValueError, std::string_view(refusal));
}
Ref decimal(Vm& vm, const Arguments& arguments) {
  return number<&unicode::Character::decimal, false>(vm, arguments, "decimal", "not a decimal");
}
Ref digit(Vm& vm, const Arguments& arguments) { return number<&unicode::Character::digit, false>(vm, arguments, "digit", "not a digit"); }
Ref numeric(Vm& vm, const Arguments& arguments) {
  return number<&unicode::Character::numeric, true>(vm, arguments, "numeric", "not a numeric character");
}

Ref name(Vm& vm, const Arguments& arguments) {
  char32_t character;
  if (!read_character(vm, arguments[0], "name", true, &character)) return {};
  const std::string found = unicode::name_of(character);
  if (!found.empty()) return make_ascii_str(found);
  return arguments.size() > 1 ? Ref(arguments[1]) : raise(vm, exceptions::ValueError, "no such name");
}

Ref lookup(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[0])) return raise(vm, exceptions::TypeError, "lookup() argument must be a string, not {}", type_name(arguments[0]));
  const std::string wanted = to_utf8(arguments[0]);
  const std::u32string found = unicode::characters_named(wanted);
  if (found.empty()) return raise(vm, exceptions::KeyError, make_str("undefined character name '" + wanted + "'"));
  return make_str(found.data(), static_cast<int64_t>(found.size()));
}

bool read_form(Vm& vm, const Arguments& arguments, const char* function, Form* form) {
  for (const Value value : {arguments[0], arguments[1]})
    if (!is_str(value))
      return fail(vm, exceptions::TypeError, "{}() argument {} must be str, not {}", function, value == arguments[0] ? 1 : 2, type_name(value));
  const auto found = form_of(to_utf8(arguments[0]));
  if (!found) return fail(vm, exceptions::ValueError, "invalid normalization form");
  *form = *found;
  return true;
}

Ref normalize(Vm& vm, const Arguments& arguments) {
  Form form;
  return read_form(vm, arguments, "normalize", &form) ? normalized(vm, arguments[1].as<Str>(), form) : Ref();
}
Ref is_normalized(Vm& vm, const Arguments& arguments) {
  Form form;
  if (!read_form(vm, arguments, "is_normalized", &form)) return {};
  Ref result = normalized(vm, arguments[1].as<Str>(), form);
  return Value::of(str_equal(result.as<Str>(), arguments[1].as<Str>()));
}

constexpr NativeDescription kFunctions[] = {
    {"bidirectional", bidirectional, {1, 1}},
    {"category", category, {1, 1}},
    {"combining", combining, {1, 1}},
    {"decimal", decimal, {1, 2}},
    {"decomposition", decomposition, {1, 1}},
    {"digit", digit, {1, 2}},
    {"east_asian_width", east_asian_width, {1, 1}},
    {"is_normalized", is_normalized, {2, 2}},
    {"lookup", lookup, {1, 1}},
    {"mirrored", mirrored, {1, 1}},
    {"name", name, {1, 2}},
    {"normalize", normalize, {2, 2}},
    {"numeric", numeric, {1, 2}},
};

bool populate(Vm&, Module* module) {
  dict_set_str(module->dictionary, intern("unidata_version"), make_str("14.0.0"));
  return true;
}

}  // namespace

}  // namespace unicodedata

const ModuleDefinition& unicodedata_module() {
  static const ModuleDefinition module{"unicodedata", unicodedata::kFunctions, unicodedata::populate, "What Unicode says of characters."};
  return module;
}

}  // namespace gilsim::python
