// Warnings, as the library's `warnings` shows them.
#pragma once

#include <string_view>
#include <vector>

#include "interpreter/syntax/problem.h"

namespace gilsim::python {

class Interpreter;

// Gives each doubt of the compiler's as a SyntaxWarning, once for a line. False: a filter has made it an error.
bool warn_of_doubts(Interpreter& vm, const std::vector<syntax::Problem>& doubts, std::string_view file_name);

// Lets `warn` (objects/warning.h) reach the library.
void connect_warnings();

}  // namespace gilsim::python
