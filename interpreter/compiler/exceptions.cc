// try and with. A handler begins to apply at its SETUP_… pseudo-instruction and ends at POP_BLOCK; what stands between
// is on the stack of enclosing blocks, so that break, continue and return know what to undo.
#include "interpreter/compiler/code_generator.h"

namespace gilsim::compiler {

using namespace syntax;

void CodeGenerator::visit_try(const Try* block) {
  const auto visit_handlers = [this, block] {
    if (block->handlers.empty()) visit(block->body);
    else if (block->kind == StatementKind::TryStar) visit_try_star(block);
    else visit_try_except(block);
  };
  if (block->finalbody.empty()) visit_handlers();
  else visit_try_finally(block, visit_handlers);
}

// [exception state, lasti, exception] on the stack: restores the state and raises the exception again.
void CodeGenerator::pop_except_and_reraise() {
  unit().emit(Opcode::COPY, 3);
  unit().emit(Opcode::POP_EXCEPT);
  unit().emit(Opcode::RERAISE, 1);
}

void CodeGenerator::visit_try_finally(const Try* block, const std::function<void()>& visit_protected) {
  Block* body = unit().create_block();
  Block* failed = unit().create_block();
  Block* exit = unit().create_block();
  Block* cleanup = unit().create_block();
  unit().emit_jump(kSetupFinally, failed);
  unit().start(body);
  EnclosingBlock enclosing{EnclosingBlock::FinallyTry, body, failed};
  enclosing.final_body = &block->finalbody;
  unit().enclosing.push_back(enclosing);
  visit_protected();
  unit().emit_artificial(kPopBlock);
  unit().enclosing.pop_back();
  visit(block->finalbody);
  unit().emit_artificial_jump(exit);

  unit().start(failed);
  unit().enclosing.push_back({EnclosingBlock::FinallyEnd, failed});
  unit().forget_position();
  unit().emit_jump(kSetupCleanup, cleanup);
  unit().emit(Opcode::PUSH_EXC_INFO);
  visit(block->finalbody);
  unit().enclosing.pop_back();
  unit().emit(Opcode::RERAISE, 0);
  unit().start(cleanup);
  pop_except_and_reraise();
  unit().start(exit);
}

// The body of a try whose exceptions go to the block `except`.
void CodeGenerator::visit_guarded(const StatementList& statements, Block* except) {
  Block* body = unit().create_block();
  unit().emit_jump(kSetupFinally, except);
  unit().start(body);
  unit().enclosing.push_back({EnclosingBlock::TryExcept, body});
  visit(statements);
  unit().enclosing.pop_back();
  unit().emit_artificial(kPopBlock);
}

// What the handlers raise goes to the block `cleanup`.
void CodeGenerator::begin_handlers(Block* except, Block* cleanup, EnclosingBlock::Kind kind) {
  unit().start(except);
  unit().forget_position();
  unit().emit_jump(kSetupCleanup, cleanup);
  unit().emit(Opcode::PUSH_EXC_INFO);
  unit().enclosing.push_back({kind});
}

void CodeGenerator::visit_try_except(const Try* block) {
  Block* except = unit().create_block();
  Block* end = unit().create_block();
  Block* cleanup = unit().create_block();
  visit_guarded(block->body, except);
  visit(block->orelse);
  unit().emit_artificial_jump(end);

  begin_handlers(except, cleanup, EnclosingBlock::ExceptionHandler);
  for (size_t i = 0; i < block->handlers.size(); ++i) {
    const ExceptHandler& handler = block->handlers[i];
    unit().here = handler.position;
    if (handler.type == nullptr && i + 1 < block->handlers.size()) report("default 'except:' must be last");
    visit_handler(handler, end);
  }
  unit().forget_position();
  unit().enclosing.pop_back();
  unit().emit(Opcode::RERAISE, 0);
  unit().start(cleanup);
  pop_except_and_reraise();
  unit().start(end);
}

void CodeGenerator::visit_handler(const ExceptHandler& handler, Block* end) {
  Block* next = unit().create_block();
  if (handler.type != nullptr) {
    visit(handler.type);
    unit().emit(Opcode::CHECK_EXC_MATCH);
    unit().emit_jump(Opcode::POP_JUMP_FORWARD_IF_FALSE, next);
  }
  if (!handler.name.empty()) {
    visit_named_handler(handler, end);
  } else {
    Block* body = unit().create_block();
    unit().emit(Opcode::POP_TOP);
    unit().start(body);
    unit().enclosing.push_back({EnclosingBlock::HandlerCleanup, body});
    visit(handler.body);
    unit().enclosing.pop_back();
    unit().forget_position();
    unit().emit(kPopBlock);
    unit().emit(Opcode::POP_EXCEPT);
    unit().emit_jump(kJump, end);
  }
  unit().start(next);
}

// `except … as name:` forgets the name at its end, however it ends.
void CodeGenerator::visit_named_handler(const ExceptHandler& handler, Block* end) {
  Block* cleanup = unit().create_block();
  Block* body = unit().create_block();
  store(handler.name);
  unit().emit_jump(kSetupCleanup, cleanup);
  unit().start(body);
  EnclosingBlock enclosing{EnclosingBlock::HandlerCleanup, body};
  enclosing.name = handler.name;
  unit().enclosing.push_back(enclosing);
  visit(handler.body);
  unit().enclosing.pop_back();
  unit().forget_position();
  unit().emit(kPopBlock);
  unit().emit(kPopBlock);
  unit().emit(Opcode::POP_EXCEPT);
  clear_name(handler.name);
  unit().emit_jump(kJump, end);
  unit().start(cleanup);
  unit().forget_position();
  clear_name(handler.name);
  unit().emit(Opcode::RERAISE, 1);
}

// The handlers share a list of what they raise, below the rest of the group that nobody has handled yet.
void CodeGenerator::visit_try_star(const Try* block) {
  Block* except = unit().create_block();
  Block* otherwise = unit().create_block();
  Block* end = unit().create_block();
  Block* cleanup = unit().create_block();
  Block* combine = unit().create_block();
  visit_guarded(block->body, except);
  unit().emit_artificial_jump(otherwise);

  begin_handlers(except, cleanup, EnclosingBlock::ExceptionGroupHandler);
  for (size_t i = 0; i < block->handlers.size(); ++i) {
    const ExceptHandler& handler = block->handlers[i];
    unit().here = handler.position;
    if (i == 0) {
      unit().emit(Opcode::BUILD_LIST, 0);
      unit().emit(Opcode::COPY, 2);
    }
    Block* failed = unit().create_block();
    visit_star_handler(handler, failed);
    unit().start(failed);
    if (i + 1 == block->handlers.size()) {
      unit().emit(Opcode::LIST_APPEND, 1);
      unit().emit_jump(kJump, combine);
    }
  }
  unit().forget_position();
  unit().enclosing.pop_back();

  Block* reraise = unit().create_block();
  unit().start(combine);
  unit().emit(Opcode::PREP_RERAISE_STAR);
  unit().emit(Opcode::COPY, 1);
  unit().emit_jump(Opcode::POP_JUMP_FORWARD_IF_NOT_NONE, reraise);
  unit().emit(Opcode::POP_TOP);
  unit().emit(kPopBlock);
  unit().emit(Opcode::POP_EXCEPT);
  unit().emit_jump(kJump, end);
  unit().start(reraise);
  unit().emit(kPopBlock);
  unit().emit(Opcode::SWAP, 2);
  unit().emit(Opcode::POP_EXCEPT);
  unit().emit(Opcode::RERAISE, 0);
  unit().start(cleanup);
  pop_except_and_reraise();
  unit().start(otherwise);
  visit(block->orelse);
  unit().start(end);
}

void CodeGenerator::visit_star_handler(const ExceptHandler& handler, Block* failed) {
  Block* done = unit().create_block();
  Block* matched = unit().create_block();
  Block* unmatched = unit().create_block();
  Block* cleanup = unit().create_block();
  Block* body = unit().create_block();
  if (handler.type != nullptr) {
    visit(handler.type);
    unit().emit(Opcode::CHECK_EG_MATCH);
    unit().emit(Opcode::COPY, 1);
    unit().emit_jump(Opcode::POP_JUMP_FORWARD_IF_NONE, unmatched);
  }
  unit().start(matched);
  if (handler.name.empty()) unit().emit(Opcode::POP_TOP);
  else store(handler.name);
  unit().emit_jump(kSetupCleanup, cleanup);
  unit().start(body);
  EnclosingBlock enclosing{EnclosingBlock::HandlerCleanup, body};
  enclosing.name = handler.name;
  unit().enclosing.push_back(enclosing);
  visit(handler.body);
  unit().enclosing.pop_back();
  unit().forget_position();
  unit().emit(kPopBlock);
  if (!handler.name.empty()) clear_name(handler.name);
  unit().emit_jump(kJump, done);

  unit().start(cleanup);
  unit().forget_position();
  if (!handler.name.empty()) clear_name(handler.name);
  unit().emit(Opcode::LIST_APPEND, 3);
  unit().emit(Opcode::POP_TOP);
  unit().emit_jump(kJump, failed);
  unit().start(done);
  unit().emit(Opcode::NOP);
  unit().emit_jump(kJump, failed);
  unit().start(unmatched);
  unit().emit(Opcode::POP_TOP);
}

void CodeGenerator::call_exit_with_nones() {
  load_none();
  load_none();
  load_none();
  unit().emit(Opcode::CALL, 2);
}

void CodeGenerator::visit_with(const With* block, size_t item) {
  const bool is_async = block->kind == StatementKind::AsyncWith;
  if (is_async && unit().kind != UnitKind::AsyncFunction) return report("'async with' outside async function");
  const WithItem& with_item = block->items[item];
  Block* body = unit().create_block();
  Block* failed = unit().create_block();
  Block* exit = unit().create_block();
  Block* cleanup = unit().create_block();
  visit(with_item.context);
  unit().emit(is_async ? Opcode::BEFORE_ASYNC_WITH : Opcode::BEFORE_WITH);
  if (is_async) await_top(1);
  unit().emit_jump(kSetupWith, failed);
  unit().start(body);
  EnclosingBlock enclosing{is_async ? EnclosingBlock::AsyncWith : EnclosingBlock::With, body, failed};
  enclosing.statement = block;
  unit().enclosing.push_back(enclosing);
  if (with_item.target != nullptr) visit(with_item.target);
  else unit().emit(Opcode::POP_TOP);
  if (item + 1 < block->items.size()) visit_with(block, item + 1);
  else visit(block->body);
  unit().enclosing.pop_back();
  unit().forget_position();
  unit().emit(kPopBlock);

  unit().here = block->position;
  call_exit_with_nones();
  if (is_async) await_top(2);
  unit().emit(Opcode::POP_TOP);
  unit().emit_jump(kJump, exit);

  unit().start(failed);
  unit().emit_jump(kSetupCleanup, cleanup);
  unit().emit(Opcode::PUSH_EXC_INFO);
  unit().emit(Opcode::WITH_EXCEPT_START);
  if (is_async) await_top(2);
  finish_with(cleanup);
  unit().start(exit);
}

// What __exit__ returned is on top: true swallows the exception.
void CodeGenerator::finish_with(Block* cleanup) {
  Block* suppress = unit().create_block();
  unit().emit_jump(Opcode::POP_JUMP_FORWARD_IF_TRUE, suppress);
  unit().emit(Opcode::RERAISE, 2);
  unit().start(cleanup);
  unit().forget_position();
  pop_except_and_reraise();
  unit().start(suppress);
  unit().emit(Opcode::POP_TOP);
  unit().emit(kPopBlock);
  unit().emit(Opcode::POP_EXCEPT);
  unit().emit(Opcode::POP_TOP);
  unit().emit(Opcode::POP_TOP);
}

}  // namespace gilsim::compiler
