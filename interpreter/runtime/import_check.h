// Refusing, before anything runs, the standard modules that gilsim does not have.
#pragma once

#include <string_view>
#include <vector>

#include "interpreter/runtime/settings.h"
#include "interpreter/syntax/parser.h"

namespace gilsim::python {

// A problem for each import of a module of CPython 3.11's standard library that gilsim lacks, unless it stands inside a
// `try`, where the program itself deals with its absence. Other unknown modules raise ModuleNotFoundError when imported, as
// they would where they are not installed.
std::vector<syntax::Problem> check_imports(const syntax::Tree& tree, std::string_view source, const Outside& outside);

// A line of source code without its newline, from 1.
std::string_view line_of(std::string_view source, int line);

// CPython 3.11's sys.stdlib_module_names.
bool is_standard_module(std::string_view name);

}  // namespace gilsim::python
