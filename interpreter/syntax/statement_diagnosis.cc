// What people often get wrong in statements; see diagnosis.cc.
#include "interpreter/syntax/grammar.h"

namespace gilsim::syntax {

// Reads the colon before a block. CPython names it when the line ends instead or, where nothing else could
// follow
// (`forced`), always.
void Grammar::expect_colon(bool forced) {
  if (diagnosing_ && (at(TokenKind::Newline) || (forced && !at(TokenKind::Colon)))) {
    fail_at_range(peek().position, "expected ':'");
  }
  expect(TokenKind::Colon);
}

// A block that should have begun here did not.
void Grammar::fail_without_block(const char* after, int line) {
  Position position = peek().position;
  std::string message =
      std::string("expected an indented block after ") + after + " on line " + std::to_string(line);
  throw Failure{true, source_.problem_at(ProblemKind::Indentation, std::move(message), position)};
}

// An expression statement begins with `first`, and what follows is `=`, `:` or `+=`, but it is no target.
void Grammar::diagnose_assignment(Expression* first, bool is_chained) {
  if (!invalid_target(first, TargetUse::Assign)) return;
  size_t before = cursor_;
  bool is_tuple = first->kind == ExpressionKind::Tuple && !first->parenthesized;
  Expression* last = is_tuple ? as<Tuple>(first)->elements.back() : first;
  bool is_yield = !first->parenthesized &&
                  (first->kind == ExpressionKind::Yield || first->kind == ExpressionKind::YieldFrom);
  if (is_yield) fail_at_range(first->position, "assignment to yield expression not possible");
  if (!is_chained) diagnose_named_expression(last);
  cursor_ = before;
  diagnose_target(first, TargetUse::Assign);
}

// REQUIRES: the cursor is at a colon, and `target` cannot be annotated.
void Grammar::diagnose_annotation(Expression* target) {
  if (target->kind == ExpressionKind::Starred || !attempt_quietly([&] { take(), expression(); })) fail();
  bool is_tuple = target->kind == ExpressionKind::Tuple;
  if (!is_tuple && target->kind != ExpressionKind::List) {
    fail_at_range(target->position, "illegal target for annotation");
  }
  Expression* shown = is_tuple && !target->parenthesized ? as<Tuple>(target)->elements[0] : target;
  fail_at_range(shown->position,
                std::string("only single target (not ") + describe(target) + ") can be annotated");
}

// Behind `with … as`: an expression that is no target.
void Grammar::diagnose_with_target() {
  const size_t before = cursor_;
  Expression* target = nullptr;
  const bool is_read = attempt_quietly([&] { target = expression(); });
  if (is_read && (at(TokenKind::Comma) || at(TokenKind::RightParenthesis) || at(TokenKind::Colon)))
    diagnose_target(target, TargetUse::Assign);
  cursor_ = before;
}

// `except A, B:`; the cursor is behind A.
void Grammar::diagnose_exception_types(Expression* first) {
  size_t before = cursor_;
  bool is_list = attempt_quietly([&] {
    expect(TokenKind::Comma);
    star_expressions();
    if (accept(TokenKind::As)) expect(TokenKind::Name);
    expect(TokenKind::Colon);
  });
  if (is_list) {
    // CPython shows all up to the character before the one where its tokenizer is.
    Position reached = tokens_.list[furthest_].position;
    --reached.end_column;
    fail_at_range(between(first->position, reached), "multiple exception types must be parenthesized");
  }
  cursor_ = before;
}

// A line that begins with `match` and is no whole match statement: was it meant to be one? The first pass
// asks too, but only to look as far ahead as CPython does.
void Grammar::try_match() {
  size_t before = cursor_;
  int line = take().position.line;
  bool has_subject = attempt_quietly([&] { star_named_expression(); });
  if (has_subject && at(TokenKind::Comma)) has_subject = attempt_quietly([&] { take(), star_expressions(); });
  if (!diagnosing_) {
    if (has_subject && at(TokenKind::Colon)) peek(1);
    cursor_ = before;
    return;
  }
  if (has_subject && at(TokenKind::Newline)) fail_at_range(peek().position, "expected ':'");
  if (has_subject && accept(TokenKind::Colon) && accept(TokenKind::Newline) && !at(TokenKind::Indent)) {
    fail_without_block("'match' statement", line);
  }
  cursor_ = before;
}

// After `case pattern as`: what stands there is no name to capture.
void Grammar::diagnose_capture() {
  if (at_soft_keyword("_")) fail_at_range(peek().position, "cannot use '_' as a target");
  if (at(TokenKind::Name)) return;
  size_t before = cursor_;
  Expression* target = nullptr;
  if (attempt_quietly([&] { target = expression(); }))
    fail_at_range(target->position, "invalid pattern target");
  cursor_ = before;
}

// A positional pattern behind a keyword pattern; the cursor is at the first one.
void Grammar::diagnose_late_pattern() {
  Position first = peek().position;
  Pattern* last = pattern();
  while (accept(TokenKind::Comma) && !at(TokenKind::RightParenthesis)) {
    if (at(TokenKind::Name) && peek(1).kind == TokenKind::Equal) break;
    last = pattern();
  }
  fail_at_range(between(first, last->position), "positional patterns follow keyword patterns");
}

}  // namespace gilsim::syntax
