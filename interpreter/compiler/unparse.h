// An expression as text: what `from __future__ import annotations` stores instead of the value (PEP 563). Spaces,
// quotes and needless parentheses are normalised as CPython's Python/ast_unparse.c normalises them.
#pragma once

#include <string>

#include "interpreter/syntax/ast.h"

namespace gilsim::compiler {

std::string unparse(const syntax::Expression* node);

}  // namespace gilsim::compiler
