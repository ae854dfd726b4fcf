// CPython 3.11's passes over the finished graph: jump threading, constant conditions, unreachable blocks, NOPs, lines.
#pragma once

#include "interpreter/compiler/code_unit.h"

namespace gilsim::compiler {

// First step, before anything is put in front of the entry block: notes how blocks end and copies short exits.
void prepare(CodeUnit& unit);
// Second step. REQUIRES: every block ends in a jump, leaves the frame, or falls through to another block. Afterwards every
// instruction that CPython gives a position has one, no block is empty and all of them can be reached.
void optimize(CodeUnit& unit);

// Removes NOPs that no line needs; `previous_line` is that of the instruction before the block, or -1.
void remove_nops(Block& block, int previous_line);

// One block, without regard to others (peephole.cc, swaps.cc).
void optimize_block(Block& block, ConstantPool& constants);
// `index`: of a SWAP. Replaces the run of SWAPs there by a shortest one; gives the index of its last instruction.
size_t shorten_swaps(Block& block, size_t index);
// Removes SWAPs up to `index` by reordering the stores and pops that follow them.
void apply_swaps(Block& block, size_t index);

}  // namespace gilsim::compiler
