#include "interpreter/syntax/grammar.h"

#include <algorithm>

#include "interpreter/syntax/unicode.h"

namespace gilsim::syntax {
namespace {

// How many rules may be inside each other; a pair of brackets counts three or four, so that all 200 that the
// lexer allows fit. The deepest text must leave room on a fiber's stack of 256 KiB: measured, it takes up to
// 180 KiB. Without optimization, and more so with a sanitizer, the frames are larger and so the limit is
// lower (70 pairs of brackets in calls); programs that people write stay below either.
#if defined(__SANITIZE_ADDRESS__)
constexpr int kMaximumDepth = 230;
#elif !defined(__OPTIMIZE__)
constexpr int kMaximumDepth = 420;
#else
constexpr int kMaximumDepth = 820;
#endif

}  // namespace

Grammar::Depth::Depth(Grammar& grammar, int weight) : grammar_(grammar), weight_(weight) {
  grammar.depth_ += weight;
  if (grammar.depth_ <= kMaximumDepth) return;
  grammar.depth_ -= weight;
  Position position = grammar.tokens_.list[grammar.cursor_].position;
  Problem problem = unsupported({RemarkId::nested_too_deeply}, {RemarkId::nest_less});
  problem.position = position;
  problem.source_line = std::move(grammar.source_.problem_at(problem.kind, "", position).source_line);
  throw Failure{true, std::move(problem)};
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
  const Token& last = tokens.list[first];
  bool is_indentation = last.kind == TokenKind::Indent || last.kind == TokenKind::Dedent;
  // Only unexpected indentation is reported without a look at the rest of the text.
  if (tokens.hard_problem && (failure.explained || !is_indentation)) return *tokens.hard_problem;
  if (last.kind == TokenKind::Error) return *tokens.soft_problem;
  const Token& reached = tokens.list[failure.explained ? second : std::max(first, second)];
  const auto& open = tokens.never_closed;
  if (open && !(is_indentation && !failure.explained) && reached.position.line > open->line) {
    return source.problem_at(ProblemKind::Syntax, std::string("'") + open->character + "' was never closed",
                             {open->line, open->column, open->line, open->column + 1});
  }
  if (failure.explained) return failure.problem;
  if (last.kind == TokenKind::EndOfFile && !tokens.is_part) {
    // CPython has no column for the end of a file.
    return source.problem_at(ProblemKind::Syntax, "invalid syntax",
                             {last.position.line, -1, last.position.line, -1});
  }
  if (!is_indentation) {
    return source.problem_at(ProblemKind::Syntax, "invalid syntax", last.position);
  }
  const char* message = last.kind == TokenKind::Indent ? "unexpected indent" : "unexpected unindent";
  return source.problem_at(ProblemKind::Indentation, message, last.position);
}

}  // namespace gilsim::syntax
