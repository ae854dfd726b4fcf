// The few things the lexer must know about Unicode: UTF-8, and what may be part of a name. The only file of
// this folder (with its .cc) that knows utf8proc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gilsim::syntax {

// The code point that `text` begins with, and how many bytes it takes (0: not valid UTF-8, or empty).
struct CodePoint {
  char32_t value = 0;
  int size = 0;
};
CodePoint decode_utf8(std::string_view text);

// Where the first byte stands that is not part of valid UTF-8; npos: all is valid.
size_t find_invalid_utf8(std::string_view text);

// Appends the UTF-8 encoding; surrogates get their 3-byte encoding, as Python's "surrogatepass" does it.
void append_utf8(std::string& text, char32_t code_point);

bool can_start_name(char32_t code_point);
bool can_continue_name(char32_t code_point);
bool is_printable(char32_t code_point);

// Columns on a terminal: 0 for combining marks, 2 for wide East Asian characters, else 1.
int display_width(char32_t code_point);

// Names are equal when their NFKC forms are (PEP 3131).
std::string normalize_name(std::string_view name);

}  // namespace gilsim::syntax
