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
  arguments(positional, keywords, true);
  Call* node = make<Call>(start);
  node->function = function;
  node->arguments = positional.in(arena_);
  node->keywords = keywords.in(arena_);
  return node;
}

// '(' [argument (',' argument)* [',']] ')'
void Grammar::arguments(Collector<Expression*>& positional, Collector<Keyword>& keywords, bool is_call) {
  Depth depth(*this, 2);
  Position open = expect(TokenKind::LeftParenthesis).position;
  bool unpacked = false;  // `**mapping` has been seen
  const size_t first = cursor_;
  while (!at(TokenKind::RightParenthesis)) {
    if (diagnosing_ && cursor_ != first && at(TokenKind::Star)) diagnose_star_argument(first, unpacked);
    if (argument(positional, keywords, unpacked, is_call || diagnosing_)) {
      // A generator expression that is the only argument shares the call's parentheses.
      bool is_only = positional.size() == 1 && keywords.size() == 0;
      if (diagnosing_ && !(is_only && at(TokenKind::RightParenthesis))) {
        diagnose_generator_argument(positional.back(), is_only);
      }
      if (!is_only || !is_call) fail();
      expect(TokenKind::RightParenthesis);
      positional.back()->position = since(open);
      positional.back()->parenthesized = true;
      return;
    }
    if (!accept(TokenKind::Comma)) break;
  }
  expect(TokenKind::RightParenthesis);
}

bool Grammar::at_keyword_argument() {
  return at(TokenKind::DoubleStar) || (at(TokenKind::Name) && peek(1).kind == TokenKind::Equal);
}

// Reads one argument; true if it is a generator expression without parentheses of its own.
bool Grammar::argument(Collector<Expression*>& positional, Collector<Keyword>& keywords, bool& unpacked, bool may_generate) {
  Position start = peek().position;
  if (at_keyword_argument()) {
    std::string_view keyword_name;
    if (at(TokenKind::Name)) keyword_name = expect_name();
    unpacked |= keyword_name.empty();
    const Position& sign = take().position;
    Expression* value = expression();
    if (diagnosing_ && !keyword_name.empty() && at_comprehension()) {
      fail_at_range(between(start, sign), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    keywords.add({keyword_name, value, since(start)});
    return false;
  }
  if (at(TokenKind::Star)) {
    if (unpacked) fail();
    positional.add(starred(&Grammar::expression));
    if (diagnosing_ && may_generate && at_comprehension()) diagnose_starred_argument(positional.back(), positional.size() + keywords.size());
    return false;
  }
  size_t first = cursor_;
  Expression* value = assignment_or_expression();
  if (diagnosing_) diagnose_keyword_argument(value);
  if (keywords.size() != 0 && !(diagnosing_ && at_comprehension())) {
    if (!diagnosing_) fail();
    cursor_ = first;
    diagnose_late_argument(unpacked);
  }
  positional.add(value);
  if (!may_generate || !at_comprehension()) return false;
  positional.back() = generator(start, value);
  return true;
}

Expression* Grammar::subscript(const Position& start, Expression* value) {
  Depth depth(*this, 2);
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
  const bool is_bare_assignment = lower && lower->kind == ExpressionKind::NamedExpr && !lower->parenthesized;
  if (lower && (!at(TokenKind::Colon) || is_bare_assignment)) return lower;
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
