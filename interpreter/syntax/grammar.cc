#include "interpreter/syntax/grammar.h"

#include "interpreter/syntax/unicode.h"

namespace gilsim::syntax {
namespace {

// Rules inside rules. A nested pair of brackets costs about three; the stack of a fiber (256 KiB) must hold
// them all.
constexpr int kMaximumDepth = 600;

}  // namespace

Grammar::Depth::Depth(Grammar& grammar) : grammar_(grammar) {
  if (++grammar.depth_ <= kMaximumDepth) return;
  --grammar.depth_;
  Position position = grammar.tokens_.list[grammar.cursor_].position;
  throw Failure{true,
                grammar.source_.problem_at(ProblemKind::Syntax, "too many nested parentheses", position)};
}

// The position from `start` to the last token that belongs to a statement: line ends and indentation do not
// count.
Position Grammar::since(const Position& start) const {
  size_t last = cursor_ - 1;
  auto is_layout = [](TokenKind kind) {
    return kind == TokenKind::Newline || kind == TokenKind::Indent || kind == TokenKind::Dedent;
  };
  while (last > 0 && is_layout(tokens_.list[last].kind)) --last;
  const Position& end = tokens_.list[last].position;
  return {start.line, start.column, end.end_line, end.end_column};
}

std::string_view Grammar::name(const Token& token) {
  if (token.is_ascii) return text(token);
  return arena_.copy(std::string_view(normalize_name(text(token))));
}

void Grammar::error_token() {
  throw Failure{true, tokens_.hard_problem ? *tokens_.hard_problem : *tokens_.soft_problem};
}

void Grammar::fail() {
  throw Failure{};
}

void Grammar::fail_at_furthest(std::string message) {
  fail_at_range(tokens_.list[furthest_].position, std::move(message));
}

void Grammar::fail_at_range(const Position& range, std::string message) {
  throw Failure{true, source_.problem_at(ProblemKind::Syntax, std::move(message), range)};
}

Module Grammar::module() {
  Collector<Statement*> list(statement_stack_);
  statements(list, TokenKind::EndOfFile);
  return {list.in(arena_)};
}

Module Grammar::expression_input() {
  Position start = peek().position;
  Expression* value = star_expressions();
  while (accept(TokenKind::Newline)) {
  }
  expect(TokenKind::EndOfFile);
  --cursor_;
  Expr* statement = make<Expr>(start);
  statement->value = value;
  Collector<Statement*> list(statement_stack_);
  list.add(statement);
  return {list.in(arena_)};
}

Problem explain(const Source& source, const Tokens& tokens, size_t first, size_t second,
                const Failure& failure) {
  if (tokens.hard_problem) return *tokens.hard_problem;
  const Token& last = tokens.list[first];
  if (last.kind == TokenKind::Error) return *tokens.soft_problem;
  const Token& reached = tokens.list[failure.explained ? second : first];
  const auto& open = tokens.never_closed;
  if (open && reached.position.line > open->line) {
    return source.problem_at(ProblemKind::Syntax, std::string("'") + open->character + "' was never closed",
                             {open->line, open->column, open->line, open->column + 1});
  }
  if (failure.explained) return failure.problem;
  if (last.kind != TokenKind::Indent && last.kind != TokenKind::Dedent) {
    return source.problem_at(ProblemKind::Syntax, "invalid syntax", last.position);
  }
  const char* message = last.kind == TokenKind::Indent ? "unexpected indent" : "unexpected unindent";
  Position position = last.position;
  position.column = position.end_column = position.column > 0 ? position.column - 1 : 0;
  return source.problem_at(ProblemKind::Indentation, message, position);
}

}  // namespace gilsim::syntax
