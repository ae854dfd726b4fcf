#include "interpreter/compiler/constant_folding.h"

#include "interpreter/compiler/constant_arithmetic.h"
#include "interpreter/compiler/constants.h"
#include "interpreter/compiler/percent_format.h"
#include "interpreter/compiler/tree_walk.h"

namespace gilsim::compiler {

using namespace syntax;
using FoldedConstant = compiler::Constant;

namespace {

constexpr int kMaximumDepth = 1000;  // what half a thread's 1 MiB stack has room for: programs compile there too (exec, import)

bool has_starred(const ExpressionList& elements) {
  for (const Expression* element : elements) {
    if (element->kind == ExpressionKind::Starred) return true;
  }
  return false;
}

// Kinds whose nodes may stand in the side tables; saves the look-up for all others.
bool may_fold(ExpressionKind kind) {
  switch (kind) {
    case ExpressionKind::BinOp:
    case ExpressionKind::UnaryOp:
    case ExpressionKind::Tuple:
    case ExpressionKind::List:
    case ExpressionKind::Set:
    case ExpressionKind::Subscript:
    case ExpressionKind::Name: return true;
    default: return false;
  }
}

std::optional<Comparison> negated(Comparison comparison) {
  switch (comparison) {
    case Comparison::In: return Comparison::NotIn;
    case Comparison::NotIn: return Comparison::In;
    case Comparison::Is: return Comparison::IsNot;
    case Comparison::IsNot: return Comparison::Is;
    default: return std::nullopt;
  }
}

}  // namespace

ConstantFolding::ConstantFolding(const Module& module, bool fold_annotations) : fold_annotations_(fold_annotations) {
  fold_statements(module.body);
}

const Expression* ConstantFolding::rewritten(const Expression* node) const {
  if (!may_fold(node->kind)) return node;
  const auto entry = rewrites_.find(node);
  return entry == rewrites_.end() ? node : entry->second;
}

bool ConstantFolding::is_constant(const Expression* node) const {
  return node->kind == ExpressionKind::Constant || (may_fold(node->kind) && constants_.contains(node));
}

std::optional<FoldedConstant> ConstantFolding::constant(const Expression* node) const {
  if (node->kind == ExpressionKind::Constant) return constant_of(*as<syntax::Constant>(node));
  if (!may_fold(node->kind)) return std::nullopt;
  const auto entry = constants_.find(node);
  return entry == constants_.end() ? std::nullopt : std::optional(entry->second);
}

template <class Fold>
void ConstantFolding::at_depth(const Position& position, Fold fold_inside) {
  if (depth_ >= kMaximumDepth) {
    if (!too_deep_) too_deep_ = position;
    return;
  }
  ++depth_;
  fold_inside();
  --depth_;
}

void ConstantFolding::fold_statements(const StatementList& statements) {
  for (const Statement* statement : statements) {
    at_depth(statement->position, [&] { fold_statement(statement); });
  }
}

void ConstantFolding::fold_all(const ExpressionList& expressions) {
  for (const Expression* expression : expressions) fold(expression);
}

void ConstantFolding::fold_pattern(const Pattern* pattern) {
  for_each_expression(pattern, [this](const Expression* node) { fold(node); });
}

void ConstantFolding::fold_function(const FunctionDef* function) {
  for_each_default(function->parameters, [this](const Expression* node) { fold(node); });
  if (fold_annotations_) {
    for_each_parameter(function->parameters, [this](const Parameter& parameter) {
      if (parameter.annotation != nullptr) fold(parameter.annotation);
    });
    if (function->returns != nullptr) fold(function->returns);
  }
  fold_all(function->decorators);
  fold_statements(function->body);
}

void ConstantFolding::fold_statement(const Statement* statement) {
  const auto fold_optional = [this](const Expression* node) {
    if (node != nullptr) fold(node);
  };
  switch (statement->kind) {
    case StatementKind::FunctionDef:
    case StatementKind::AsyncFunctionDef: return fold_function(as<FunctionDef>(statement));
    case StatementKind::ClassDef: {
      const auto* definition = as<ClassDef>(statement);
      fold_all(definition->bases);
      for (const Keyword& keyword : definition->keywords) fold(keyword.value);
      fold_all(definition->decorators);
      return fold_statements(definition->body);
    }
    case StatementKind::Return: return fold_optional(as<Return>(statement)->value);
    case StatementKind::Delete: return fold_all(as<Delete>(statement)->targets);
    case StatementKind::Assign: return fold_all(as<Assign>(statement)->targets), fold(as<Assign>(statement)->value);
    case StatementKind::AugAssign: return fold(as<AugAssign>(statement)->target), fold(as<AugAssign>(statement)->value);
    case StatementKind::AnnAssign:
      fold(as<AnnAssign>(statement)->target);
      if (fold_annotations_) fold(as<AnnAssign>(statement)->annotation);
      return fold_optional(as<AnnAssign>(statement)->value);
    case StatementKind::For:
    case StatementKind::AsyncFor: {
      const auto* loop = as<For>(statement);
      fold(loop->target), fold(loop->iterable);
      if (statement->kind == StatementKind::For) fold_iterable(loop->iterable);
      return fold_statements(loop->body), fold_statements(loop->orelse);
    }
    case StatementKind::While:
      fold(as<While>(statement)->test);
      return fold_statements(as<While>(statement)->body), fold_statements(as<While>(statement)->orelse);
    case StatementKind::If:
      fold(as<If>(statement)->test);
      return fold_statements(as<If>(statement)->body), fold_statements(as<If>(statement)->orelse);
    case StatementKind::With:
    case StatementKind::AsyncWith:
      for (const WithItem& item : as<With>(statement)->items) fold(item.context), fold_optional(item.target);
      return fold_statements(as<With>(statement)->body);
    case StatementKind::Match:
      fold(as<Match>(statement)->subject);
      for (const MatchCase& match_case : as<Match>(statement)->cases) {
        fold_pattern(match_case.pattern), fold_optional(match_case.guard), fold_statements(match_case.body);
      }
      return;
    case StatementKind::Raise: return fold_optional(as<Raise>(statement)->exception), fold_optional(as<Raise>(statement)->cause);
    case StatementKind::Try:
    case StatementKind::TryStar: {
      const auto* block = as<Try>(statement);
      fold_statements(block->body);
      for (const ExceptHandler& handler : block->handlers) fold_optional(handler.type), fold_statements(handler.body);
      return fold_statements(block->orelse), fold_statements(block->finalbody);
    }
    case StatementKind::Assert: return fold(as<Assert>(statement)->test), fold_optional(as<Assert>(statement)->message);
    case StatementKind::Expr: return fold(as<Expr>(statement)->value);
    case StatementKind::Import:
    case StatementKind::ImportFrom:
    case StatementKind::Global:
    case StatementKind::Nonlocal:
    case StatementKind::Pass:
    case StatementKind::Break:
    case StatementKind::Continue: return;
  }
}

void ConstantFolding::fold(const Expression* node) {
  at_depth(node->position, [&] {
    for_each_child(node, [this](const Expression* child) { fold(child); });
    fold_node(node);
  });
}

void ConstantFolding::fold_node(const Expression* node) {
  const auto fold_clauses = [this](const Sequence<Comprehension>& generators) {
    for (const Comprehension& clause : generators) fold_iterable(clause.iterable);
  };
  switch (node->kind) {
    case ExpressionKind::BinOp: return fold_binary_operation(as<BinOp>(node));
    case ExpressionKind::UnaryOp: return fold_unary_operation(as<UnaryOp>(node));
    case ExpressionKind::Subscript: return fold_subscript_node(as<Subscript>(node));
    case ExpressionKind::Tuple:
      if (as<Tuple>(node)->context == NameContext::Load) fold_tuple(node, as<Tuple>(node)->elements);
      return;
    case ExpressionKind::Name:
      if (as<Name>(node)->context == NameContext::Load && as<Name>(node)->id == "__debug__") constants_[node] = true;
      return;
    case ExpressionKind::Compare: {
      const auto* compare = as<Compare>(node);
      const Comparison last = compare->comparisons.back();
      if (last == Comparison::In || last == Comparison::NotIn) fold_iterable(compare->comparators.back());
      return;
    }
    case ExpressionKind::ListComp: return fold_clauses(as<ListComp>(node)->generators);
    case ExpressionKind::SetComp: return fold_clauses(as<SetComp>(node)->generators);
    case ExpressionKind::DictComp: return fold_clauses(as<DictComp>(node)->generators);
    case ExpressionKind::GeneratorExp: return fold_clauses(as<GeneratorExp>(node)->generators);
    default: return;
  }
}

void ConstantFolding::fold_binary_operation(const BinOp* node) {
  const Expression* right = rewritten(node->right);
  if (node->op == BinaryOperator::Modulo && right->kind == ExpressionKind::Tuple && !is_constant(right)) {
    return fold_format(node);
  }
  if (!is_constant(node->left) || !is_constant(right)) return;
  if (auto value = fold_binary(*constant(node->left), node->op, *constant(right))) constants_[node] = *value;
}

void ConstantFolding::fold_unary_operation(const UnaryOp* node) {
  if (is_constant(node->operand)) {
    if (auto value = fold_unary(node->op, *constant(node->operand))) constants_[node] = *value;
    return;
  }
  const Expression* operand = rewritten(node->operand);
  if (node->op != UnaryOperator::Not || operand->kind != ExpressionKind::Compare) return;
  const auto* compare = as<Compare>(operand);
  if (compare->comparisons.size() != 1) return;
  if (const auto opposite = negated(compare->comparisons[0])) {
    Compare inverted = *compare;
    inverted.position = operand->position;
    inverted.comparisons = arena_.copy(std::vector<Comparison>{*opposite});
    rewrites_[node] = arena_.make(inverted);
  }
}

std::optional<std::vector<FoldedConstant>> ConstantFolding::constants_of(const ExpressionList& elements) const {
  for (const Expression* element : elements) {
    if (!is_constant(element)) return std::nullopt;
  }
  std::vector<FoldedConstant> items;
  for (const Expression* element : elements) items.push_back(*constant(element));
  return items;
}

void ConstantFolding::fold_tuple(const Expression* node, const ExpressionList& elements) {
  if (auto items = constants_of(elements)) constants_[node] = tuple_constant(std::move(*items));
}

void ConstantFolding::fold_subscript_node(const Subscript* node) {
  if (node->context != NameContext::Load || !is_constant(node->value) || !is_constant(node->slice)) return;
  if (auto value = fold_subscript(*constant(node->value), *constant(node->slice))) constants_[node] = *value;
}

// A list or set that is only looked through and never seen may be a tuple or frozenset.
void ConstantFolding::fold_iterable(const Expression* node) {
  if (node->kind == ExpressionKind::List) {
    const auto* list = as<List>(node);
    if (has_starred(list->elements)) return;
    Tuple tuple;
    tuple.kind = ExpressionKind::Tuple;
    tuple.position = node->position;
    tuple.elements = list->elements;
    tuple.context = list->context;
    rewrites_[node] = arena_.make(tuple);
    fold_tuple(node, list->elements);
  } else if (node->kind == ExpressionKind::Set) {
    if (auto items = constants_of(as<Set>(node)->elements)) {
      constants_[node] = frozenset_constant(std::move(*items));
    }
  }
}

void ConstantFolding::fold_format(const BinOp* node) {
  const auto format = constant(node->left);
  if (!format) return;
  const auto* text = std::get_if<TextConstant>(&*format);
  const auto* arguments = as<Tuple>(rewritten(node->right));
  if (text == nullptr || has_starred(arguments->elements)) return;
  if (const JoinedStr* joined = format_as_joined_string(*node, text->utf8, *arguments, arena_)) {
    rewrites_[node] = joined;
  }
}

}  // namespace gilsim::compiler
