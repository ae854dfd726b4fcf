#include <cassert>

#include "interpreter/compiler/code_generator.h"

namespace gilsim::compiler {

using namespace syntax;

namespace {

constexpr size_t kMaximumStackUse = 30;  // longer displays are built piece by piece

int compare_operator(Comparison comparison) {
  switch (comparison) {
    case Comparison::Less: return 0;
    case Comparison::LessEqual: return 1;
    case Comparison::Equal: return 2;
    case Comparison::NotEqual: return 3;
    case Comparison::Greater: return 4;
    case Comparison::GreaterEqual: return 5;
    default: assert(false); return 0;
  }
}

int character_count(std::string_view utf8) {
  int count = 0;
  for (char byte : utf8) count += (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
  return count;
}

}  // namespace

void CodeGenerator::visit(const ExpressionList& nodes) {
  for (const Expression* node : nodes) visit(node);
}

void CodeGenerator::visit(const Expression* node) {
  CodeUnit& here = unit();
  const Position outer = here.here;
  if (auto constant = folding_.constant(node)) {
    here.here = node->position;
    here.load_constant(std::move(*constant));
  } else {
    node = folding_.rewritten(node);
    here.here = node->position;
    visit_expression(node);
  }
  here.here = outer;
}

void CodeGenerator::visit_expression(const Expression* node) {
  switch (node->kind) {
    case ExpressionKind::BoolOp: return visit_bool_op(as<BoolOp>(node));
    case ExpressionKind::NamedExpr:
      visit(as<NamedExpr>(node)->value);
      unit().emit(Opcode::COPY, 1);
      return visit(as<NamedExpr>(node)->target);
    case ExpressionKind::BinOp:
      visit(as<BinOp>(node)->left);
      visit(as<BinOp>(node)->right);
      return unit().emit(Opcode::BINARY_OP, static_cast<int>(as<BinOp>(node)->op));
    case ExpressionKind::UnaryOp: {
      constexpr Opcode kOpcodes[] = {Opcode::UNARY_INVERT, Opcode::UNARY_NOT, Opcode::UNARY_POSITIVE,
                                     Opcode::UNARY_NEGATIVE};
      visit(as<UnaryOp>(node)->operand);
      return unit().emit(kOpcodes[static_cast<size_t>(as<UnaryOp>(node)->op)]);
    }
    case ExpressionKind::Lambda: return visit_lambda(as<Lambda>(node));
    case ExpressionKind::IfExp: return visit_if_expression(as<IfExp>(node));
    case ExpressionKind::Dict: return visit_dict(as<Dict>(node));
    case ExpressionKind::Set: return build_display(as<Set>(node)->elements, Display::Set);
    case ExpressionKind::ListComp:
    case ExpressionKind::SetComp:
    case ExpressionKind::DictComp:
    case ExpressionKind::GeneratorExp: return visit_comprehension_expression(node);
    case ExpressionKind::Await: return visit_await(as<Await>(node));
    case ExpressionKind::Yield: return visit_yield(as<Yield>(node));
    case ExpressionKind::YieldFrom: return visit_yield_from(as<YieldFrom>(node));
    case ExpressionKind::Compare: return visit_compare(as<Compare>(node));
    case ExpressionKind::Call: return visit_call(as<Call>(node));
    case ExpressionKind::FormattedValue: return visit_formatted(as<FormattedValue>(node));
    case ExpressionKind::JoinedStr: return visit_joined_string(as<JoinedStr>(node));
    case ExpressionKind::Constant: return unit().load_constant(constant_of(*as<syntax::Constant>(node)));
    case ExpressionKind::Attribute: return visit_attribute(as<Attribute>(node));
    case ExpressionKind::Subscript: return visit_subscript(as<Subscript>(node));
    case ExpressionKind::Starred:
      return report(as<Starred>(node)->context == NameContext::Store
                        ? "starred assignment target must be in a list or tuple"
                        : "can't use starred expression here");
    case ExpressionKind::Name: return access(as<Name>(node)->id, as<Name>(node)->context);
    case ExpressionKind::List: {
      const auto* list = as<List>(node);
      if (list->context == NameContext::Load) return build_display(list->elements, Display::List);
      return list->context == NameContext::Store ? unpack(list->elements) : visit(list->elements);
    }
    case ExpressionKind::Tuple: {
      const auto* tuple = as<Tuple>(node);
      if (tuple->context == NameContext::Load) return build_display(tuple->elements, Display::Tuple);
      return tuple->context == NameContext::Store ? unpack(tuple->elements) : visit(tuple->elements);
    }
    case ExpressionKind::Slice: return visit_slice(as<Slice>(node));
  }
}

// --- truth ----------------------------------------------------------------------------------------------------------

void CodeGenerator::jump_if(const Expression* test, Block* target, bool when) {
  const Expression* node = folding_.is_constant(test) ? test : folding_.rewritten(test);
  switch (node->kind) {
    case ExpressionKind::UnaryOp:
      if (folding_.is_constant(node) || as<UnaryOp>(node)->op != UnaryOperator::Not) break;
      return jump_if(as<UnaryOp>(node)->operand, target, !when);
    case ExpressionKind::BoolOp: return jump_if_bool_op(as<BoolOp>(node), target, when);
    case ExpressionKind::IfExp: {
      const auto* choice = as<IfExp>(node);
      Block* end = unit().create_block();
      Block* otherwise = unit().create_block();
      jump_if(choice->test, otherwise, false);
      jump_if(choice->body, target, when);
      unit().emit_artificial_jump(end);
      unit().start(otherwise);
      jump_if(choice->orelse, target, when);
      return unit().start(end);
    }
    case ExpressionKind::Compare:
      unit().here = node->position;  // and it stays, for the jumps of the rest of the condition too
      if (as<Compare>(node)->comparisons.size() == 1) break;
      return jump_if_chain(as<Compare>(node), target, when);
    default: break;
  }
  visit(test);
  unit().emit_jump(when ? Opcode::POP_JUMP_FORWARD_IF_TRUE : Opcode::POP_JUMP_FORWARD_IF_FALSE, target);
}

void CodeGenerator::jump_if_bool_op(const BoolOp* node, Block* target, bool when) {
  const bool is_or = node->op == BooleanOperator::Or;
  Block* early = is_or == when ? target : unit().create_block();
  for (size_t i = 0; i + 1 < node->values.size(); ++i) jump_if(node->values[i], early, is_or);
  jump_if(node->values.back(), target, when);
  if (early != target) unit().start(early);
}

void CodeGenerator::visit_chain_links(const Compare* node, Opcode jump, Block* cleanup) {
  visit(node->left);
  const size_t last = node->comparisons.size() - 1;
  for (size_t i = 0; i < last; ++i) {
    visit(node->comparators[i]);
    unit().emit(Opcode::SWAP, 2);
    unit().emit(Opcode::COPY, 2);
    emit_comparison(node->comparisons[i]);
    unit().emit_jump(jump, cleanup);
  }
  visit(node->comparators[last]);
  emit_comparison(node->comparisons[last]);
}

void CodeGenerator::jump_if_chain(const Compare* node, Block* target, bool when) {
  check_identity(node);
  Block* cleanup = unit().create_block();
  visit_chain_links(node, Opcode::POP_JUMP_FORWARD_IF_FALSE, cleanup);
  unit().emit_jump(when ? Opcode::POP_JUMP_FORWARD_IF_TRUE : Opcode::POP_JUMP_FORWARD_IF_FALSE, target);
  Block* end = unit().create_block();
  unit().emit_artificial_jump(end);
  unit().start(cleanup);
  unit().emit(Opcode::POP_TOP);
  if (!when) unit().emit_artificial_jump(target);
  unit().start(end);
}

void CodeGenerator::visit_bool_op(const BoolOp* node) {
  Block* end = unit().create_block();
  const Opcode jump = node->op == BooleanOperator::And ? Opcode::JUMP_IF_FALSE_OR_POP : Opcode::JUMP_IF_TRUE_OR_POP;
  for (size_t i = 0; i + 1 < node->values.size(); ++i) {
    visit(node->values[i]);
    unit().emit_jump(jump, end);
    unit().start(unit().create_block());
  }
  visit(node->values.back());
  unit().start(end);
}

void CodeGenerator::visit_if_expression(const IfExp* node) {
  Block* end = unit().create_block();
  Block* otherwise = unit().create_block();
  jump_if(node->test, otherwise, false);
  visit(node->body);
  unit().emit_artificial_jump(end);
  unit().start(otherwise);
  visit(node->orelse);
  unit().start(end);
}

void CodeGenerator::emit_comparison(Comparison comparison) {
  switch (comparison) {
    case Comparison::Is: return unit().emit(Opcode::IS_OP, 0);
    case Comparison::IsNot: return unit().emit(Opcode::IS_OP, 1);
    case Comparison::In: return unit().emit(Opcode::CONTAINS_OP, 0);
    case Comparison::NotIn: return unit().emit(Opcode::CONTAINS_OP, 1);
    default: return unit().emit(Opcode::COMPARE_OP, compare_operator(comparison));
  }
}

void CodeGenerator::visit_compare(const Compare* node) {
  check_identity(node);
  if (node->comparisons.size() == 1) {
    visit(node->left);
    visit(node->comparators[0]);
    return emit_comparison(node->comparisons[0]);
  }
  Block* cleanup = unit().create_block();
  visit_chain_links(node, Opcode::JUMP_IF_FALSE_OR_POP, cleanup);
  Block* end = unit().create_block();
  unit().emit_artificial_jump(end);
  unit().start(cleanup);
  unit().emit(Opcode::SWAP, 2);
  unit().emit(Opcode::POP_TOP);
  unit().start(end);
}

// --- parts of objects -----------------------------------------------------------------------------------------------

// In a chain over several lines, an attribute belongs to the line and columns of its own name.
void CodeGenerator::move_to_attribute(const Attribute* node) {
  Position& here = unit().here;
  if (here.line == node->position.end_line) return;
  here.line = node->position.end_line;
  const int length = character_count(node->attribute);
  if (length <= node->position.end_column) here.column = node->position.end_column - length;
  else here.column = here.end_column = -1;
}

void CodeGenerator::visit_attribute(const Attribute* node) {
  visit(node->value);
  move_to_attribute(node);
  if (node->context != NameContext::Load) check_not_debug(node->attribute, node->context);
  const Opcode op = node->context == NameContext::Load    ? Opcode::LOAD_ATTR
                    : node->context == NameContext::Store ? Opcode::STORE_ATTR
                                                          : Opcode::DELETE_ATTR;
  emit_named(op, node->attribute);
}

void CodeGenerator::visit_subscript(const Subscript* node) {
  if (node->context == NameContext::Load) check_subscript(node);
  visit(node->value);
  visit(node->slice);
  unit().emit(node->context == NameContext::Load    ? Opcode::BINARY_SUBSCR
              : node->context == NameContext::Store ? Opcode::STORE_SUBSCR
                                                    : Opcode::DELETE_SUBSCR);
}

void CodeGenerator::visit_slice(const Slice* node) {
  for (const Expression* bound : {node->lower, node->upper}) {
    if (bound != nullptr) visit(bound);
    else load_none();
  }
  if (node->step != nullptr) visit(node->step);
  unit().emit(Opcode::BUILD_SLICE, node->step != nullptr ? 3 : 2);
}

void CodeGenerator::unpack(const ExpressionList& targets) {
  std::optional<size_t> star;
  for (size_t i = 0; i < targets.size(); ++i) {
    if (targets[i]->kind != ExpressionKind::Starred) continue;
    if (star) return report("multiple starred expressions in assignment");
    star = i;
  }
  const size_t count = targets.size();
  if (!star) {
    unit().emit(Opcode::UNPACK_SEQUENCE, static_cast<int>(count));
  } else {
    if (*star >= 256 || count - *star - 1 >= 0x7fffff) report("too many expressions in star-unpacking assignment");
    unit().emit(Opcode::UNPACK_EX, static_cast<int>(*star + ((count - *star - 1) << 8)));
  }
  for (const Expression* target : targets) {
    visit(target->kind == ExpressionKind::Starred ? as<Starred>(target)->value : target);
  }
}

// --- displays -------------------------------------------------------------------------------------------------------

namespace {

struct DisplayOpcodes {
  Opcode build, add, extend;
};
constexpr DisplayOpcodes kListOpcodes = {Opcode::BUILD_LIST, Opcode::LIST_APPEND, Opcode::LIST_EXTEND};
constexpr DisplayOpcodes kSetOpcodes = {Opcode::BUILD_SET, Opcode::SET_ADD, Opcode::SET_UPDATE};

}  // namespace

bool CodeGenerator::build_constant_display(const ExpressionList& elements, Display display, int already_pushed) {
  if (elements.size() <= 2) return false;
  for (const Expression* element : elements) {
    if (!folding_.is_constant(element)) return false;
  }
  std::vector<Constant> items;
  for (const Expression* element : elements) items.push_back(*folding_.constant(element));
  if (display == Display::Tuple && already_pushed == 0) {
    unit().load_constant(tuple_constant(std::move(items)));
    return true;
  }
  const DisplayOpcodes& opcodes = display == Display::Set ? kSetOpcodes : kListOpcodes;
  unit().emit(opcodes.build, already_pushed);
  if (display == Display::Set) {
    unit().load_constant(frozenset_constant(std::move(items)));
  } else {
    unit().load_constant(tuple_constant(std::move(items)));
  }
  unit().emit(opcodes.extend, 1);
  if (display == Display::Tuple) unit().emit(Opcode::LIST_TO_TUPLE);
  return true;
}

void CodeGenerator::build_display(const ExpressionList& elements, Display display, int already_pushed) {
  if (build_constant_display(elements, display, already_pushed)) return;
  const DisplayOpcodes& opcodes = display == Display::Set ? kSetOpcodes : kListOpcodes;
  const int count = static_cast<int>(elements.size()) + already_pushed;
  const bool is_big = static_cast<size_t>(count) > kMaximumStackUse;
  bool has_star = false;
  for (const Expression* element : elements) has_star |= element->kind == ExpressionKind::Starred;
  if (!has_star && !is_big) {
    visit(elements);
    return unit().emit(display == Display::Tuple ? Opcode::BUILD_TUPLE : opcodes.build, count);
  }
  bool is_built = is_big;
  if (is_big) unit().emit(opcodes.build, already_pushed);
  for (size_t i = 0; i < elements.size(); ++i) {
    if (elements[i]->kind == ExpressionKind::Starred) {
      if (!is_built) unit().emit(opcodes.build, static_cast<int>(i) + already_pushed);
      is_built = true;
      visit(as<Starred>(elements[i])->value);
      unit().emit(opcodes.extend, 1);
    } else {
      visit(elements[i]);
      if (is_built) unit().emit(opcodes.add, 1);
    }
  }
  if (display == Display::Tuple) unit().emit(Opcode::LIST_TO_TUPLE);
}

void CodeGenerator::build_dict_part(const Dict* node, size_t begin, size_t end) {
  const size_t count = end - begin;
  const bool is_big = count * 2 > kMaximumStackUse;
  bool has_constant_keys = count > 1 && !is_big;
  for (size_t i = begin; has_constant_keys && i < end; ++i) has_constant_keys = folding_.is_constant(node->keys[i]);
  if (has_constant_keys) {
    std::vector<Constant> keys;
    for (size_t i = begin; i < end; ++i) {
      visit(node->values[i]);
      keys.push_back(*folding_.constant(node->keys[i]));
    }
    unit().load_constant(tuple_constant(std::move(keys)));
    return unit().emit(Opcode::BUILD_CONST_KEY_MAP, static_cast<int>(count));
  }
  if (is_big) unit().emit(Opcode::BUILD_MAP, 0);
  for (size_t i = begin; i < end; ++i) {
    visit(node->keys[i]);
    visit(node->values[i]);
    if (is_big) unit().emit(Opcode::MAP_ADD, 1);
  }
  if (!is_big) unit().emit(Opcode::BUILD_MAP, static_cast<int>(count));
}

// Entries are collected into parts, which `**other` and the limit on stack use cut off.
void CodeGenerator::visit_dict(const Dict* node) {
  bool has_dict = false;
  size_t pending = 0;
  const auto flush = [&](size_t end, size_t count) {
    build_dict_part(node, end - count, end);
    if (has_dict) unit().emit(Opcode::DICT_UPDATE, 1);
    has_dict = true;
    pending = 0;
  };
  for (size_t i = 0; i < node->values.size(); ++i) {
    if (node->keys[i] != nullptr) {
      if (pending * 2 > kMaximumStackUse) flush(i + 1, pending + 1);
      else ++pending;
      continue;
    }
    if (pending > 0) flush(i, pending);
    if (!has_dict) unit().emit(Opcode::BUILD_MAP, 0);
    has_dict = true;
    visit(node->values[i]);
    unit().emit(Opcode::DICT_UPDATE, 1);
  }
  if (pending > 0) flush(node->values.size(), pending);
  if (!has_dict) unit().emit(Opcode::BUILD_MAP, 0);
}

// --- text -----------------------------------------------------------------------------------------------------------

void CodeGenerator::visit_joined_string(const JoinedStr* node) {
  const size_t count = node->values.size();
  if (count <= kMaximumStackUse) {
    visit(node->values);
    if (count != 1) unit().emit(Opcode::BUILD_STRING, static_cast<int>(count));
    return;
  }
  unit().load_constant(text_constant(""));
  emit_named(Opcode::LOAD_METHOD, "join");
  unit().emit(Opcode::BUILD_LIST, 0);
  for (const Expression* value : node->values) {
    visit(value);
    unit().emit(Opcode::LIST_APPEND, 1);
  }
  unit().emit(Opcode::CALL, 1);
}

void CodeGenerator::visit_formatted(const FormattedValue* node) {
  visit(node->value);
  int form = node->conversion == 's' ? 1 : node->conversion == 'r' ? 2 : node->conversion == 'a' ? 3 : 0;
  if (node->format_spec != nullptr) {
    visit(node->format_spec);
    form |= 4;
  }
  unit().emit(Opcode::FORMAT_VALUE, form);
}

// --- yield and await ------------------------------------------------------------------------------------------------

void CodeGenerator::emit_yield() {
  if (unit().scope.is_generator && unit().scope.is_coroutine) unit().emit(Opcode::ASYNC_GEN_WRAP);
  unit().emit(Opcode::YIELD_VALUE);
  unit().emit(Opcode::RESUME, 1);
}

void CodeGenerator::emit_yield_from(bool is_await) {
  Block* send = unit().create_block();
  Block* resume = unit().create_block();
  Block* done = unit().create_block();
  unit().start(send);
  unit().emit_jump(Opcode::SEND, done);
  unit().start(resume);
  unit().emit(Opcode::YIELD_VALUE);
  unit().emit(Opcode::RESUME, is_await ? 3 : 2);
  unit().emit_jump(Opcode::JUMP_BACKWARD_NO_INTERRUPT, send);
  unit().start(done);
}

void CodeGenerator::await_top(int kind) {
  unit().emit(Opcode::GET_AWAITABLE, kind);
  load_none();
  emit_yield_from(true);
}

void CodeGenerator::visit_yield(const Yield* node) {
  if (unit().scope.kind != ScopeKind::Function) return report("'yield' outside function");
  if (node->value != nullptr) visit(node->value);
  else load_none();
  emit_yield();
}

void CodeGenerator::visit_yield_from(const YieldFrom* node) {
  if (unit().scope.kind != ScopeKind::Function) return report("'yield' outside function");
  if (unit().kind == UnitKind::AsyncFunction) return report("'yield from' inside async function");
  visit(node->value);
  unit().emit(Opcode::GET_YIELD_FROM_ITER);
  load_none();
  emit_yield_from(false);
}

void CodeGenerator::visit_await(const Await* node) {
  if (unit().scope.kind != ScopeKind::Function) return report("'await' outside function");
  if (unit().kind != UnitKind::AsyncFunction && unit().kind != UnitKind::Comprehension) {
    return report("'await' outside async function");
  }
  visit(node->value);
  await_top(0);
}

}  // namespace gilsim::compiler
