// The encoding "unicode_escape": ASCII text with the escapes of Python's string literals.
#pragma once

#include <string_view>

#include "interpreter/objects/str.h"

namespace gilsim::python {

bool is_escape_encoding(Value name);
Ref encode_escapes(Vm& vm, const Str* text);
// Errors are raised, whatever the handler: UnicodeDecodeError.
Ref decode_escapes(Vm& vm, std::string_view octets, Value source);

}  // namespace gilsim::python
