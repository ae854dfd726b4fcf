// Numbers as Python writes them: where one ends, what is wrong with it, what it is worth.
#pragma once

#include <string>
#include <string_view>

#include "interpreter/syntax/ast.h"

namespace gilsim::syntax {

struct NumberScan {
  size_t size = 0;
  std::string problem;       // CPython's words; empty: fine
  size_t problem_begin = 0;  // bytes from the number's start
  size_t problem_end = 0;
};

// The number that `text` begins with. REQUIRES: it begins with a digit, or a point and a digit.
NumberScan scan_number(std::string_view text);

// "decimal", "hexadecimal", … as messages call it.
const char* kind_of_number(std::string_view token);

struct NumberValue {
  ConstantKind kind = ConstantKind::Integer;
  std::string digits;  // of an integer, as Constant::text
  double number = 0;   // of a float or an imaginary number
};
NumberValue number_value(std::string_view token);

}  // namespace gilsim::syntax
