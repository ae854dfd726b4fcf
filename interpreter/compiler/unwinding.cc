// return, break and continue: undo the enclosing blocks from the innermost outwards, then leave.
#include <cassert>

#include "interpreter/compiler/code_generator.h"

namespace gilsim::compiler {

using namespace syntax;

void CodeGenerator::visit_return(const Return* statement) {
  const Expression* value = statement->value;
  if (unit().scope.kind != ScopeKind::Function) report("'return' outside function");
  if (value != nullptr && unit().kind == UnitKind::AsyncFunction && unit().scope.is_generator) {
    report("'return' with value in async generator");
  }
  const bool is_constant = value != nullptr && folding_.is_constant(value);
  const bool keeps_top = value != nullptr && !is_constant;
  if (keeps_top) {
    visit(value);
  } else if (value != nullptr) {
    unit().here = value->position;
    unit().emit(Opcode::NOP);
  }
  if (value == nullptr || value->position.line != statement->position.line) {
    unit().here = statement->position;
    unit().emit(Opcode::NOP);
  }
  unwind_all(keeps_top);
  if (value == nullptr) load_none();
  else if (is_constant) unit().load_constant(*folding_.constant(value));
  unit().emit(Opcode::RETURN_VALUE);
}

void CodeGenerator::visit_break() {
  const Position position = unit().here;
  unit().emit(Opcode::NOP);
  const size_t problem_count = problems_.size();
  if (const auto loop = unwind_to_loop()) {
    undo(*loop, false);
    unit().emit_jump(kJump, loop->exit);
  } else if (problems_.size() == problem_count) {
    report_at("'break' outside loop", position);
  }
}

void CodeGenerator::visit_continue() {
  const Position position = unit().here;
  unit().emit(Opcode::NOP);
  const size_t problem_count = problems_.size();
  if (const auto loop = unwind_to_loop()) unit().emit_jump(kJump, loop->start);
  else if (problems_.size() == problem_count) report_at("'continue' not properly in loop", position);
}

std::optional<EnclosingBlock> CodeGenerator::unwind_to_loop() { return unwind(false, true); }
void CodeGenerator::unwind_all(bool keep_top) { unwind(keep_top, false); }

// While a block is being undone it is off the stack: the body of its `finally` may leave too.
std::optional<EnclosingBlock> CodeGenerator::unwind(bool keep_top, bool stop_at_loop) {
  const std::vector<EnclosingBlock> saved = unit().enclosing;
  std::optional<EnclosingBlock> loop;
  while (!unit().enclosing.empty() && !loop) {
    const EnclosingBlock top = unit().enclosing.back();
    if (top.kind == EnclosingBlock::ExceptionGroupHandler) {
      report("'break', 'continue' and 'return' cannot appear in an except* block");
      break;
    }
    if (stop_at_loop && (top.kind == EnclosingBlock::While || top.kind == EnclosingBlock::For)) {
      loop = top;
      break;
    }
    unit().enclosing.pop_back();
    undo(top, keep_top);
  }
  unit().enclosing = saved;
  return loop;
}

// `keep_top`: the value to return is on top and stays there.
void CodeGenerator::undo(const EnclosingBlock& block, bool keep_top) {
  CodeUnit& here = unit();
  const auto keep = [&] {
    if (keep_top) here.emit(Opcode::SWAP, 2);
  };
  switch (block.kind) {
    case EnclosingBlock::While:
    case EnclosingBlock::ExceptionHandler:
    case EnclosingBlock::ExceptionGroupHandler:
    case EnclosingBlock::AsyncComprehension: return;
    case EnclosingBlock::For:
    case EnclosingBlock::PopValue:
      keep();
      return here.emit(Opcode::POP_TOP);
    case EnclosingBlock::TryExcept: return here.emit(kPopBlock);
    case EnclosingBlock::FinallyTry:
      here.emit(kPopBlock);
      if (keep_top) here.enclosing.push_back({EnclosingBlock::PopValue});
      visit(*block.final_body);
      if (keep_top) here.enclosing.pop_back();
      return here.forget_position();
    case EnclosingBlock::FinallyEnd:
      keep();
      here.emit(Opcode::POP_TOP);
      keep();
      here.emit(kPopBlock);
      return here.emit(Opcode::POP_EXCEPT);
    case EnclosingBlock::With:
    case EnclosingBlock::AsyncWith:
      here.here = block.statement->position;
      here.emit(kPopBlock);
      keep();
      call_exit_with_nones();
      if (block.kind == EnclosingBlock::AsyncWith) await_top(2);
      here.emit(Opcode::POP_TOP);
      return here.forget_position();
    case EnclosingBlock::HandlerCleanup:
      if (!block.name.empty()) here.emit(kPopBlock);
      keep();
      here.emit(kPopBlock);
      here.emit(Opcode::POP_EXCEPT);
      if (!block.name.empty()) clear_name(block.name);
      return;
  }
}

}  // namespace gilsim::compiler
