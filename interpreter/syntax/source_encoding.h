// Source files that are not UTF-8 (PEP 263): a comment in the first or second line names the encoding, and
// the file is turned into UTF-8 before anything else looks at it.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "interpreter/syntax/problem.h"

namespace gilsim::syntax {

// CPython reads the program with its tokenizer and modules with importlib. They say differently what is
// wrong.
enum class ReadAs { Program, Module };

// The text as UTF-8 without byte order mark, or what is wrong. `file_name` is the name that messages show.
// Conversions other than from UTF-8, ASCII and Latin-1 are those of the C library; where it lacks one (a
// system without its gconv modules), the encoding counts as unknown.
std::variant<std::string, Problem> decode_source(std::string_view bytes, std::string_view file_name,
                                                 ReadAs reader);

// The first byte of `bytes` that is not UTF-8, as CPython reports it where an encoding is known.
// REQUIRES: find_invalid_utf8(bytes) == at.
Problem invalid_utf8(std::string_view bytes, size_t at);

}  // namespace gilsim::syntax
