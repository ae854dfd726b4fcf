// From a finished unit to CompiledCode: prologue, numbering of locals, optimisation, exception table, jumps.
#pragma once

#include <memory>

#include "interpreter/compiler/code_unit.h"

namespace gilsim::compiler {

// Uses the unit up. `returns_none`: code that runs off its end returns None (else: the value on the stack).
std::shared_ptr<CompiledCode> assemble(CodeUnit& unit, bool returns_none);

}  // namespace gilsim::compiler
