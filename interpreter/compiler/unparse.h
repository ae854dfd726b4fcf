// An expression as text, spelled as Python's ast.unparse-like normal form for stored annotations (PEP 563).
#pragma once

#include <string>

#include "interpreter/syntax/ast.h"

namespace gilsim::compiler {

std::string unparse(const syntax::Expression* node);

}  // namespace gilsim::compiler
