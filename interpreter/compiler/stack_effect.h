// By how much an instruction changes the height of the operand stack.
#pragma once

#include "interpreter/compiler/opcode.h"

namespace gilsim::compiler {

// `jump` asks for the effect where the instruction jumps (FOR_ITER, SEND and JUMP_IF_…_OR_POP differ); for the others
// it changes nothing. `argument` is as in Instruction.
int stack_effect(Opcode op, int argument, bool jump);

}  // namespace gilsim::compiler
