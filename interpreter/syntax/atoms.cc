// Atoms: names, constants, and everything in brackets.
#include "interpreter/syntax/grammar.h"
#include "interpreter/syntax/number_scanner.h"

namespace gilsim::syntax {

Expression* Grammar::atom() {
  switch (peek().kind) {
    case TokenKind::Name: return name_atom();
    case TokenKind::Number: return number();
    case TokenKind::String: return strings();
    case TokenKind::None: return constant(ConstantKind::None);
    case TokenKind::True: return constant(ConstantKind::True);
    case TokenKind::False: return constant(ConstantKind::False);
    case TokenKind::Ellipsis: return constant(ConstantKind::Ellipsis);
    case TokenKind::LeftParenthesis: return parenthesized();
    case TokenKind::LeftBracket: return bracketed();
    case TokenKind::LeftBrace: return braced();
    default: fail();
  }
}

Expression* Grammar::name_atom() {
  const Token& token = expect(TokenKind::Name);
  Name* node = make<Name>(token.position);
  node->id = name(token);
  return node;
}

Expression* Grammar::constant(ConstantKind kind) {
  Constant* node = make<Constant>(take().position);
  node->constant = kind;
  return node;
}

Expression* Grammar::number() {
  const Token& token = take();
  NumberValue value = number_value(text(token));
  Constant* node = make<Constant>(token.position);
  node->constant = value.kind;
  node->text = arena_.copy(std::string_view(value.digits));
  node->number = value.number;
  return node;
}

// '(' … ')': a group, a tuple or a generator expression.
Expression* Grammar::parenthesized() {
  Position start = expect(TokenKind::LeftParenthesis).position;
  if (accept(TokenKind::RightParenthesis)) {
    Expression* empty = make<Tuple>(start);
    empty->parenthesized = true;
    return empty;
  }
  return parenthesized_content(start, TokenKind::RightParenthesis);
}

Expression* Grammar::embedded() {
  return parenthesized_content(tokens_.opening, TokenKind::EndOfFile);
}

// REQUIRES: the content is not empty.
Expression* Grammar::parenthesized_content(const Position& start, TokenKind closing) {
  Depth depth(*this, 2);
  if (diagnosing_ && at(TokenKind::DoubleStar)) {
    Position stars = take().position;
    expression();
    if (at(closing)) fail_at_range(stars, "cannot use double starred expression here");
    fail();
  }
  const bool is_yield = at(TokenKind::Yield);
  Expression* result = is_yield ? yield_expression() : star_named_expression();
  bool is_starred = result->kind == ExpressionKind::Starred;
  if (is_yield) {
    expect(closing);
  } else if (at(TokenKind::Comma)) {
    result = tuple_from(start, result, &Grammar::star_named_expression);
    expect(closing);
    result->position = since(start);
  } else if (!is_starred && at_comprehension()) {
    result = generator(start, result);
    expect(closing);
    result->position = since(start);
  } else {
    if (diagnosing_ && is_starred && at_comprehension()) diagnose_starred_comprehension(result);
    expect(closing);
    if (is_starred && diagnosing_) fail_at_range(result->position, "cannot use starred expression here");
    if (is_starred) --cursor_, fail();  // the comma that would make `(*a)` a tuple is missing
  }
  result->parenthesized = true;
  return result;
}

// The generator expression that `element` begins, without its closing parenthesis.
Expression* Grammar::generator(const Position& start, Expression* element) {
  Sequence<Comprehension> generators = comprehensions();
  GeneratorExp* node = make<GeneratorExp>(start);
  node->element = element;
  node->generators = generators;
  return node;
}

// '[' … ']': a list or a list comprehension.
Expression* Grammar::bracketed() {
  Depth depth(*this, 2);
  Position start = expect(TokenKind::LeftBracket).position;
  Collector<Expression*> elements(expression_stack_);
  while (!at(TokenKind::RightBracket)) {
    elements.add(star_named_expression());
    if (elements.size() == 1 && elements.back()->kind != ExpressionKind::Starred && at_comprehension()) {
      Sequence<Comprehension> generators = comprehensions();
      expect(TokenKind::RightBracket);
      ListComp* node = make<ListComp>(start);
      node->element = elements.back();
      node->generators = generators;
      return node;
    }
    if (diagnosing_ && at_comprehension()) diagnose_element(elements[0], elements.size());
    if (!accept(TokenKind::Comma)) break;
    if (diagnosing_ && elements.size() == 1 && at_comprehension()) diagnose_comprehension_target(elements[0]);
  }
  expect(TokenKind::RightBracket);
  List* node = make<List>(start);
  node->elements = elements.in(arena_);
  return node;
}

// '{' … '}': a dictionary, a set or a comprehension of either.
Expression* Grammar::braced() {
  Depth depth(*this, 2);
  Position start = expect(TokenKind::LeftBrace).position;
  if (at(TokenKind::RightBrace) || at(TokenKind::DoubleStar)) return dictionary(start, nullptr, nullptr);
  Expression* first = star_named_expression();
  bool can_be_key = first->kind != ExpressionKind::Starred && (first->kind != ExpressionKind::NamedExpr || first->parenthesized);
  if (!can_be_key || !accept(TokenKind::Colon)) return set_from(start, first);
  Expression* value = dictionary_value();
  if (!at_comprehension()) return dictionary(start, first, value);
  Sequence<Comprehension> generators = comprehensions();
  expect(TokenKind::RightBrace);
  DictComp* node = make<DictComp>(start);
  node->key = first;
  node->value = value;
  node->generators = generators;
  return node;
}

// The rest of a dictionary whose first pair may have been read already (then `value` is not null).
Expression* Grammar::dictionary(const Position& start, Expression* key, Expression* value) {
  Collector<Expression*> pairs(expression_stack_);  // key, value, key, value, …
  while (value || !at(TokenKind::RightBrace)) {
    if (!value) {
      bool unpacking = at(TokenKind::DoubleStar);
      Position stars = peek().position;
      if (unpacking) take();
      key = unpacking ? nullptr : dictionary_key();
      value = unpacking ? bitwise_or() : dictionary_value();
      if (diagnosing_ && unpacking && pairs.size() == 0 && at_comprehension()) {
        fail_at_range(stars, "dict unpacking cannot be used in dict comprehension");
      }
    }
    pairs.add(key);
    pairs.add(value);
    value = nullptr;
    if (!accept(TokenKind::Comma)) break;
  }
  expect(TokenKind::RightBrace);
  Collector<Expression*> keys(key_stack_);
  size_t count = pairs.size() / 2;
  for (size_t i = 0; i < count; ++i) {
    keys.add(pairs[2 * i]);
    pairs[i] = pairs[2 * i + 1];
  }
  pairs.truncate(count);
  Dict* node = make<Dict>(start);
  node->keys = keys.in(arena_);
  node->values = pairs.in(arena_);
  return node;
}

// The key of a pair that is not the first, with its colon.
Expression* Grammar::dictionary_key() {
  if (!diagnosing_) {
    Expression* key = expression();
    expect(TokenKind::Colon);
    return key;
  }
  Expression* key = nullptr;
  if (!attempt_quietly([&] { key = expression(); })) key = expression();
  if (accept(TokenKind::Colon)) return key;
  Position end = key->position;
  end.line = end.end_line;
  end.column = end.end_column - 1;
  fail_at_range(end, "':' expected after dictionary key");
}

// REQUIRES: the colon before it has been read.
Expression* Grammar::dictionary_value() {
  if (diagnosing_) {
    if (at(TokenKind::RightBrace) || at(TokenKind::Comma)) {
      fail_at_range(previous().position, "expression expected after dictionary key and ':'");
    }
    if (at(TokenKind::Star)) {
      Expression* value = starred(&Grammar::bitwise_or);
      fail_at_range(value->position, "cannot use a starred expression in a dictionary value");
    }
  }
  return expression();
}

Expression* Grammar::set_from(const Position& start, Expression* first) {
  if (first->kind != ExpressionKind::Starred && at_comprehension()) {
    Sequence<Comprehension> generators = comprehensions();
    expect(TokenKind::RightBrace);
    SetComp* node = make<SetComp>(start);
    node->element = first;
    node->generators = generators;
    return node;
  }
  Collector<Expression*> elements(expression_stack_);
  elements.add(first);
  if (diagnosing_ && at_comprehension()) diagnose_element(first, 1);
  while (accept(TokenKind::Comma) && !at(TokenKind::RightBrace)) {
    if (diagnosing_ && elements.size() == 1 && at_comprehension()) diagnose_comprehension_target(first);
    elements.add(star_named_expression());
    if (diagnosing_ && at_comprehension()) diagnose_element(first, elements.size());
  }
  expect(TokenKind::RightBrace);
  Set* node = make<Set>(start);
  node->elements = elements.in(arena_);
  return node;
}

// for_if_clauses: (['async'] 'for' star_targets 'in' disjunction ('if' disjunction)*)+
bool Grammar::at_comprehension() {
  return at(TokenKind::For) || (at(TokenKind::Async) && peek(1).kind == TokenKind::For);
}

Sequence<Comprehension> Grammar::comprehensions() {
  Collector<Comprehension> list(comprehension_stack_);
  while (at_comprehension()) list.add(comprehension());
  return list.in(arena_);
}

Comprehension Grammar::comprehension() {
  Comprehension result;
  result.is_async = accept(TokenKind::Async);
  expect(TokenKind::For);
  result.target = star_targets();
  expect(TokenKind::In);
  result.iterable = disjunction();
  Collector<Expression*> conditions(expression_stack_);
  while (accept(TokenKind::If)) conditions.add(disjunction());
  result.conditions = conditions.in(arena_);
  return result;
}

}  // namespace gilsim::syntax
