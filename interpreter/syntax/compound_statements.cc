// Statements that hold blocks, and blocks.
#include "interpreter/syntax/grammar.h"

namespace gilsim::syntax {

void Grammar::statements(Collector<Statement*>& list, TokenKind closing) {
  while (!at(closing)) statement(list);
}

void Grammar::statement(Collector<Statement*>& list) {
  if (Statement* compound = compound_statement())
    list.add(compound);
  else
    simple_statements(list);
}

// Null: what comes next is no compound statement.
Statement* Grammar::compound_statement() {
  switch (peek().kind) {
    case TokenKind::Def: return function_definition(peek().position, false, {});
    case TokenKind::At: return decorated();
    case TokenKind::Class: return class_definition({});
    case TokenKind::If: return if_statement();
    case TokenKind::While: return while_statement();
    case TokenKind::For: return for_statement(peek().position, false);
    case TokenKind::With: return with_statement(peek().position, false);
    case TokenKind::Try: return try_statement();
    case TokenKind::Async: return async_statement();
    case TokenKind::Name:
      if (at_match_statement()) return match_statement();
      if (at_soft_keyword("match")) try_match();
      return nullptr;
    default: return nullptr;
  }
}

// block: NEWLINE INDENT statements DEDENT | simple_stmts
StatementList Grammar::block(const char* after, int line) {
  Depth depth(*this, 2);
  Collector<Statement*> list(statement_stack_);
  if (accept(TokenKind::Newline)) {
    if (diagnosing_ && !at(TokenKind::Indent)) fail_without_block(after, line);
    expect(TokenKind::Indent);
    statements(list, TokenKind::Dedent);
    expect(TokenKind::Dedent);
  } else {
    simple_statements(list);
  }
  return list.in(arena_);
}

// `elif` is an If of its own inside the `else` of the one before. The chain is read in a loop, for it can be
// long.
Statement* Grammar::if_statement() {
  Collector<Statement*> chain(statement_stack_);
  do {
    Position start = take().position;
    Expression* test = named_expression();
    expect_colon();
    StatementList body = block(chain.size() == 0 ? "'if' statement" : "'elif' statement", start.line);
    If* node = make<If>(start);
    node->test = test;
    node->body = body;
    chain.add(node);
  } while (at(TokenKind::Elif));
  StatementList orelse = else_block();
  for (size_t i = chain.size(); i-- > 0;) {
    If* node = as<If>(chain[i]);
    node->position = since(node->position);
    node->orelse = orelse;
    orelse = arena_.copy(&chain[i], 1);
  }
  return chain[0];
}

// Empty: there is no `else`.
StatementList Grammar::else_block() {
  if (!at(TokenKind::Else)) return {};
  int line = take().position.line;
  expect_colon(true);
  return block("'else' statement", line);
}

Statement* Grammar::while_statement() {
  Position start = take().position;
  Expression* test = named_expression();
  expect_colon();
  StatementList body = block("'while' statement", start.line);
  StatementList orelse = else_block();
  While* node = make<While>(start);
  node->test = test;
  node->body = body;
  node->orelse = orelse;
  return node;
}

Statement* Grammar::for_statement(const Position& start, bool is_async) {
  int line = take().position.line;
  Expression* target = star_targets();
  expect(TokenKind::In);
  Expression* iterable = star_expressions();
  expect_colon();
  StatementList body = block("'for' statement", line);
  StatementList orelse = else_block();
  For* node = make<For>(start);
  if (is_async) node->kind = For::AsyncKind;
  node->target = target;
  node->iterable = iterable;
  node->body = body;
  node->orelse = orelse;
  return node;
}

Statement* Grammar::with_statement(const Position& start, bool is_async) {
  int line = take().position.line;
  Sequence<WithItem> items = with_items();
  expect_colon();
  StatementList body = block("'with' statement", line);
  With* node = make<With>(start);
  if (is_async) node->kind = With::AsyncKind;
  node->items = items;
  node->body = body;
  return node;
}

Sequence<WithItem> Grammar::with_items() {
  Collector<WithItem> items(with_item_stack_);
  if (at(TokenKind::LeftParenthesis) && parenthesized_with_items(items)) return items.in(arena_);
  Collector<WithItem> plain_items(with_item_stack_);
  do {
    plain_items.add(with_item());
  } while (accept(TokenKind::Comma));
  return plain_items.in(arena_);
}

// `with (a as b, c as d):`. False (nothing read) if the parenthesis belongs to an expression.
bool Grammar::parenthesized_with_items(Collector<WithItem>& items) {
  return attempt([&] {
    take();
    do {
      items.add(with_item());
    } while (accept(TokenKind::Comma) && !at(TokenKind::RightParenthesis));
    expect(TokenKind::RightParenthesis);
    if (at(TokenKind::Newline)) expect_colon();
    if (!at(TokenKind::Colon)) fail();
  });
}

WithItem Grammar::with_item() {
  Expression* context = expression();
  if (!accept(TokenKind::As)) return {context, nullptr};
  if (diagnosing_) diagnose_with_target();
  Expression* target = star_target();
  set_context(target, NameContext::Store);
  return {context, target};
}

Statement* Grammar::try_statement() {
  Position start = take().position;
  expect_colon(true);
  StatementList body = block("'try' statement", start.line);
  Collector<ExceptHandler> handlers(handler_stack_);
  bool is_star = false;
  while (at(TokenKind::Except)) {
    bool is_first = handlers.size() == 0, was_star = is_star;
    const size_t first = cursor_;
    handlers.add(except_handler(is_star));
    if (is_first || was_star == is_star) continue;
    if (!diagnosing_) fail();
    fail_at_range(between(tokens_.list[first].position, tokens_.list[first + is_star].position),
                  "cannot have both 'except' and 'except*' on the same 'try'");
  }
  if (diagnosing_ && handlers.size() == 0 && !at(TokenKind::Finally)) {
    fail_at_range(peek().position, "expected 'except' or 'finally' block");
  }
  StatementList orelse = handlers.size() != 0 ? else_block() : StatementList();
  StatementList finalbody;
  if (handlers.size() == 0 || at(TokenKind::Finally)) {
    int line = expect(TokenKind::Finally).position.line;
    expect_colon(true);
    finalbody = block("'finally' statement", line);
  }
  Try* node = make<Try>(start);
  if (is_star) node->kind = Try::AsyncKind;
  node->body = body;
  node->handlers = handlers.in(arena_);
  node->orelse = orelse;
  node->finalbody = finalbody;
  return node;
}

ExceptHandler Grammar::except_handler(bool& is_star) {
  Position start = take().position;
  is_star = accept(TokenKind::Star);
  ExceptHandler handler{nullptr, {}, {}, {}};
  if (is_star || !at(TokenKind::Colon)) {
    if (diagnosing_ && is_star && (at(TokenKind::Colon) || at(TokenKind::Newline))) {
      fail_at_range(peek().position, "expected one or more exception types");
    }
    if (diagnosing_ && at(TokenKind::Newline)) expect_colon();
    handler.type = expression();
    if (diagnosing_ && at(TokenKind::Comma)) diagnose_exception_types(handler.type);
    if (accept(TokenKind::As)) handler.name = expect_name();
  }
  expect_colon();
  handler.body = block(is_star ? "'except*' statement" : "'except' statement", start.line);
  handler.position = since(start);
  return handler;
}

Statement* Grammar::async_statement() {
  Position start = take().position;
  switch (peek().kind) {
    case TokenKind::Def: return function_definition(start, true, {});
    case TokenKind::With: return with_statement(start, true);
    case TokenKind::For: return for_statement(start, true);
    default: fail();
  }
}

// ('@' named_expression NEWLINE)+ (class_def | function_def)
Statement* Grammar::decorated() {
  Collector<Expression*> decorators(expression_stack_);
  while (accept(TokenKind::At)) {
    decorators.add(named_expression());
    expect(TokenKind::Newline);
  }
  ExpressionList list = decorators.in(arena_);
  if (at(TokenKind::Class)) return class_definition(list);
  Position start = peek().position;
  bool is_async = accept(TokenKind::Async);
  if (!at(TokenKind::Def)) fail();
  return function_definition(start, is_async, list);
}

Statement* Grammar::function_definition(const Position& start, bool is_async, ExpressionList decorators) {
  int line = expect(TokenKind::Def).position.line;
  std::string_view function_name = expect_name();
  if (diagnosing_ && !at(TokenKind::LeftParenthesis)) fail_at_range(peek().position, "expected '('");
  expect(TokenKind::LeftParenthesis);
  Parameters all = parameters(TokenKind::RightParenthesis, true);
  expect(TokenKind::RightParenthesis);
  if (diagnosing_ && at(TokenKind::Arrow) && peek(1).kind == TokenKind::Colon) expect_colon(true);
  Expression* returns = accept(TokenKind::Arrow) ? expression() : nullptr;
  expect_colon(true);
  StatementList body = block("function definition", line);
  FunctionDef* node = make<FunctionDef>(start);
  if (is_async) node->kind = FunctionDef::AsyncKind;
  node->name = function_name;
  node->parameters = all;
  node->body = body;
  node->decorators = decorators;
  node->returns = returns;
  return node;
}

Statement* Grammar::class_definition(ExpressionList decorators) {
  Position start = take().position;
  std::string_view class_name = expect_name();
  Collector<Expression*> bases(expression_stack_);
  Collector<Keyword> keywords(keyword_stack_);
  if (at(TokenKind::LeftParenthesis)) arguments(bases, keywords, false);
  expect_colon();
  StatementList body = block("class definition", start.line);
  ClassDef* node = make<ClassDef>(start);
  node->name = class_name;
  node->bases = bases.in(arena_);
  node->keywords = keywords.in(arena_);
  node->body = body;
  node->decorators = decorators;
  return node;
}

}  // namespace gilsim::syntax
