// Source text to code objects while a program runs: exec, eval, compile, import.
#pragma once

#include <string_view>

#include "interpreter/compiler/compiler.h"
#include "interpreter/objects/ref.h"

namespace gilsim::python {

class Interpreter;

// A code object; null with SyntaxError, or what a warning was made into, pending.
Ref compile_text(Interpreter& vm, std::string_view source, std::string_view file_name, compiler::Mode mode);

}  // namespace gilsim::python
