// The four ways to write the same text of combined and separate characters.
#pragma once

#include <optional>
#include <string_view>

#include "interpreter/objects/str.h"

namespace gilsim::python::unicodedata {

enum class Form { Composed, Decomposed, CompatiblyComposed, CompatiblyDecomposed };

std::optional<Form> form_of(std::string_view name);  // "NFC", "NFD", "NFKC", "NFKD"
Ref normalized(Vm& vm, const Str* text, Form form);

}  // namespace gilsim::python::unicodedata
