#include "interpreter/objects/character.h"

#include <utf8proc.h>

#include <algorithm>
#include <iterator>

#include "interpreter/objects/character_tables.h"

namespace gilsim::python {
namespace {

template <size_t n>
bool is_in(const CharacterRange (&ranges)[n], char32_t c) {
  auto* range = std::upper_bound(ranges, ranges + n, c,
                                 [](char32_t x, const CharacterRange& r) { return x < r.first; });
  return range != ranges && c <= range[-1].last;
}

utf8proc_category_t category_of(char32_t c) {
  auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category != UTF8PROC_CATEGORY_CN && is_in(kNotYetAssigned, c) ? UTF8PROC_CATEGORY_CN : category;
}

template <size_t n>
int long_case(const LongCase (&table)[n], char32_t c, char32_t* out) {
  auto* entry =
      std::lower_bound(table, table + n, c, [](const LongCase& e, char32_t x) { return e.character < x; });
  if (entry == table + n || entry->character != c) return 0;
  int count = 0;
  while (count < 3 && entry->result[count]) out[count] = entry->result[count], ++count;
  return count;
}

char32_t simple(utf8proc_int32_t (*map)(utf8proc_int32_t), char32_t c) {
  return static_cast<char32_t>(map(static_cast<utf8proc_int32_t>(c)));
}

}  // namespace

bool is_space_beyond_ascii(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_alphabetic(char32_t c) {
  if (c < 0x80) return (c | 32) >= 'a' && (c | 32) <= 'z';
  switch (category_of(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: return true;
    default: return false;
  }
}

int decimal_value(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
  auto* zero = std::upper_bound(std::begin(kDecimalZeros), std::end(kDecimalZeros), c);
  if (zero == std::begin(kDecimalZeros) || c > zero[-1] + 9) return -1;
  return static_cast<int>(c - zero[-1]);
}

bool is_digit_character(char32_t c) { return decimal_value(c) >= 0 || is_in(kDigits, c); }

bool is_numeric(char32_t c) {
  if (is_digit_character(c)) return true;
  if (c < 0x80) return false;
  auto category = category_of(c);
  return category == UTF8PROC_CATEGORY_NO || category == UTF8PROC_CATEGORY_NL || is_in(kNumericLetters, c);
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return category_of(c) == UTF8PROC_CATEGORY_LL || is_in(kOtherLower, c);
}
bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return category_of(c) == UTF8PROC_CATEGORY_LU || is_in(kOtherUpper, c);
}
bool is_title(char32_t c) { return c >= 0x80 && category_of(c) == UTF8PROC_CATEGORY_LT; }

bool is_case_ignorable(char32_t c) {
  switch (category_of(c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_SK: return true;
    default: return is_in(kCaseIgnorable, c);
  }
}

int to_upper(char32_t c, char32_t* out) {
  if (c < 0x80) return *out = c >= 'a' && c <= 'z' ? c - 32 : c, 1;
  if (int count = long_case(kLongUpper, c, out)) return count;
  return *out = simple(utf8proc_toupper, c), 1;
}

int to_lower(char32_t c, char32_t* out) {
  if (c < 0x80) return *out = c >= 'A' && c <= 'Z' ? c + 32 : c, 1;
  if (c == 0x130) return out[0] = 'i', out[1] = 0x307, 2;
  return *out = simple(utf8proc_tolower, c), 1;
}

int to_title(char32_t c, char32_t* out) {
  if (c < 0x80) return to_upper(c, out);
  if (int count = long_case(kLongTitle, c, out)) return count;
  return *out = simple(utf8proc_totitle, c), 1;
}

int to_folded(char32_t c, char32_t* out) {
  if (c < 0x80) return to_lower(c, out);
  if (is_in(kNotYetAssigned, c) || (c >= 0xD800 && c < 0xE000)) return *out = c, 1;
  int boundary = 0;
  utf8proc_int32_t folded[8];
  auto count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), folded, 8, UTF8PROC_CASEFOLD, &boundary);
  if (count < 1 || count > 3) return *out = c, 1;
  for (int i = 0; i < count; ++i) out[i] = static_cast<char32_t>(folded[i]);
  return static_cast<int>(count);
}

}  // namespace gilsim::python
