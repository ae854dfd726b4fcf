// Which characters are the same when case is ignored, as Python's re has it: those with the same lower case,
// and lower-case characters with the same upper case (as the two forms of the Greek sigma, or k and the
// Kelvin sign).
#pragma once

#include <vector>

namespace gilsim::python::re {

using CaseClass = std::vector<char32_t>;

const std::vector<CaseClass>& unicode_case_classes();
const std::vector<CaseClass>& ascii_case_classes();

}  // namespace gilsim::python::re
