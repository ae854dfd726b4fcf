// SyntaxError and its children as exceptions, for code compiled while a program runs.
#pragma once

#include <string_view>

#include "interpreter/objects/ref.h"
#include "interpreter/syntax/problem.h"

namespace gilsim::python {

class Vm;

// Raises the problem as SyntaxError, IndentationError, TabError, or NotImplementedError for what gilsim does not run.
// `is_readable`: the text is that of a file with this name.
Ref raise_problem(Vm& vm, const syntax::Problem& problem, std::string_view file_name, bool is_readable = true);

}  // namespace gilsim::python
