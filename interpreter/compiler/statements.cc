#include "interpreter/compiler/code_generator.h"

namespace gilsim::compiler {

using namespace syntax;

namespace {

constexpr int kInPlace = 13;  // added to a BinaryOperator

}  // namespace

void CodeGenerator::visit(const StatementList& statements) {
  for (const Statement* statement : statements) visit(statement);
}

void CodeGenerator::visit(const Statement* statement) {
  unit().here = statement->position;
  visit_statement(statement);
}

void CodeGenerator::visit_statement(const Statement* statement) {
  switch (statement->kind) {
    case StatementKind::FunctionDef:
    case StatementKind::AsyncFunctionDef: return define_function(as<FunctionDef>(statement));
    case StatementKind::ClassDef: return define_class(as<ClassDef>(statement));
    case StatementKind::Return: return visit_return(as<Return>(statement));
    case StatementKind::Delete: return visit(as<Delete>(statement)->targets);
    case StatementKind::Assign: return visit_assign(as<Assign>(statement));
    case StatementKind::AugAssign: return visit_augmented(as<AugAssign>(statement));
    case StatementKind::AnnAssign: return visit_annotated(as<AnnAssign>(statement));
    case StatementKind::For: return visit_for(as<For>(statement));
    case StatementKind::AsyncFor: return visit_async_for(as<For>(statement));
    case StatementKind::While: return visit_while(as<While>(statement));
    case StatementKind::If: return visit_if(as<If>(statement));
    case StatementKind::With:
    case StatementKind::AsyncWith: return visit_with(as<With>(statement), 0);
    case StatementKind::Match: return visit_match(as<Match>(statement));
    case StatementKind::Raise: return visit_raise(as<Raise>(statement));
    case StatementKind::Try:
    case StatementKind::TryStar: return visit_try(as<Try>(statement));
    case StatementKind::Assert: return visit_assert(as<Assert>(statement));
    case StatementKind::Import: return visit_import(as<Import>(statement));
    case StatementKind::ImportFrom: return visit_import_from(as<ImportFrom>(statement));
    case StatementKind::Global:
    case StatementKind::Nonlocal: return;
    case StatementKind::Expr: return visit_expression_statement(as<Expr>(statement));
    case StatementKind::Pass: return unit().emit(Opcode::NOP);
    case StatementKind::Break: return visit_break();
    case StatementKind::Continue: return visit_continue();
  }
}

void CodeGenerator::visit_expression_statement(const Expr* statement) {
  if (prints_expressions_ && units_.size() == 1) {
    visit(statement->value);
    return unit().emit(Opcode::PRINT_EXPR);
  }
  if (folding_.is_constant(statement->value)) return unit().emit(Opcode::NOP);
  visit(statement->value);
  unit().forget_position();
  unit().emit(Opcode::POP_TOP);
}

void CodeGenerator::visit_assign(const Assign* statement) {
  visit(statement->value);
  for (size_t i = 0; i < statement->targets.size(); ++i) {
    if (i + 1 < statement->targets.size()) unit().emit(Opcode::COPY, 1);
    visit(statement->targets[i]);
  }
}

void CodeGenerator::visit_augmented(const AugAssign* statement) {
  const Position whole = unit().here;
  const Expression* target = statement->target;
  unit().here = target->position;
  if (target->kind == ExpressionKind::Attribute) {
    visit(as<Attribute>(target)->value);
    unit().emit(Opcode::COPY, 1);
    move_to_attribute(as<Attribute>(target));
    emit_named(Opcode::LOAD_ATTR, as<Attribute>(target)->attribute);
  } else if (target->kind == ExpressionKind::Subscript) {
    visit(as<Subscript>(target)->value);
    visit(as<Subscript>(target)->slice);
    unit().emit(Opcode::COPY, 2);
    unit().emit(Opcode::COPY, 2);
    unit().emit(Opcode::BINARY_SUBSCR);
  } else {
    load(as<Name>(target)->id);
  }
  unit().here = whole;
  visit(statement->value);
  unit().emit(Opcode::BINARY_OP, static_cast<int>(statement->op) + kInPlace);
  unit().here = target->position;
  if (target->kind == ExpressionKind::Attribute) {
    move_to_attribute(as<Attribute>(target));
    unit().emit(Opcode::SWAP, 2);
    emit_named(Opcode::STORE_ATTR, as<Attribute>(target)->attribute);
  } else if (target->kind == ExpressionKind::Subscript) {
    unit().emit(Opcode::SWAP, 3);
    unit().emit(Opcode::SWAP, 2);
    unit().emit(Opcode::STORE_SUBSCR);
  } else {
    store(as<Name>(target)->id);
  }
}

void CodeGenerator::evaluate_and_drop(const Expression* node) {
  visit(node);
  unit().emit(Opcode::POP_TOP);
}

void CodeGenerator::evaluate_subscript_and_drop(const Expression* slice) {
  if (slice->kind == ExpressionKind::Slice) {
    const auto* range = as<Slice>(slice);
    for (const Expression* part : {range->lower, range->upper, range->step}) {
      if (part != nullptr) evaluate_and_drop(part);
    }
  } else if (slice->kind == ExpressionKind::Tuple) {
    for (const Expression* element : as<Tuple>(slice)->elements) evaluate_subscript_and_drop(element);
  } else {
    evaluate_and_drop(slice);
  }
}

// `target: annotation = value`. Only a plain name in a module or class keeps its annotation; elsewhere the parts of the
// target and the annotation are evaluated for their effects where CPython does so.
void CodeGenerator::visit_annotated(const AnnAssign* statement) {
  const Expression* target = statement->target;
  const bool is_namespace = unit().kind == UnitKind::Module || unit().kind == UnitKind::Class;
  if (statement->value != nullptr) {
    visit(statement->value);
    visit(target);
  }
  if (target->kind == ExpressionKind::Name) {
    const std::string_view name = as<Name>(target)->id;
    check_not_debug(name, NameContext::Store);
    if (statement->simple && is_namespace) {
      visit_annotation(statement->annotation);
      emit_named(Opcode::LOAD_NAME, "__annotations__");
      unit().load_constant(text_constant(mangled(name)));
      unit().emit(Opcode::STORE_SUBSCR);
    }
  } else if (target->kind == ExpressionKind::Attribute) {
    check_not_debug(as<Attribute>(target)->attribute, NameContext::Store);
    if (statement->value == nullptr) evaluate_and_drop(as<Attribute>(target)->value);
  } else if (statement->value == nullptr) {
    evaluate_and_drop(as<Subscript>(target)->value);
    evaluate_subscript_and_drop(as<Subscript>(target)->slice);
  }
  if (!statement->simple && is_namespace && !future_.annotations_are_text) evaluate_and_drop(statement->annotation);
}

void CodeGenerator::visit_for(const For* loop) {
  Block* start = unit().create_block();
  Block* body = unit().create_block();
  Block* cleanup = unit().create_block();
  Block* end = unit().create_block();
  unit().enclosing.push_back({EnclosingBlock::For, start, end});
  visit(loop->iterable);
  unit().emit(Opcode::GET_ITER);
  unit().start(start);
  unit().emit_jump(Opcode::FOR_ITER, cleanup);
  unit().start(body);
  visit(loop->target);
  visit(loop->body);
  unit().forget_position();
  unit().emit_jump(kJump, start);
  unit().start(cleanup);
  unit().enclosing.pop_back();
  visit(loop->orelse);
  unit().start(end);
}

void CodeGenerator::visit_async_for(const For* loop) {
  if (unit().kind != UnitKind::AsyncFunction) return report("'async for' outside async function");
  Block* start = unit().create_block();
  Block* except = unit().create_block();
  Block* end = unit().create_block();
  visit(loop->iterable);
  unit().emit(Opcode::GET_AITER);
  unit().start(start);
  unit().enclosing.push_back({EnclosingBlock::For, start, end});
  unit().emit_jump(kSetupFinally, except);
  unit().emit(Opcode::GET_ANEXT);
  load_none();
  emit_yield_from(true);
  unit().emit(kPopBlock);
  visit(loop->target);
  visit(loop->body);
  unit().forget_position();
  unit().emit_jump(kJump, start);
  unit().enclosing.pop_back();
  unit().start(except);
  unit().here = loop->iterable->position;  // the line of the `for`, not of its body
  unit().emit(Opcode::END_ASYNC_FOR);
  visit(loop->orelse);
  unit().start(end);
}

// The test stands twice: before the loop and at its bottom, so that each round takes one jump.
void CodeGenerator::visit_while(const While* loop) {
  Block* start = unit().create_block();
  Block* body = unit().create_block();
  Block* otherwise = unit().create_block();
  Block* end = unit().create_block();
  unit().start(start);
  unit().enclosing.push_back({EnclosingBlock::While, start, end});
  jump_if(loop->test, otherwise, false);
  unit().start(body);
  visit(loop->body);
  unit().here = loop->position;
  jump_if(loop->test, body, true);
  unit().enclosing.pop_back();
  unit().start(otherwise);
  visit(loop->orelse);
  unit().start(end);
}

void CodeGenerator::visit_if(const If* statement) {
  Block* end = unit().create_block();
  Block* otherwise = statement->orelse.empty() ? end : unit().create_block();
  jump_if(statement->test, otherwise, false);
  visit(statement->body);
  if (!statement->orelse.empty()) {
    unit().emit_artificial_jump(end);
    unit().start(otherwise);
    visit(statement->orelse);
  }
  unit().start(end);
}

void CodeGenerator::visit_assert(const Assert* statement) {
  check_assertion(statement->test);
  Block* end = unit().create_block();
  jump_if(statement->test, end, true);
  unit().emit(Opcode::LOAD_ASSERTION_ERROR);
  if (statement->message != nullptr) {
    visit(statement->message);
    unit().emit(Opcode::CALL, 0);
  }
  unit().emit(Opcode::RAISE_VARARGS, 1);
  unit().start(end);
}

void CodeGenerator::visit_raise(const Raise* statement) {
  int count = 0;
  for (const Expression* part : {statement->exception, statement->cause}) {
    if (part == nullptr) break;
    visit(part);
    ++count;
  }
  unit().emit(Opcode::RAISE_VARARGS, count);
}

// `import a.b.c as name` binds the last module: walk from `a` down.
void CodeGenerator::store_submodule(std::string_view name, std::string_view as_name) {
  size_t dot = name.find('.');
  if (dot == std::string_view::npos) return store(as_name);
  while (true) {
    const size_t start = dot + 1;
    dot = name.find('.', start);
    unit().emit(Opcode::IMPORT_FROM, unit().names.add(name.substr(start, dot - start)));
    if (dot == std::string_view::npos) break;
    unit().emit(Opcode::SWAP, 2);
    unit().emit(Opcode::POP_TOP);
  }
  store(as_name);
  unit().emit(Opcode::POP_TOP);
}

void CodeGenerator::visit_import(const Import* statement) {
  for (const Alias& alias : statement->names) {
    unit().load_constant(integer_constant(0));
    load_none();
    emit_named(Opcode::IMPORT_NAME, alias.name);
    if (alias.asname.empty()) store(alias.name.substr(0, alias.name.find('.')));
    else store_submodule(alias.name, alias.asname);
  }
}

void CodeGenerator::visit_import_from(const ImportFrom* statement) {
  if (statement->module == "__future__" && statement->level == 0 && statement->position.line > future_.last_line) {
    report("from __future__ imports must occur at the beginning of the file");
  }
  unit().load_constant(integer_constant(statement->level));
  std::vector<Constant> names;
  for (const Alias& alias : statement->names) names.push_back(text_constant(alias.name));
  unit().load_constant(tuple_constant(std::move(names)));
  emit_named(Opcode::IMPORT_NAME, statement->module);
  if (statement->names[0].name == "*") return unit().emit(Opcode::IMPORT_STAR);
  for (const Alias& alias : statement->names) {
    emit_named(Opcode::IMPORT_FROM, alias.name);
    store(alias.asname.empty() ? alias.name : alias.asname);
  }
  unit().emit(Opcode::POP_TOP);
}

}  // namespace gilsim::compiler
