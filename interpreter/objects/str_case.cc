// str: upper, lower, title, capitalize, swapcase, casefold.
#include <vector>

#include "interpreter/objects/character.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {
namespace {

using CaseMap = int (*)(char32_t, char32_t*);

bool is_plain_ascii(const Str* text) {
  if (text->width != 1) return false;
  for (int64_t i = 0; i < text->length; ++i)
    if (text->data1()[i] >= 0x80) return false;
  return true;
}

template <class Map>
Ref map_ascii(const Str* text, Map map) {
  if (text->length == 1) return make_str(static_cast<char32_t>(map(text->data1()[0])));
  Str* result = new_str(text->length, 'a');
  for (int64_t i = 0; i < text->length; ++i) result->data1()[i] = static_cast<uint8_t>(map(text->data1()[i]));
  return Ref::take(result);
}

// A capital sigma at the end of a word becomes the final form: a cased letter comes before it and none after
// it, apostrophes, accents and the like not counted.
bool is_final_sigma(const Str* text, int64_t at) {
  int64_t before = at - 1;
  while (before >= 0 && is_case_ignorable(text->at(before))) --before;
  if (before < 0 || !is_cased(text->at(before))) return false;
  int64_t after = at + 1;
  while (after < text->length && is_case_ignorable(text->at(after))) ++after;
  return after == text->length || !is_cased(text->at(after));
}

int lower_at(const Str* text, int64_t at, char32_t* out) {
  char32_t c = text->at(at);
  if (c == 0x3A3) return *out = is_final_sigma(text, at) ? 0x3C2 : 0x3C3, 1;
  return to_lower(c, out);
}

// Maps each character by `map(position, out)`.
template <class Map>
Ref map_text(Vm& vm, const Str* text, Map map) {
  charge_characters(vm, text->length * 2);
  if (text->length == 0) return empty_str();
  std::vector<char32_t> result;
  result.reserve(static_cast<size_t>(text->length));
  char32_t out[3];
  for (int64_t i = 0; i < text->length; ++i) result.insert(result.end(), out, out + map(i, out));
  return make_str(result.data(), static_cast<int64_t>(result.size()));
}

Ref map_characters(Vm& vm, const Str* text, CaseMap map) {
  return map_text(vm, text, [&](int64_t i, char32_t* out) { return map(text->at(i), out); });
}

uint8_t ascii_upper(uint8_t c) { return c >= 'a' && c <= 'z' ? c - 32 : c; }
uint8_t ascii_lower(uint8_t c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }

}  // namespace

namespace str_methods {

Ref upper(Vm& vm, const Arguments& arguments) {
  auto* text = arguments[0].as<Str>();
  if (text->length && is_plain_ascii(text))
    return charge_characters(vm, text->length), map_ascii(text, ascii_upper);
  return map_characters(vm, text, to_upper);
}

Ref lower(Vm& vm, const Arguments& arguments) {
  auto* text = arguments[0].as<Str>();
  if (text->length && is_plain_ascii(text))
    return charge_characters(vm, text->length), map_ascii(text, ascii_lower);
  return map_text(vm, text, [&](int64_t i, char32_t* out) { return lower_at(text, i, out); });
}

Ref casefold(Vm& vm, const Arguments& arguments) {
  return map_characters(vm, arguments[0].as<Str>(), to_folded);
}

Ref title(Vm& vm, const Arguments& arguments) {
  auto* text = arguments[0].as<Str>();
  bool inside_word = false;
  return map_text(vm, text, [&](int64_t i, char32_t* out) {
    char32_t c = text->at(i);
    int count = inside_word ? lower_at(text, i, out) : to_title(c, out);
    inside_word = is_cased(c);
    return count;
  });
}

Ref capitalize(Vm& vm, const Arguments& arguments) {
  auto* text = arguments[0].as<Str>();
  return map_text(vm, text, [&](int64_t i, char32_t* out) {
    return i == 0 ? to_title(text->at(0), out) : lower_at(text, i, out);
  });
}

Ref swapcase(Vm& vm, const Arguments& arguments) {
  auto* text = arguments[0].as<Str>();
  return map_text(vm, text, [&](int64_t i, char32_t* out) {
    char32_t c = text->at(i);
    if (is_upper(c)) return lower_at(text, i, out);
    if (is_lower(c)) return to_upper(c, out);
    return *out = c, 1;
  });
}

}  // namespace str_methods

}  // namespace gilsim::python
