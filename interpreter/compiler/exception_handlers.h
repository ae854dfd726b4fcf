// Which handler covers which instruction, and how high the operand stack is.
#pragma once

#include "interpreter/compiler/flow_graph.h"

namespace gilsim::compiler {

// Sets Block::start_depth everywhere; gives the greatest height.
int measure_stack(Block* entry);
// Sets GraphInstruction::handler everywhere and turns the pseudo-instructions into NOPs.
void assign_handlers(Block* entry);
// REQUIRES: the two above, and Block::first_index set.
std::vector<ExceptionTableEntry> exception_table(Block* entry);

}  // namespace gilsim::compiler
