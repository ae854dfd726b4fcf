// The children of a syntax tree node in source order, for passes that treat most kinds of node alike.
#pragma once

#include "interpreter/syntax/ast.h"

namespace gilsim::compiler {

template <class Visit>
void for_each_default(const syntax::Parameters& parameters, Visit visit) {
  for (const syntax::Expression* value : parameters.defaults) visit(value);
  for (const syntax::Expression* value : parameters.keyword_only_defaults) {
    if (value != nullptr) visit(value);
  }
}

template <class Visit>
void for_each_parameter(const syntax::Parameters& parameters, Visit visit) {
  for (const syntax::Parameter& parameter : parameters.positional_only) visit(parameter);
  for (const syntax::Parameter& parameter : parameters.positional) visit(parameter);
  for (const syntax::Parameter& parameter : parameters.keyword_only) visit(parameter);
  if (parameters.var_positional != nullptr) visit(*parameters.var_positional);
  if (parameters.var_keyword != nullptr) visit(*parameters.var_keyword);
}

// `visit` gets every child expression that is there, comprehension clauses included; null children are left out.
template <class Visit>
void for_each_child(const syntax::Expression* node, Visit visit_child) {
  using namespace syntax;
  const auto visit = [&](const Expression* child) {
    if (child != nullptr) visit_child(child);
  };
  const auto visit_all = [&](const ExpressionList& children) {
    for (const Expression* child : children) visit(child);
  };
  const auto visit_clauses = [&](const Sequence<Comprehension>& generators) {
    for (const Comprehension& clause : generators) {
      visit(clause.target);
      visit(clause.iterable);
      visit_all(clause.conditions);
    }
  };
  switch (node->kind) {
    case ExpressionKind::BoolOp: return visit_all(as<BoolOp>(node)->values);
    case ExpressionKind::NamedExpr: return visit(as<NamedExpr>(node)->target), visit(as<NamedExpr>(node)->value);
    case ExpressionKind::BinOp: return visit(as<BinOp>(node)->left), visit(as<BinOp>(node)->right);
    case ExpressionKind::UnaryOp: return visit(as<UnaryOp>(node)->operand);
    case ExpressionKind::Lambda: return for_each_default(as<Lambda>(node)->parameters, visit), visit(as<Lambda>(node)->body);
    case ExpressionKind::IfExp: {
      const auto* choice = as<IfExp>(node);
      return visit(choice->test), visit(choice->body), visit(choice->orelse);
    }
    case ExpressionKind::Dict: {
      const auto* dict = as<Dict>(node);
      for (size_t i = 0; i < dict->values.size(); ++i) visit(dict->keys[i]), visit(dict->values[i]);
      return;
    }
    case ExpressionKind::Set: return visit_all(as<Set>(node)->elements);
    case ExpressionKind::ListComp: return visit(as<ListComp>(node)->element), visit_clauses(as<ListComp>(node)->generators);
    case ExpressionKind::SetComp: return visit(as<SetComp>(node)->element), visit_clauses(as<SetComp>(node)->generators);
    case ExpressionKind::GeneratorExp:
      return visit(as<GeneratorExp>(node)->element), visit_clauses(as<GeneratorExp>(node)->generators);
    case ExpressionKind::DictComp:
      visit(as<DictComp>(node)->key), visit(as<DictComp>(node)->value);
      return visit_clauses(as<DictComp>(node)->generators);
    case ExpressionKind::Await: return visit(as<Await>(node)->value);
    case ExpressionKind::Yield: return visit(as<Yield>(node)->value);
    case ExpressionKind::YieldFrom: return visit(as<YieldFrom>(node)->value);
    case ExpressionKind::Compare: return visit(as<Compare>(node)->left), visit_all(as<Compare>(node)->comparators);
    case ExpressionKind::Call: {
      const auto* call = as<Call>(node);
      visit(call->function), visit_all(call->arguments);
      for (const Keyword& keyword : call->keywords) visit(keyword.value);
      return;
    }
    case ExpressionKind::FormattedValue:
      return visit(as<FormattedValue>(node)->value), visit(as<FormattedValue>(node)->format_spec);
    case ExpressionKind::JoinedStr: return visit_all(as<JoinedStr>(node)->values);
    case ExpressionKind::Constant:
    case ExpressionKind::Name: return;
    case ExpressionKind::Attribute: return visit(as<Attribute>(node)->value);
    case ExpressionKind::Subscript: return visit(as<Subscript>(node)->value), visit(as<Subscript>(node)->slice);
    case ExpressionKind::Starred: return visit(as<Starred>(node)->value);
    case ExpressionKind::List: return visit_all(as<List>(node)->elements);
    case ExpressionKind::Tuple: return visit_all(as<Tuple>(node)->elements);
    case ExpressionKind::Slice: {
      const auto* slice = as<Slice>(node);
      return visit(slice->lower), visit(slice->upper), visit(slice->step);
    }
  }
}

template <class Visit>
void for_each_expression(const syntax::Pattern* pattern, Visit visit) {
  using namespace syntax;
  const auto visit_all = [&](const Sequence<Pattern*>& patterns) {
    for (const Pattern* child : patterns) for_each_expression(child, visit);
  };
  switch (pattern->kind) {
    case PatternKind::Value: return visit(as<MatchValue>(pattern)->value);
    case PatternKind::Sequence: return visit_all(as<MatchSequence>(pattern)->patterns);
    case PatternKind::Mapping:
      for (const Expression* key : as<MatchMapping>(pattern)->keys) visit(key);
      return visit_all(as<MatchMapping>(pattern)->patterns);
    case PatternKind::Class:
      visit(as<MatchClass>(pattern)->cls);
      visit_all(as<MatchClass>(pattern)->patterns);
      return visit_all(as<MatchClass>(pattern)->keyword_patterns);
    case PatternKind::As:
      if (as<MatchAs>(pattern)->pattern != nullptr) for_each_expression(as<MatchAs>(pattern)->pattern, visit);
      return;
    case PatternKind::Or: return visit_all(as<MatchOr>(pattern)->patterns);
    case PatternKind::Singleton:
    case PatternKind::Star: return;
  }
}

}  // namespace gilsim::compiler
