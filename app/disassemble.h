// gilsim disassemble: a program's bytecode with the places where threads may switch.
#pragma once

#include "app/command_line.h"

namespace gilsim::app {

// Returns the exit status of gilsim.
int disassemble(const DisassembleOptions& options);

}  // namespace gilsim::app
