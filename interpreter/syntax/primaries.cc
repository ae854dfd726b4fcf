// What follows an atom: attributes, calls, subscripts.
#include "interpreter/syntax/grammar.h"

namespace gilsim::syntax {

// primary: atom ('.' NAME | '(' arguments ')' | '[' slices ']')*
Expression* Grammar::primary() {
  Position start = peek().position;
  Expression* value = atom();
  for (;;) {
    switch (peek().kind) {
      case TokenKind::Dot: value = attribute(start, value); break;
      case TokenKind::LeftParenthesis: value = call(start, value); break;
      case TokenKind::LeftBracket: value = subscript(start, value); break;
      default: return value;
    }
  }
}

Expression* Grammar::attribute(const Position& start, Expression* value) {
  expect(TokenKind::Dot);
  std::string_view attribute_name = expect_name();
  Attribute* node = make<Attribute>(start);
  node->value = value;
  node->attribute = attribute_name;
  return node;
}

Expression* Grammar::call(const Position& start, Expression* function) {
  Collector<Expression*> positional(expression_stack_);
  Collector<Keyword> keywords(keyword_stack_);
  arguments(positional, keywords);
  Call* node = make<Call>(start);
  node->function = function;
  node->arguments = positional.in(arena_);
  node->keywords = keywords.in(arena_);
  return node;
}

// '(' [argument (',' argument)* [',']] ')'
void Grammar::arguments(Collector<Expression*>& positional, Collector<Keyword>& keywords) {
  Position open = expect(TokenKind::LeftParenthesis).position;
  while (!at(TokenKind::RightParenthesis)) {
    if (argument(positional, keywords)) {
      // A generator expression that is the only argument shares the call's parentheses.
      if (positional.size() != 1 || keywords.size() != 0) fail();
      expect(TokenKind::RightParenthesis);
      positional.back()->position = since(open);
      positional.back()->parenthesized = true;
      return;
    }
    if (!accept(TokenKind::Comma)) break;
  }
  expect(TokenKind::RightParenthesis);
}

// Reads one argument; true if it is a generator expression without parentheses of its own.
bool Grammar::argument(Collector<Expression*>& positional, Collector<Keyword>& keywords) {
  Position start = peek().position;
  bool is_named = at(TokenKind::Name) && peek(1).kind == TokenKind::Equal;
  if (is_named || at(TokenKind::DoubleStar)) {
    std::string_view keyword_name;
    if (is_named) keyword_name = expect_name();
    take();
    Expression* value = expression();
    keywords.add({keyword_name, value, since(start)});
    return false;
  }
  bool after_unpacking = keywords.size() != 0 && keywords.back().name.empty();
  bool after_keyword = keywords.size() != 0;
  if (at(TokenKind::Star)) {
    if (after_unpacking) fail();
    positional.add(starred(&Grammar::expression));
    return false;
  }
  if (after_keyword) fail();
  positional.add(named_expression());
  if (!at_comprehension()) return false;
  Sequence<Comprehension> generators = comprehensions();
  GeneratorExp* node = make<GeneratorExp>(start);
  node->element = positional.back();
  node->generators = generators;
  positional.back() = node;
  return true;
}

Expression* Grammar::subscript(const Position& start, Expression* value) {
  expect(TokenKind::LeftBracket);
  Expression* index = slices();
  expect(TokenKind::RightBracket);
  Subscript* node = make<Subscript>(start);
  node->value = value;
  node->slice = index;
  return node;
}

// slices: slice !',' | (slice | starred) (',' (slice | starred))* [',']
Expression* Grammar::slices() {
  Position start = peek().position;
  bool is_starred = at(TokenKind::Star);
  Expression* first = slice();
  return is_starred || at(TokenKind::Comma) ? tuple_from(start, first, &Grammar::slice) : first;
}

// slice: [expression] ':' [expression] [':' [expression]] | named_expression | '*' expression
Expression* Grammar::slice() {
  if (at(TokenKind::Star)) return starred(&Grammar::expression);
  Position start = peek().position;
  Expression* lower = at(TokenKind::Colon) ? nullptr : named_expression();
  if (lower && (!at(TokenKind::Colon) || lower->kind == ExpressionKind::NamedExpr)) return lower;
  expect(TokenKind::Colon);
  auto bound = [&]() -> Expression* {
    bool none = at(TokenKind::Colon) || at(TokenKind::RightBracket) || at(TokenKind::Comma);
    return none ? nullptr : expression();
  };
  Expression* upper = bound();
  Expression* step = accept(TokenKind::Colon) ? bound() : nullptr;
  Slice* node = make<Slice>(start);
  node->lower = lower;
  node->upper = upper;
  node->step = step;
  return node;
}

}  // namespace gilsim::syntax
