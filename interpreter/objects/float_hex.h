// float.hex() and float.fromhex().
#pragma once

#include <string>
#include <string_view>

namespace gilsim::python {

std::string float_to_hex(double number);

enum class HexResult { Ok, Invalid, TooLarge };
// Rounds correctly (half to even) whatever the number of digits.
HexResult float_from_hex(std::string_view text, double* result);

}  // namespace gilsim::python
