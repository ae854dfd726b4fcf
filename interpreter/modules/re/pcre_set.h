// A set of characters in PCRE2's syntax.
#pragma once

#include <string>

#include "interpreter/modules/re/character_set.h"

namespace gilsim::python::re {

inline constexpr const char* kNeverMatches = "(?!)";

std::string pcre_character(char32_t character);
// One character or a class in brackets; kNeverMatches when nothing up to `widest` fits.
std::string pcre_set(const CharacterSet& set, bool ignore_case, bool unicode, char32_t widest);

}  // namespace gilsim::python::re
