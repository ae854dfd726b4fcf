// Statements that fit in a line.
#include "interpreter/syntax/grammar.h"

namespace gilsim::syntax {
namespace {

// Which operator an augmented assignment applies; false if the token is none.
bool augmented_operator(TokenKind kind, BinaryOperator& op) {
  switch (kind) {
    case TokenKind::PlusEqual: op = BinaryOperator::Add; return true;
    case TokenKind::MinusEqual: op = BinaryOperator::Subtract; return true;
    case TokenKind::StarEqual: op = BinaryOperator::Multiply; return true;
    case TokenKind::AtEqual: op = BinaryOperator::MatrixMultiply; return true;
    case TokenKind::SlashEqual: op = BinaryOperator::TrueDivide; return true;
    case TokenKind::PercentEqual: op = BinaryOperator::Modulo; return true;
    case TokenKind::AmpersandEqual: op = BinaryOperator::BitAnd; return true;
    case TokenKind::VerticalBarEqual: op = BinaryOperator::BitOr; return true;
    case TokenKind::CaretEqual: op = BinaryOperator::BitXor; return true;
    case TokenKind::LeftShiftEqual: op = BinaryOperator::LeftShift; return true;
    case TokenKind::RightShiftEqual: op = BinaryOperator::RightShift; return true;
    case TokenKind::DoubleStarEqual: op = BinaryOperator::Power; return true;
    case TokenKind::DoubleSlashEqual: op = BinaryOperator::FloorDivide; return true;
    default: return false;
  }
}

bool is_single_target(const Expression* target) {
  return target->kind == ExpressionKind::Name || target->kind == ExpressionKind::Attribute ||
         target->kind == ExpressionKind::Subscript;
}

}  // namespace

// simple_stmts: simple_stmt (';' simple_stmt)* [';'] NEWLINE
void Grammar::simple_statements(Collector<Statement*>& statements) {
  do {
    statements.add(simple_statement());
  } while (accept(TokenKind::Semicolon) && !at(TokenKind::Newline));
  expect(TokenKind::Newline);
}

Statement* Grammar::simple_statement() {
  switch (peek().kind) {
    case TokenKind::Return: return return_statement();
    case TokenKind::Import: return import_statement();
    case TokenKind::From: return import_from_statement();
    case TokenKind::Raise: return raise_statement();
    case TokenKind::Pass: return keyword_statement<Pass>();
    case TokenKind::Del: return delete_statement();
    case TokenKind::Assert: return assert_statement();
    case TokenKind::Break: return keyword_statement<Break>();
    case TokenKind::Continue: return keyword_statement<Continue>();
    case TokenKind::Global: return global_statement();
    case TokenKind::Nonlocal: return nonlocal_statement();
    default: return expression_statement();
  }
}

template <class Node>
Statement* Grammar::keyword_statement() {
  return make<Node>(take().position);
}

// An expression, or an assignment that begins with one.
Statement* Grammar::expression_statement() {
  Position start = peek().position;
  Expression* first = yield_or_star_expressions();
  BinaryOperator op;
  if (diagnosing_ && at(TokenKind::ColonEqual) && first->kind != ExpressionKind::Name) {
    diagnose_named_expression(first);
  }
  if (at(TokenKind::Equal)) return assignment(start, first);
  if (at(TokenKind::Colon)) return annotated_assignment(start, first);
  if (augmented_operator(peek().kind, op)) return augmented_assignment(start, first, op);
  Expr* node = make<Expr>(start);
  node->value = first;
  return node;
}

// (star_targets '=')+ (yield_expr | star_expressions)
Statement* Grammar::assignment(const Position& start, Expression* first) {
  Collector<Expression*> targets(expression_stack_);
  Expression* value = first;
  while (at(TokenKind::Equal)) {
    if (diagnosing_) diagnose_assignment(value, targets.size() != 0);
    set_context(value, NameContext::Store);
    take();
    targets.add(value);
    value = yield_or_star_expressions();
  }
  Assign* node = make<Assign>(start);
  node->targets = targets.in(arena_);
  node->value = value;
  return node;
}

Statement* Grammar::annotated_assignment(const Position& start, Expression* target) {
  if (!is_single_target(target)) {
    if (diagnosing_) diagnose_annotation(target);
    fail();
  }
  bool simple = target->kind == ExpressionKind::Name && !target->parenthesized;
  set_context(target, NameContext::Store);
  expect(TokenKind::Colon);
  Expression* annotation = expression();
  Expression* value = accept(TokenKind::Equal) ? yield_or_star_expressions() : nullptr;
  AnnAssign* node = make<AnnAssign>(start);
  node->target = target;
  node->annotation = annotation;
  node->value = value;
  node->simple = simple;
  return node;
}

Statement* Grammar::augmented_assignment(const Position& start, Expression* target, BinaryOperator op) {
  if (!is_single_target(target)) {
    if (!diagnosing_) fail();
    take();
    yield_or_star_expressions();
    fail_at_range(target->position, std::string("'") + describe(target) +
                                        "' is an illegal expression for augmented assignment");
  }
  set_context(target, NameContext::Store);
  take();
  Expression* value = yield_or_star_expressions();
  AugAssign* node = make<AugAssign>(start);
  node->target = target;
  node->op = op;
  node->value = value;
  return node;
}

Statement* Grammar::return_statement() {
  Position start = take().position;
  Expression* value = at(TokenKind::Newline) || at(TokenKind::Semicolon) ? nullptr : star_expressions();
  Return* node = make<Return>(start);
  node->value = value;
  return node;
}

Statement* Grammar::raise_statement() {
  Position start = take().position;
  Expression* exception = at(TokenKind::Newline) || at(TokenKind::Semicolon) ? nullptr : expression();
  Expression* cause = exception && accept(TokenKind::From) ? expression() : nullptr;
  Raise* node = make<Raise>(start);
  node->exception = exception;
  node->cause = cause;
  return node;
}

Statement* Grammar::delete_statement() {
  Position start = take().position;
  Expression* list = star_expressions();
  if (diagnosing_) diagnose_target(list, TargetUse::Delete);
  if (!at(TokenKind::Newline) && !at(TokenKind::Semicolon)) fail();
  set_context(list, NameContext::Delete);
  bool is_bare_tuple = list->kind == ExpressionKind::Tuple && !list->parenthesized;
  Delete* node = make<Delete>(start);
  node->targets = is_bare_tuple ? as<Tuple>(list)->elements : arena_.copy(&list, 1);
  return node;
}

Statement* Grammar::assert_statement() {
  Position start = take().position;
  Expression* test = expression();
  Expression* message = accept(TokenKind::Comma) ? expression() : nullptr;
  Assert* node = make<Assert>(start);
  node->test = test;
  node->message = message;
  return node;
}

Sequence<std::string_view> Grammar::name_list() {
  Collector<std::string_view> names(name_stack_);
  do {
    names.add(expect_name());
  } while (accept(TokenKind::Comma));
  return names.in(arena_);
}

Statement* Grammar::global_statement() {
  Position start = take().position;
  Sequence<std::string_view> names = name_list();
  Global* node = make<Global>(start);
  node->names = names;
  return node;
}

Statement* Grammar::nonlocal_statement() {
  Position start = take().position;
  Sequence<std::string_view> names = name_list();
  Nonlocal* node = make<Nonlocal>(start);
  node->names = names;
  return node;
}

Statement* Grammar::import_statement() {
  Position start = take().position;
  Collector<Alias> names(alias_stack_);
  do {
    names.add(import_alias());
  } while (accept(TokenKind::Comma));
  Import* node = make<Import>(start);
  node->names = names.in(arena_);
  return node;
}

Alias Grammar::import_alias() {
  Position start = peek().position;
  std::string_view module_name = dotted_name();
  std::string_view asname = accept(TokenKind::As) ? expect_name() : std::string_view();
  return {module_name, asname, since(start)};
}

std::string_view Grammar::dotted_name() {
  std::string_view first = expect_name();
  if (!at(TokenKind::Dot)) return first;
  std::string whole(first);
  while (accept(TokenKind::Dot)) (whole += '.') += expect_name();
  return arena_.copy(std::string_view(whole));
}

// 'from' ('.' | '...')* [dotted_name] 'import' ('*' | names | '(' names [','] ')')
Statement* Grammar::import_from_statement() {
  Position start = take().position;
  int level = 0;
  for (; at(TokenKind::Dot) || at(TokenKind::Ellipsis); take()) level += at(TokenKind::Dot) ? 1 : 3;
  std::string_view module_name = level == 0 || at(TokenKind::Name) ? dotted_name() : std::string_view();
  expect(TokenKind::Import);
  Collector<Alias> names(alias_stack_);
  if (at(TokenKind::Star)) {
    const Position& star = take().position;
    names.add({"*", {}, star});
  } else {
    bool parenthesized = accept(TokenKind::LeftParenthesis);
    do {
      names.add(imported_name());
      if (diagnosing_ && !parenthesized && at(TokenKind::Comma) && peek(1).kind == TokenKind::Newline) {
        fail_at_range(peek(1).position, "trailing comma not allowed without surrounding parentheses");
      }
    } while (accept(TokenKind::Comma) && !(parenthesized && at(TokenKind::RightParenthesis)));
    if (parenthesized) expect(TokenKind::RightParenthesis);
  }
  ImportFrom* node = make<ImportFrom>(start);
  node->module = module_name;
  node->names = names.in(arena_);
  node->level = level;
  return node;
}

Alias Grammar::imported_name() {
  Position start = peek().position;
  std::string_view original = expect_name();
  std::string_view asname = accept(TokenKind::As) ? expect_name() : std::string_view();
  return {original, asname, since(start)};
}

}  // namespace gilsim::syntax
