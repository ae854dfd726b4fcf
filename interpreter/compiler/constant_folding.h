// The optimisations that CPython makes on the syntax tree before anything else (Python/ast_opt.c, 3.11): constant
// expressions, `in [1, 2]`, `for x in [a, b]`, `not x in y`, "%s" % (x,). The tree itself stays as it was parsed: the
// pass keeps, on the side, what some of its nodes have become.
#pragma once

#include <optional>
#include <unordered_map>

#include "interpreter/compiler/code.h"
#include "interpreter/syntax/ast.h"

namespace gilsim::compiler {

class ConstantFolding {
 public:
  // `fold_annotations` is false under `from __future__ import annotations`, which keeps them as text.
  ConstantFolding(const syntax::Module& module, bool fold_annotations);

  // Where the tree is nested too deeply for the passes to come; null when it is not.
  const syntax::Position* too_deep() const { return too_deep_ ? &*too_deep_ : nullptr; }

  // The node that stands for `node` now; itself when nothing was rewritten.
  const syntax::Expression* rewritten(const syntax::Expression* node) const;
  bool is_constant(const syntax::Expression* node) const;
  std::optional<Constant> constant(const syntax::Expression* node) const;

 private:
  void fold_statements(const syntax::StatementList& statements);
  void fold_statement(const syntax::Statement* statement);
  void fold_function(const syntax::FunctionDef* function);
  void fold_all(const syntax::ExpressionList& expressions);
  void fold_pattern(const syntax::Pattern* pattern);
  void fold(const syntax::Expression* node);
  void fold_node(const syntax::Expression* node);
  void fold_binary_operation(const syntax::BinOp* node);
  void fold_unary_operation(const syntax::UnaryOp* node);
  void fold_tuple(const syntax::Expression* node, const syntax::ExpressionList& elements);
  void fold_subscript_node(const syntax::Subscript* node);
  void fold_iterable(const syntax::Expression* node);
  void fold_format(const syntax::BinOp* node);
  std::optional<std::vector<Constant>> constants_of(const syntax::ExpressionList& elements) const;

  template <class Fold>
  void at_depth(const syntax::Position& position, Fold fold_inside);

  bool fold_annotations_;
  int depth_ = 0;  // of nested nodes
  std::optional<syntax::Position> too_deep_;
  syntax::Arena arena_;
  std::unordered_map<const syntax::Expression*, Constant> constants_;
  std::unordered_map<const syntax::Expression*, const syntax::Expression*> rewrites_;
};

}  // namespace gilsim::compiler
