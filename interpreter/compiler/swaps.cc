// SWAPs, which unpacking and pattern matching leave in runs.
#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "interpreter/compiler/optimizer.h"

namespace gilsim::compiler {
namespace {

bool is_swappable(Opcode op) { return op == Opcode::STORE_FAST || op == Opcode::POP_TOP; }

// The next store or pop after `index`; none if anything else comes first, or another line than `line` (if given).
std::optional<size_t> next_swappable(const Block& block, size_t index, int line) {
  while (++index < block.instructions.size()) {
    const GraphInstruction& instruction = block.instructions[index];
    if (line >= 0 && instruction.line() != line) return std::nullopt;
    if (instruction.op == Opcode::NOP) continue;
    if (is_swappable(instruction.op)) return index;
    return std::nullopt;
  }
  return std::nullopt;
}

// Two stores to one local must stay in order.
bool store_same_local(const Block& block, size_t first, size_t second) {
  const GraphInstruction& last = block.instructions[second];
  for (size_t i = first; i < second; ++i) {
    const GraphInstruction& other = block.instructions[i];
    if (other.op == Opcode::STORE_FAST && last.op == Opcode::STORE_FAST && other.argument == last.argument) return true;
  }
  return false;
}

bool apply_swap(Block& block, size_t index) {
  std::optional<size_t> first = next_swappable(block, index, -1);
  if (!first) return false;
  std::optional<size_t> second = first;
  const int line = block.instructions[*first].line();
  for (int count = block.instructions[index].argument - 1; count > 0; --count) {
    second = next_swappable(block, *second, line);
    if (!second) return false;
  }
  if (store_same_local(block, *first, *second)) return false;
  block.instructions[index].op = Opcode::NOP;
  std::swap(block.instructions[*first], block.instructions[*second]);
  return true;
}

}  // namespace

void apply_swaps(Block& block, size_t index) {
  for (size_t i = index + 1; i-- > 0;) {
    const Opcode op = block.instructions[i].op;
    if (op == Opcode::SWAP) {
      if (!apply_swap(block, i)) return;
    } else if (op != Opcode::NOP && !is_swappable(op)) {
      return;
    }
  }
}

// The run's whole effect is one permutation; writing each of its cycles as swaps with the top is the shortest way.
size_t shorten_swaps(Block& block, size_t index) {
  size_t end = index + 1;
  int depth = block.instructions[index].argument;
  bool has_more = false;
  for (; end < block.instructions.size(); ++end) {
    const GraphInstruction& instruction = block.instructions[end];
    if (instruction.op == Opcode::SWAP) {
      depth = std::max(depth, instruction.argument);
      has_more = true;
    } else if (instruction.op != Opcode::NOP) {
      break;
    }
  }
  if (!has_more) return index;

  std::vector<int> stack(static_cast<size_t>(depth));
  std::iota(stack.begin(), stack.end(), 0);
  for (size_t i = index; i < end; ++i) {
    const GraphInstruction& instruction = block.instructions[i];
    if (instruction.op == Opcode::SWAP) std::swap(stack[0], stack[static_cast<size_t>(instruction.argument) - 1]);
  }
  constexpr int kDone = -1;
  size_t write = end;  // the new run is written from its end
  for (int i = 0; i < depth; ++i) {
    if (stack[static_cast<size_t>(i)] == kDone || stack[static_cast<size_t>(i)] == i) continue;
    for (int item = i;;) {
      if (item != 0) {
        GraphInstruction& instruction = block.instructions[--write];
        instruction.op = Opcode::SWAP;
        instruction.argument = item + 1;
      }
      if (stack[static_cast<size_t>(item)] == kDone) break;
      item = std::exchange(stack[static_cast<size_t>(item)], kDone);
    }
  }
  while (write > index) block.instructions[--write].op = Opcode::NOP;
  return end - 1;
}

}  // namespace gilsim::compiler
