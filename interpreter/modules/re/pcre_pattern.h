// A parsed pattern in PCRE2's syntax.
//
// PCRE2 gets only what both understand alike: case, ASCII and Unicode categories and what ^ $ . mean are
// spelt out, so that one set of options fits all patterns. It compares units, not encoded characters: a
// pattern is written for subjects whose characters go up to `widest` (0xFF, 0xFFFF, 0x10FFFF), just as str
// stores them.
#pragma once

#include <string>

#include "interpreter/modules/re/syntax_tree.h"

namespace gilsim::python::re {

// Callouts in the text: its end, and in front of what takes characters a number that is this step's cost in
// nanoseconds.
inline constexpr int kEndCallout = 0;

std::string pcre_pattern(const ParsedPattern& pattern, char32_t widest);

}  // namespace gilsim::python::re
