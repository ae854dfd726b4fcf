#include "interpreter/compiler/exception_handlers.h"

#include <algorithm>
#include <unordered_map>

#include "interpreter/compiler/stack_effect.h"

namespace gilsim::compiler {
namespace {

int effect(const GraphInstruction& instruction, bool jump) {
  if (instruction.op == kPopBlock) return 0;
  if (!starts_handler(instruction.op)) return stack_effect(instruction.op, instruction.argument, jump);
  if (!jump) return 0;
  return instruction.op == kSetupCleanup ? 2 : 1;
}

using HandlerStack = std::vector<Block*>;  // innermost last

// Walks the graph once; a block is done with the handlers that apply on the first way found to it (all ways agree).
class HandlerWalk {
 public:
  explicit HandlerWalk(Block* entry) {
    for (Block* block = entry; block != nullptr; block = block->next) block->is_visited = false;
    reach(entry, {});
    while (!pending_.empty()) {
      Block* block = pending_.back();
      pending_.pop_back();
      walk(block, std::move(handlers_at_[block]));
    }
  }

 private:
  void reach(Block* block, const HandlerStack& handlers) {
    if (block->is_visited) return;
    block->is_visited = true;
    handlers_at_[block] = handlers;
    pending_.push_back(block);
  }

  void walk(Block* block, HandlerStack handlers) {
    for (GraphInstruction& instruction : block->instructions) {
      if (starts_handler(instruction.op)) {
        reach(instruction.target, handlers);
        if (instruction.op != kSetupFinally) instruction.target->pushes_lasti = true;
        handlers.push_back(instruction.target);
      } else if (instruction.op == kPopBlock) {
        if (!handlers.empty()) handlers.pop_back();
      } else {
        instruction.handler = handlers.empty() ? nullptr : handlers.back();
        if (instruction.target != nullptr) reach(instruction.target, handlers);
      }
    }
    if (block->falls_through() && block->next != nullptr) reach(block->next, handlers);
  }

  std::vector<Block*> pending_;
  std::unordered_map<Block*, HandlerStack> handlers_at_;
};

}  // namespace

int measure_stack(Block* entry) {
  int greatest = 0;
  std::vector<Block*> pending;
  const auto reach = [&](Block* block, int depth) {
    greatest = std::max(greatest, depth);
    if (block->start_depth >= depth) return;
    block->start_depth = depth;
    pending.push_back(block);
  };
  reach(entry, 0);
  while (!pending.empty()) {
    Block* block = pending.back();
    pending.pop_back();
    int depth = block->start_depth;
    for (const GraphInstruction& instruction : block->instructions) {
      if (instruction.target != nullptr) reach(instruction.target, depth + effect(instruction, true));
      depth += effect(instruction, false);
      greatest = std::max(greatest, depth);
    }
    if (block->falls_through() && block->next != nullptr) reach(block->next, depth);
  }
  return greatest;
}

void assign_handlers(Block* entry) {
  HandlerWalk walk(entry);
  for (Block* block = entry; block != nullptr; block = block->next) {
    for (GraphInstruction& instruction : block->instructions) {
      if (!starts_handler(instruction.op) && instruction.op != kPopBlock) continue;
      instruction.op = Opcode::NOP;
      instruction.target = nullptr;
    }
  }
}

std::vector<ExceptionTableEntry> exception_table(Block* entry) {
  std::vector<ExceptionTableEntry> table;
  Block* handler = nullptr;
  int index = 0, start = 0;
  const auto close = [&] {
    if (handler == nullptr) return;
    const int depth = handler->start_depth - 1 - handler->pushes_lasti;
    table.push_back({start, index, handler->first_index, depth, handler->pushes_lasti});
  };
  for (Block* block = entry; block != nullptr; block = block->next) {
    for (const GraphInstruction& instruction : block->instructions) {
      if (instruction.handler != handler) {
        close();
        start = index;
        handler = instruction.handler;
      }
      ++index;
    }
  }
  close();
  return table;
}

}  // namespace gilsim::compiler
