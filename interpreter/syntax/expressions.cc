// Expressions from the outside in: lists with commas, `:=`, `if … else`, `lambda`, `yield`.
#include "interpreter/syntax/grammar.h"

namespace gilsim::syntax {

// star_expressions: star_expression (',' star_expression)* [',']
Expression* Grammar::star_expressions() {
  Position start = peek().position;
  Expression* first = star_expression();
  return at(TokenKind::Comma) ? tuple_from(start, first, &Grammar::star_expression) : first;
}

// A tuple without parentheses, whose first element has been read.
Expression* Grammar::tuple_from(const Position& start, Expression* first, Expression* (Grammar::*item)()) {
  Collector<Expression*> elements(expression_stack_);
  elements.add(first);
  // A slice may begin with the colon that ends other lists: `x[a, :3]`.
  const bool colon_begins_item = item == &Grammar::slice;
  while (accept(TokenKind::Comma) && (!ends_expression_list() || (colon_begins_item && at(TokenKind::Colon))))
    elements.add((this->*item)());
  Tuple* tuple = make<Tuple>(start);
  tuple->elements = elements.in(arena_);
  return tuple;
}

// After a comma: can what follows only mean that the comma was the last thing in the list?
bool Grammar::ends_expression_list() {
  switch (peek().kind) {
    case TokenKind::Newline:
    case TokenKind::Semicolon:
    case TokenKind::EndOfFile:
    case TokenKind::Equal:
    case TokenKind::Colon:
    case TokenKind::RightParenthesis:
    case TokenKind::RightBracket:
    case TokenKind::RightBrace:
    case TokenKind::In:
    case TokenKind::PlusEqual:
    case TokenKind::MinusEqual:
    case TokenKind::StarEqual:
    case TokenKind::SlashEqual:
    case TokenKind::DoubleSlashEqual:
    case TokenKind::PercentEqual:
    case TokenKind::AtEqual:
    case TokenKind::AmpersandEqual:
    case TokenKind::VerticalBarEqual:
    case TokenKind::CaretEqual:
    case TokenKind::LeftShiftEqual:
    case TokenKind::RightShiftEqual:
    case TokenKind::DoubleStarEqual: return true;
    default: return false;
  }
}

Expression* Grammar::starred(Expression* (Grammar::*operand)()) {
  Position start = take().position;
  Expression* value = (this->*operand)();
  Starred* node = make<Starred>(start);
  node->value = value;
  return node;
}

Expression* Grammar::star_expression() {
  return at(TokenKind::Star) ? starred(&Grammar::bitwise_or) : expression();
}

Expression* Grammar::star_named_expression() {
  return at(TokenKind::Star) ? starred(&Grammar::bitwise_or) : named_expression();
}

// named_expression: NAME ':=' expression | expression
Expression* Grammar::named_expression() {
  Expression* value = assignment_or_expression();
  if (diagnosing_) diagnose_named_expression(value);
  return value;
}

Expression* Grammar::assignment_or_expression() {
  if (!at(TokenKind::Name) || peek(1).kind != TokenKind::ColonEqual) return expression();
  Position start = peek().position;
  auto* target = static_cast<Name*>(name_atom());
  target->context = NameContext::Store;
  expect(TokenKind::ColonEqual);
  Expression* value = expression();
  NamedExpr* node = make<NamedExpr>(start);
  node->target = target;
  node->value = value;
  return node;
}

// expression: disjunction ['if' disjunction 'else' expression] | lambda
Expression* Grammar::expression() {
  if (at(TokenKind::Lambda)) return lambda();
  Position start = peek().position;
  size_t first = cursor_;
  Expression* body = disjunction();
  if (diagnosing_) diagnose_operand(first, body);
  if (!accept(TokenKind::If)) return body;
  Depth depth(*this);
  Expression* test = disjunction();
  if (diagnosing_ && !at(TokenKind::Else) && !at(TokenKind::Colon)) {
    fail_at_range(between(body->position, test->position), "expected 'else' after 'if' expression");
  }
  expect(TokenKind::Else);
  Expression* orelse = expression();
  IfExp* node = make<IfExp>(start);
  node->test = test;
  node->body = body;
  node->orelse = orelse;
  return node;
}

Expression* Grammar::lambda() {
  Depth depth(*this);
  Position start = expect(TokenKind::Lambda).position;
  Parameters all = parameters(TokenKind::Colon, false);
  expect(TokenKind::Colon);
  Expression* body = expression();
  Lambda* node = make<Lambda>(start);
  node->parameters = all;
  node->body = body;
  return node;
}

// yield_expr: 'yield' 'from' expression | 'yield' [star_expressions]
Expression* Grammar::yield_expression() {
  Position start = expect(TokenKind::Yield).position;
  if (accept(TokenKind::From)) {
    Expression* value = expression();
    YieldFrom* node = make<YieldFrom>(start);
    node->value = value;
    return node;
  }
  Expression* value = ends_expression_list() ? nullptr : star_expressions();
  Yield* node = make<Yield>(start);
  node->value = value;
  return node;
}

Expression* Grammar::yield_or_star_expressions() {
  return at(TokenKind::Yield) ? yield_expression() : star_expressions();
}

}  // namespace gilsim::syntax
