// Which characters are the same when case is ignored, as Python's re has it: those with the same lower case,
// and lower-case characters with the same upper case (as the two forms of the Greek sigma, or k and the
// Kelvin sign).
#pragma once

#include <vector>

namespace gilsim::python::re {

struct CasePair {
  char32_t character, other;
};

// For each character all others that are the same; sorted by character.
const std::vector<CasePair>& unicode_other_cases();
const std::vector<CasePair>& ascii_other_cases();

}  // namespace gilsim::python::re
