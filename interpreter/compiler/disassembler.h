// Code as a listing in the form of Python 3.11's `dis` module: line numbers where a line begins, `>>` at jump targets,
// arguments with their meaning in parentheses, the exception table, and nested code objects after their owner. Offsets
// are indices of instructions.
#pragma once

#include <functional>
#include <string>

#include "interpreter/compiler/code.h"

namespace gilsim::compiler {

// What to show before an instruction (such as where the GIL may switch); all marks of a listing get one width.
using Marker = std::function<std::string(const Instruction&)>;

std::string disassemble(const CompiledCode& code, const Marker& mark = {});

// The argument as `dis` shows it in parentheses; empty when there is nothing to say.
std::string describe_argument(const CompiledCode& code, const Instruction& instruction);

}  // namespace gilsim::compiler
