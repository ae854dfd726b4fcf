#include <cassert>

#include "interpreter/compiler/optimizer.h"

namespace gilsim::compiler {
namespace {

class Peephole {
 public:
  Peephole(Block& block, ConstantPool& constants) : block_(block), constants_(constants) {}

  void run() {
    for (index_ = 0; index_ < static_cast<int>(block_.instructions.size()); ++index_) step();
  }

 private:
  GraphInstruction& at(int offset) { return block_.instructions[static_cast<size_t>(index_ + offset)]; }
  bool has(int offset) const { return static_cast<size_t>(index_ + offset) < block_.instructions.size(); }
  Opcode op_at(int offset) { return has(offset) ? at(offset).op : Opcode::NOP; }

  void step() {
    GraphInstruction& instruction = at(0);
    if (is_jump(instruction.op)) {
      while (instruction.target->empty()) instruction.target = instruction.target->next;
      return step_jump(instruction, instruction.target->instructions[0]);
    }
    switch (instruction.op) {
      case Opcode::LOAD_CONST: return step_constant(instruction);
      case Opcode::BUILD_TUPLE: return step_tuple(instruction);
      case Opcode::PUSH_NULL:
        if (op_at(1) == Opcode::LOAD_GLOBAL && !(at(1).argument & 1)) {
          instruction.op = Opcode::NOP;
          at(1).argument |= 1;
        }
        return;
      case Opcode::SWAP:
        if (instruction.argument == 1) {
          instruction.op = Opcode::NOP;
          return;
        }
        index_ = static_cast<int>(shorten_swaps(block_, static_cast<size_t>(index_)));
        return apply_swaps(block_, static_cast<size_t>(index_));
      default: return;
    }
  }

  void step_constant(GraphInstruction& load) {
    const Opcode next = op_at(1);
    switch (next) {
      case Opcode::POP_JUMP_FORWARD_IF_FALSE:
      case Opcode::POP_JUMP_FORWARD_IF_TRUE: {
        const bool jumps = is_true(constants_[load.argument]) == (next == Opcode::POP_JUMP_FORWARD_IF_TRUE);
        load.op = Opcode::NOP;
        at(1).op = jumps ? kJump : Opcode::NOP;
        if (!jumps) at(1).target = nullptr;
        block_.never_falls_through |= jumps;
        return;
      }
      case Opcode::JUMP_IF_FALSE_OR_POP:
      case Opcode::JUMP_IF_TRUE_OR_POP: {
        const bool jumps = is_true(constants_[load.argument]) == (next == Opcode::JUMP_IF_TRUE_OR_POP);
        if (jumps) {
          at(1).op = kJump;
          block_.never_falls_through = true;
        } else {
          load.op = Opcode::NOP;
          at(1).op = Opcode::NOP;
          at(1).target = nullptr;
        }
        return;
      }
      case Opcode::IS_OP: return step_is_none(load);
      default: return;
    }
  }

  void step_is_none(GraphInstruction& load) {
    const Opcode jump = op_at(2);
    const bool jumps_if_false = jump == Opcode::POP_JUMP_FORWARD_IF_FALSE;
    if (!jumps_if_false && jump != Opcode::POP_JUMP_FORWARD_IF_TRUE) return;
    if (!is_none(constants_[load.argument])) return;
    const bool is_negated = at(1).argument == 1;
    load.op = at(1).op = Opcode::NOP;
    at(2).op = is_negated != jumps_if_false ? Opcode::POP_JUMP_FORWARD_IF_NOT_NONE : Opcode::POP_JUMP_FORWARD_IF_NONE;
  }

  void step_tuple(GraphInstruction& build) {
    const int count = build.argument;
    if (op_at(1) == Opcode::UNPACK_SEQUENCE && at(1).argument == count && count >= 1 && count <= 3) {
      build.op = Opcode::NOP;
      at(1).op = count == 1 ? Opcode::NOP : Opcode::SWAP;
      return;
    }
    if (index_ >= count) fold_tuple(build, count);
  }

  void fold_tuple(GraphInstruction& build, int count) {
    std::vector<Constant> items;
    for (int i = -count; i < 0; ++i) {
      if (at(i).op != Opcode::LOAD_CONST) return;
      const Constant& item = constants_[at(i).argument];
      if (std::holds_alternative<std::shared_ptr<CompiledCode>>(item)) return;
      items.push_back(item);
    }
    for (int i = -count; i < 0; ++i) at(i).op = Opcode::NOP;
    build.argument = constants_.add(tuple_constant(std::move(items)));
    build.op = Opcode::LOAD_CONST;
  }

  // Goes straight to where `target`, itself a jump, would go. Only on one line, so that tracing stays as written.
  void thread(GraphInstruction& jump, const GraphInstruction& target, Opcode op) {
    if (jump.line() != target.line() || jump.target == target.target) return;
    jump.target = target.target;
    jump.op = op;
    --index_;  // look at the result again
  }

  // The test here has already decided the test at the target, which will not jump.
  void skip_decided(GraphInstruction& jump, const GraphInstruction& target, Opcode op) {
    if (jump.line() != target.line()) return;
    jump.op = op;
    jump.target = jump.target->next;
    --index_;
  }

  void step_jump(GraphInstruction& jump, const GraphInstruction& target) {
    switch (jump.op) {
      case Opcode::JUMP_IF_FALSE_OR_POP:
        if (target.op == Opcode::POP_JUMP_FORWARD_IF_FALSE) return thread(jump, target, Opcode::POP_JUMP_FORWARD_IF_FALSE);
        if (target.op == kJump || target.op == jump.op) return thread(jump, target, jump.op);
        if (target.op == Opcode::JUMP_IF_TRUE_OR_POP || target.op == Opcode::POP_JUMP_FORWARD_IF_TRUE) {
          return skip_decided(jump, target, Opcode::POP_JUMP_FORWARD_IF_FALSE);
        }
        return;
      case Opcode::JUMP_IF_TRUE_OR_POP:
        if (target.op == Opcode::POP_JUMP_FORWARD_IF_TRUE) return thread(jump, target, Opcode::POP_JUMP_FORWARD_IF_TRUE);
        if (target.op == kJump || target.op == jump.op) return thread(jump, target, jump.op);
        if (target.op == Opcode::JUMP_IF_FALSE_OR_POP || target.op == Opcode::POP_JUMP_FORWARD_IF_FALSE) {
          return skip_decided(jump, target, Opcode::POP_JUMP_FORWARD_IF_TRUE);
        }
        return;
      case Opcode::POP_JUMP_FORWARD_IF_FALSE:
      case Opcode::POP_JUMP_FORWARD_IF_TRUE:
      case Opcode::POP_JUMP_FORWARD_IF_NONE:
      case Opcode::POP_JUMP_FORWARD_IF_NOT_NONE:
      case Opcode::JUMP_FORWARD:
        if (target.op == kJump) thread(jump, target, jump.op);
        return;
      default: return;
    }
  }

  Block& block_;
  ConstantPool& constants_;
  int index_ = 0;
};

}  // namespace

void optimize_block(Block& block, ConstantPool& constants) { Peephole(block, constants).run(); }

}  // namespace gilsim::compiler
