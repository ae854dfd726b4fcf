// repr() and ascii() of text: quotes and escapes.
#include <algorithm>
#include <cstring>
#include <string>

#include "interpreter/objects/character.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/str_copy.h"
#include "interpreter/objects/vm.h"
#include "interpreter/syntax/unicode.h"

namespace gilsim::python {
namespace {

void append_hexadecimal(std::u32string& out, char32_t c, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += U"0123456789abcdef"[c >> shift & 15];
}

void append_escaped(std::u32string& out, char32_t c) {
  out += U'\\';
  out += c < 0x100 ? U'x' : c < 0x10000 ? U'u' : U'U';
  append_hexadecimal(out, c, c < 0x100 ? 2 : c < 0x10000 ? 4 : 8);
}

void append_shown(std::u32string& out, char32_t c, char32_t quote) {
  if (c == quote || c == '\\') out += {U'\\', c};
  else if (c == '\n') out += U"\\n";
  else if (c == '\r') out += U"\\r";
  else if (c == '\t') out += U"\\t";
  else if (syntax::is_printable(c)) out += c;
  else append_escaped(out, c);
}

bool has_character(const Str* text, char32_t wanted) {
  for (int64_t i = 0; i < text->length; ++i)
    if (text->at(i) == wanted) return true;
  return false;
}

// Of eight characters those, by their highest bits, that repr() does not simply repeat between single quotes: below the
// space, above '~', the quote and the backslash.
uint64_t need_thought(uint64_t word) {
  constexpr uint64_t kEach = 0x0101'0101'0101'0101, kHighest = 0x80 * kEach;
  const uint64_t low = word & ~kHighest;  // to which may be added without a carry into the next
  auto differs = [&](uint64_t c) { return (low ^ c * kEach) + 0x7f * kEach; };
  return (word | ~(low + 0x60 * kEach) | (low + kEach) | ~(differs('\'') & differs('\\'))) & kHighest;
}

// ASCII that needs no escape: only the quotes are added.
bool is_simple(const Str* text) {
  if (text->width != 1) return false;
  int64_t left = text->length;
  constexpr uint64_t kSpaces = 0x2020'2020'2020'2020;
  uint64_t any = 0, word;
  for (const uint8_t* c = text->data1(); left > 0; c += 8, left -= 8) {
    std::memcpy(&word, c, 8);
    if (left < 8) word = word << 8 * (8 - left) | kSpaces >> 8 * left;
    any |= need_thought(word);
  }
  return !any;
}

}  // namespace

Ref str_repr(Vm& vm, Value value) {
  auto* text = value.as<Str>();
  vm.charge(text->length);
  if (is_simple(text)) {
    Str* result = new_narrow_str(text->length + 2);
    result->data1()[0] = result->data1()[text->length + 1] = '\'';
    copy_bytes(result->data1() + 1, text->data1(), static_cast<size_t>(text->length));
    return Ref::take(result);
  }
  char32_t quote = has_character(text, '\'') && !has_character(text, '"') ? '"' : '\'';
  std::u32string out(1, quote);
  for (int64_t i = 0; i < text->length; ++i) append_shown(out, text->at(i), quote);
  out += quote;
  return make_str(out.data(), static_cast<int64_t>(out.size()));
}

Ref str_ascii(const Str* text) {
  std::u32string out;
  for (int64_t i = 0; i < text->length; ++i) {
    if (text->at(i) < 0x80) out += text->at(i);
    else append_escaped(out, text->at(i));
  }
  return make_str(out.data(), static_cast<int64_t>(out.size()));
}

}  // namespace gilsim::python
