#include "interpreter/compiler/flow_graph.h"

namespace gilsim::compiler {

bool is_jump(Opcode op) {
  return !starts_handler(op) && op != kPopBlock && describe(op).operand == OperandKind::Jump;
}

bool is_unconditional_jump(Opcode op) { return op == kJump || op == Opcode::JUMP_BACKWARD_NO_INTERRUPT; }

bool leaves_frame(Opcode op) {
  return op == Opcode::RETURN_VALUE || op == Opcode::RAISE_VARARGS || op == Opcode::RERAISE;
}

FlowGraph::FlowGraph() : entry_(create_block()), current_(entry_) {}

void FlowGraph::start(Block* block) {
  current_->next = block;
  current_ = block;
}

void FlowGraph::add(const GraphInstruction& instruction) {
  if (!current_->empty() && (is_jump(current_->last().op) || leaves_frame(current_->last().op))) {
    start(create_block());
  }
  current_->instructions.push_back(instruction);
}

}  // namespace gilsim::compiler
