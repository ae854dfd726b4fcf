// What str's methods ask about single characters: Unicode 14.0, as Python 3.11. With character.cc the only
// file of this folder that knows utf8proc.
#pragma once

#include <cstdint>

namespace gilsim::python {

bool is_space_beyond_ascii(char32_t c);
inline bool is_space_character(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F);
  return is_space_beyond_ascii(c);
}
bool is_alphabetic(char32_t c);
bool is_numeric(char32_t c);       // also fractions, Roman and Chinese numerals
bool is_digit_character(char32_t c);  // also superscripts
int decimal_value(char32_t c);     // 0-9; -1: not a decimal digit
bool is_lower(char32_t c);
bool is_upper(char32_t c);
bool is_title(char32_t c);
inline bool is_cased(char32_t c) { return is_lower(c) || is_upper(c) || is_title(c); }
bool is_case_ignorable(char32_t c);
inline bool is_line_break(char32_t c) {
  return (c >= '\n' && c <= '\r') || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// Full case mapping: up to three characters into `out`; how many.
int to_upper(char32_t c, char32_t* out);
int to_lower(char32_t c, char32_t* out);
int to_title(char32_t c, char32_t* out);
int to_folded(char32_t c, char32_t* out);

}  // namespace gilsim::python
