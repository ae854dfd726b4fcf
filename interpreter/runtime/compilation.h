// Source text to code objects while a program runs: exec, eval, compile, import.
#pragma once

#include <string_view>

#include "interpreter/compiler/compiler.h"
#include "interpreter/objects/ref.h"

namespace gilsim::python {

class Interpreter;

// A code object; null with SyntaxError, or what a warning was made into, pending.
// What CPython takes for it, by timing compile() of an expression of three characters (2.6 us) and of modules (0.1 to 0.3 us a
// character). The modules of a program are not compiled again in each run.
inline int64_t compiling_ns(std::string_view source) { return 2'000 + 180 * static_cast<int64_t>(source.size()); }

Ref compile_text(Interpreter& vm, std::string_view source, std::string_view file_name, compiler::Mode mode);

}  // namespace gilsim::python
