// str: upper, lower, title, capitalize, swapcase, casefold.
#include <cstring>
#include <vector>

#include "interpreter/objects/character.h"
#include "interpreter/objects/str_copy.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {
namespace {

using CaseMap = int (*)(char32_t, char32_t*);

bool is_plain_ascii(const Str* text) {
  return text->width == 1 && is_ascii({reinterpret_cast<const char*>(text->data1()), static_cast<size_t>(text->length)});
}

// ASCII with the case of its letters from `first` on to the 26th changed, eight characters at a time. A byte's highest bit
// is set by adding what it lacks to 0x80: first to `first`, then to the character behind the last.
Ref change_case(const Str* text, uint8_t first) {
  constexpr uint64_t kEach = 0x0101'0101'0101'0101, kHighest = 0x80 * kEach;
  if (text->length == 1) {
    const char32_t character = text->data1()[0];
    return make_str(character >= first && character < char32_t{first} + 26 ? character ^ 0x20 : character);
  }
  Str* result = new_narrow_str(text->length);
  for (int64_t i = 0; i < text->length; i += 8) {
    uint64_t word;
    std::memcpy(&word, text->data1() + i, 8);
    const uint64_t from_first = (word & ~kHighest) + (0x80 - first) * kEach, behind = (word & ~kHighest) + (0x80 - first - 26) * kEach;
    word ^= (from_first & ~behind & kHighest) >> 2;  // 0x20 tells the cases apart
    std::memcpy(result->data1() + i, &word, 8);
  }
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

}  // namespace

namespace str_methods {

Ref upper(Vm& vm, const Arguments& arguments) {
  auto* text = arguments[0].as<Str>();
  if (text->length && is_plain_ascii(text))
    return charge_characters(vm, text->length), change_case(text, 'a');
  return map_characters(vm, text, to_upper);
}

Ref lower(Vm& vm, const Arguments& arguments) {
  auto* text = arguments[0].as<Str>();
  if (text->length && is_plain_ascii(text))
    return charge_characters(vm, text->length), change_case(text, 'A');
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
