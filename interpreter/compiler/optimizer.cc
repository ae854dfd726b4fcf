#include "interpreter/compiler/optimizer.h"

#include <algorithm>

namespace gilsim::compiler {
namespace {

constexpr size_t kMaximumCopiedExit = 4;  // instructions

void note_ends(Block& block) {
  for (GraphInstruction& instruction : block.instructions) {
    if (leaves_frame(instruction.op)) {
      block.leaves = true;
      block.never_falls_through = true;
    } else if (is_jump(instruction.op)) {
      if (is_unconditional_jump(instruction.op)) block.never_falls_through = true;
      while (instruction.target->empty()) instruction.target = instruction.target->next;
    }
  }
}

bool is_exit_without_line(const Block& block) {
  return block.leaves && std::none_of(block.instructions.begin(), block.instructions.end(),
                                      [](const GraphInstruction& instruction) { return instruction.has_line(); });
}

// A jump to a short exit that nobody wrote becomes a copy of that exit.
void inline_short_exit(Block& block) {
  if (block.empty() || block.last().op != kJump) return;
  Block* target = block.last().target;
  if (!is_exit_without_line(*target) || target->instructions.size() > kMaximumCopiedExit) return;
  block.last().op = Opcode::NOP;
  block.last().target = nullptr;
  const std::vector<GraphInstruction> copied = target->instructions;
  block.instructions.insert(block.instructions.end(), copied.begin(), copied.end());
  block.leaves = true;
}

// The latest block first: a copy may be copied on.
void inline_short_exits(CodeUnit& unit) {
  std::deque<Block>& blocks = unit.graph.blocks();
  for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) inline_short_exit(*block);
}

bool is_needless_nop(const Block& block, size_t index, int previous_line) {
  const GraphInstruction& nop = block.instructions[index];
  if (!nop.has_line() || nop.line() == previous_line) return true;
  if (index + 1 < block.instructions.size()) return block.instructions[index + 1].line() == nop.line();
  const Block* next = block.next;
  while (next != nullptr && next->empty()) next = next->next;
  return next != nullptr && next->instructions[0].line() == nop.line();
}

void mark_reachable(Block* entry) {
  std::vector<Block*> pending = {entry};
  entry->predecessors = 1;
  entry->is_visited = true;
  const auto reach = [&](Block* block) {
    if (!block->is_visited) {
      block->is_visited = true;
      pending.push_back(block);
    }
    ++block->predecessors;
  };
  while (!pending.empty()) {
    Block* block = pending.back();
    pending.pop_back();
    if (block->next != nullptr && block->falls_through()) reach(block->next);
    for (const GraphInstruction& instruction : block->instructions) {
      if (instruction.target != nullptr) reach(instruction.target);
    }
  }
}

void remove_unreachable(Block* entry) {
  mark_reachable(entry);
  for (Block* block = entry; block != nullptr; block = block->next) {
    if (block->predecessors > 0) continue;
    block->instructions.clear();
    block->never_falls_through = false;
  }
}

void unlink_empty_blocks(Block* entry) {
  for (Block* block = entry; block != nullptr; block = block->next) {
    while (block->next != nullptr && block->next->empty() && block->next->next != nullptr) block->next = block->next->next;
  }
  for (Block* block = entry; block != nullptr; block = block->next) {
    for (GraphInstruction& instruction : block->instructions) {
      if (instruction.target == nullptr) continue;
      while (instruction.target->empty()) instruction.target = instruction.target->next;
    }
  }
}

bool remove_jumps_to_next(Block* entry) {
  bool may_leave_empty = false;
  for (Block* block = entry; block != nullptr; block = block->next) {
    if (block->empty() || !is_unconditional_jump(block->last().op) || block->last().target != block->next) continue;
    block->never_falls_through = false;
    block->last().op = Opcode::NOP;
    block->last().target = nullptr;
    may_leave_empty = true;
  }
  return may_leave_empty;
}

void simplify(CodeUnit& unit) {
  Block* entry = unit.graph.entry();
  for (Block* block = entry; block != nullptr; block = block->next) {
    optimize_block(*block, unit.constants);
    remove_nops(*block, -1);
  }
  inline_short_exits(unit);
  remove_unreachable(entry);
  Block* previous = nullptr;
  for (Block* block = entry; block != nullptr; block = block->next) {
    remove_nops(*block, previous != nullptr && !previous->empty() ? previous->last().line() : -1);
    previous = block->falls_through() ? block : nullptr;
  }
  unlink_empty_blocks(entry);
  if (remove_jumps_to_next(entry)) unlink_empty_blocks(entry);
}

// Every jump to an exit that nobody wrote gets a copy of its own, which then belongs to the line of the jump.
void copy_exits_without_line(CodeUnit& unit) {
  std::deque<Block>& blocks = unit.graph.blocks();
  const size_t count = blocks.size();
  for (size_t i = count; i-- > 0;) {
    Block& block = blocks[i];
    if (block.empty() || !is_jump(block.last().op)) continue;
    Block* target = block.last().target;
    if (!is_exit_without_line(*target) || target->predecessors <= 1) continue;
    Block* copy = unit.graph.create_block();
    copy->instructions = target->instructions;
    copy->leaves = copy->never_falls_through = true;
    copy->instructions[0].position = block.last().position;
    copy->predecessors = 1;
    --target->predecessors;
    block.last().target = copy;
    copy->next = target->next;
    target->next = copy;
  }
  Block* entry = unit.graph.entry();
  unlink_empty_blocks(entry);
  for (size_t i = blocks.size(); i-- > 0;) {
    Block& block = blocks[i];
    if (block.empty() || block.next == nullptr || !block.falls_through() || !is_exit_without_line(*block.next)) continue;
    block.next->instructions[0].position = block.last().position;
  }
}

void propagate_lines(Block* entry) {
  for (Block* block = entry; block != nullptr; block = block->next) {
    if (block->empty()) continue;
    syntax::Position previous = kNowhere;
    for (GraphInstruction& instruction : block->instructions) {
      if (instruction.has_line()) previous = instruction.position;
      else instruction.position = previous;
    }
    const auto pass_on = [&](Block* successor) {
      GraphInstruction& first = successor->instructions[0];
      if (successor->predecessors == 1 && !first.has_line()) first.position = previous;
    };
    if (block->falls_through() && block->next != nullptr && !block->next->empty()) pass_on(block->next);
    if (is_jump(block->last().op)) pass_on(block->last().target);
  }
}

void give_lines_to_returns(CodeUnit& unit) {
  syntax::Position position = {unit.first_line, -1, unit.first_line, -1};
  for (Block* block = unit.graph.entry(); block != nullptr; block = block->next) {
    if (block->empty()) continue;
    if (block->last().has_line()) {
      position.line = position.end_line = block->last().line();
    } else if (block->last().op == Opcode::RETURN_VALUE) {
      for (GraphInstruction& instruction : block->instructions) instruction.position.line = position.line;
    }
  }
}

void trim_constants(CodeUnit& unit) {
  int used = 0;
  for (Block* block = unit.graph.entry(); block != nullptr; block = block->next) {
    for (const GraphInstruction& instruction : block->instructions) {
      if (instruction.op == Opcode::LOAD_CONST || instruction.op == Opcode::KW_NAMES) {
        used = std::max(used, instruction.argument + 1);
      }
    }
  }
  unit.constants.trim(used);
}

}  // namespace

// NOPs stay only where they are the one instruction of a line.
void remove_nops(Block& block, int previous_line) {
  size_t kept = 0;
  for (size_t i = 0; i < block.instructions.size(); ++i) {
    const GraphInstruction instruction = block.instructions[i];
    if (instruction.op == Opcode::NOP) {
      if (is_needless_nop(block, i, previous_line)) continue;
      if (i + 1 < block.instructions.size() && !block.instructions[i + 1].has_line()) {
        block.instructions[i + 1].position = instruction.position;
        continue;
      }
    }
    block.instructions[kept++] = instruction;
    previous_line = instruction.line();
  }
  block.instructions.resize(kept);
}

void optimize(CodeUnit& unit) {
  simplify(unit);
  copy_exits_without_line(unit);
  trim_constants(unit);
  propagate_lines(unit.graph.entry());
  give_lines_to_returns(unit);
}

void prepare(CodeUnit& unit) {
  for (Block& block : unit.graph.blocks()) note_ends(block);
  inline_short_exits(unit);
}

}  // namespace gilsim::compiler
