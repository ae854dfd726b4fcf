// A comprehension is a function of one argument: the iterator of its first clause.
#include "interpreter/compiler/code_generator.h"

namespace gilsim::compiler {

using namespace syntax;

struct CodeGenerator::ComprehensionParts {
  ExpressionKind kind;
  const Sequence<Comprehension>& generators;
  const Expression* element;  // or the key of a dict
  const Expression* value;    // of a dict, or null
};

void CodeGenerator::visit_comprehension_expression(const Expression* node) {
  switch (node->kind) {
    case ExpressionKind::ListComp: {
      const auto* list = as<ListComp>(node);
      return visit_comprehension(node, "<listcomp>", {node->kind, list->generators, list->element, nullptr});
    }
    case ExpressionKind::SetComp: {
      const auto* set = as<SetComp>(node);
      return visit_comprehension(node, "<setcomp>", {node->kind, set->generators, set->element, nullptr});
    }
    case ExpressionKind::DictComp: {
      const auto* dict = as<DictComp>(node);
      return visit_comprehension(node, "<dictcomp>", {node->kind, dict->generators, dict->key, dict->value});
    }
    default: {
      const auto* generator = as<GeneratorExp>(node);
      return visit_comprehension(node, "<genexpr>", {node->kind, generator->generators, generator->element, nullptr});
    }
  }
}

void CodeGenerator::visit_comprehension(const Expression* node, std::string_view name,
                                        const ComprehensionParts& parts) {
  const UnitKind outer = unit().kind;
  const bool is_generator = parts.kind == ExpressionKind::GeneratorExp;
  enter(UnitKind::Comprehension, node, name, node->position.line);
  unit().here = node->position;
  const bool is_async = unit().scope.is_coroutine;
  if (is_async && !is_generator && outer != UnitKind::AsyncFunction && outer != UnitKind::Comprehension) {
    report("asynchronous comprehension outside of an asynchronous function");
  }
  unit().argument_count = 1;
  if (parts.kind == ExpressionKind::ListComp) unit().emit(Opcode::BUILD_LIST, 0);
  if (parts.kind == ExpressionKind::SetComp) unit().emit(Opcode::BUILD_SET, 0);
  if (parts.kind == ExpressionKind::DictComp) unit().emit(Opcode::BUILD_MAP, 0);
  visit_clause(parts, 0, 0);
  if (!is_generator) unit().emit(Opcode::RETURN_VALUE);
  make_closure(leave(), 0);

  visit(parts.generators[0].iterable);
  unit().emit(parts.generators[0].is_async ? Opcode::GET_AITER : Opcode::GET_ITER);
  unit().emit(Opcode::CALL, 0);
  if (is_async && !is_generator) await_top(0);
}

void CodeGenerator::visit_clause(const ComprehensionParts& parts, size_t index, int depth) {
  if (parts.generators[index].is_async) visit_async_clause(parts, index, depth);
  else visit_sync_clause(parts, index, depth);
}

namespace {

// `for y in [f(x)]` is an assignment: the one element, or null for a real loop.
const Expression* only_element(const Expression* iterable) {
  const ExpressionList* elements = nullptr;
  if (iterable->kind == ExpressionKind::List) elements = &as<List>(iterable)->elements;
  if (iterable->kind == ExpressionKind::Tuple) elements = &as<Tuple>(iterable)->elements;
  if (elements == nullptr || elements->size() != 1) return nullptr;
  const Expression* element = (*elements)[0];
  return element->kind == ExpressionKind::Starred ? nullptr : element;
}

}  // namespace

void CodeGenerator::visit_sync_clause(const ComprehensionParts& parts, size_t index, int depth) {
  const Comprehension& clause = parts.generators[index];
  Block* start = unit().create_block();
  Block* skip = unit().create_block();
  Block* end = unit().create_block();
  bool is_loop = true;
  if (index == 0) {
    unit().emit(Opcode::LOAD_FAST, 0);
  } else {
    const bool is_constant = folding_.is_constant(clause.iterable);
    const Expression* element = is_constant ? nullptr : only_element(folding_.rewritten(clause.iterable));
    is_loop = element == nullptr;
    visit(is_loop ? clause.iterable : element);
    if (is_loop) unit().emit(Opcode::GET_ITER);
  }
  if (is_loop) {
    ++depth;
    unit().start(start);
    unit().emit_jump(Opcode::FOR_ITER, end);
  }
  visit_clause_body(parts, index, depth, skip);
  unit().start(skip);
  if (is_loop) {
    unit().emit_jump(kJump, start);
    unit().start(end);
  }
}

void CodeGenerator::visit_async_clause(const ComprehensionParts& parts, size_t index, int depth) {
  const Comprehension& clause = parts.generators[index];
  Block* start = unit().create_block();
  Block* except = unit().create_block();
  Block* skip = unit().create_block();
  if (index == 0) {
    unit().emit(Opcode::LOAD_FAST, 0);
  } else {
    visit(clause.iterable);
    unit().emit(Opcode::GET_AITER);
  }
  unit().start(start);
  unit().enclosing.push_back({EnclosingBlock::AsyncComprehension, start});
  unit().emit_jump(kSetupFinally, except);
  unit().emit(Opcode::GET_ANEXT);
  load_none();
  emit_yield_from(true);
  unit().emit(kPopBlock);
  visit_clause_body(parts, index, depth + 1, skip);
  unit().start(skip);
  unit().emit_jump(kJump, start);
  unit().enclosing.pop_back();
  unit().start(except);
  unit().emit(Opcode::END_ASYNC_FOR);
}

void CodeGenerator::visit_clause_body(const ComprehensionParts& parts, size_t index, int depth, Block* skip) {
  const Comprehension& clause = parts.generators[index];
  visit(clause.target);
  for (const Expression* condition : clause.conditions) jump_if(condition, skip, false);
  if (index + 1 < parts.generators.size()) visit_clause(parts, index + 1, depth);
  else add_element(parts, depth);
}

void CodeGenerator::add_element(const ComprehensionParts& parts, int depth) {
  visit(parts.element);
  switch (parts.kind) {
    case ExpressionKind::ListComp: return unit().emit(Opcode::LIST_APPEND, depth + 1);
    case ExpressionKind::SetComp: return unit().emit(Opcode::SET_ADD, depth + 1);
    case ExpressionKind::DictComp:
      visit(parts.value);
      return unit().emit(Opcode::MAP_ADD, depth + 1);
    default:
      emit_yield();
      return unit().emit(Opcode::POP_TOP);
  }
}

}  // namespace gilsim::compiler
