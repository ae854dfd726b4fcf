// The parameters of `def` and `lambda`, with `/`, `*` and `**`.
#include "interpreter/syntax/grammar.h"

namespace gilsim::syntax {

struct Grammar::ParameterLists {
  std::vector<Parameter> positional_only, positional, keyword_only;
  std::vector<Expression*> defaults, keyword_only_defaults;
  Parameter* var_positional = nullptr;
  Parameter* var_keyword = nullptr;
  bool after_slash = false;
  bool after_star = false;
};

Parameters Grammar::parameters(TokenKind closing, bool annotated) {
  if (at(closing)) return {};
  Depth depth(*this, 4);
  ParameterLists lists;
  while (!at(closing)) {
    if (lists.var_keyword) {
      if (!diagnosing_ ||
          !(at(TokenKind::Name) || at(TokenKind::Star) || at(TokenKind::DoubleStar) || at(TokenKind::Slash)))
        fail();
      fail_at_range(peek().position, "arguments cannot follow var-keyword argument");
    }
    if (at(TokenKind::Star)) {
      star_parameter(lists, annotated);
    } else if (accept(TokenKind::DoubleStar)) {
      lists.var_keyword = arena_.make<Parameter>(parameter(annotated, false));
      if (diagnosing_ && at(TokenKind::Equal)) {
        fail_at_range(peek().position, "var-keyword argument cannot have default value");
      }
    } else if (at(TokenKind::Slash)) {
      if (diagnosing_) diagnose_slash(lists);
      if (lists.after_slash || lists.after_star || lists.positional.empty()) fail();
      take();
      if (diagnosing_ && at(TokenKind::Star))
        fail_at_range(peek().position, "expected comma between / and *");
      lists.positional_only.swap(lists.positional);
      lists.after_slash = true;
    } else {
      plain_parameter(lists, annotated);
    }
    if (!accept(TokenKind::Comma)) break;
  }
  Parameters all;
  all.positional_only = arena_.copy(lists.positional_only);
  all.positional = arena_.copy(lists.positional);
  all.var_positional = lists.var_positional;
  all.keyword_only = arena_.copy(lists.keyword_only);
  all.keyword_only_defaults = arena_.copy(lists.keyword_only_defaults);
  all.var_keyword = lists.var_keyword;
  all.defaults = arena_.copy(lists.defaults);
  return all;
}

// REQUIRES: the cursor is at a slash.
void Grammar::diagnose_slash(const ParameterLists& lists) {
  const Position& slash = peek().position;
  if (lists.after_slash) fail_at_range(slash, "/ may appear only once");
  if (lists.after_star) fail_at_range(slash, "/ must be ahead of *");
  if (lists.positional.empty() && peek(1).kind == TokenKind::Comma) {
    fail_at_range(slash, "at least one argument must precede /");
  }
}

Parameter Grammar::parameter(bool annotated, bool star_annotation) {
  const Token& token = expect(TokenKind::Name);
  Parameter result{name(token), nullptr, token.position};
  if (annotated && accept(TokenKind::Colon)) {
    bool is_starred = star_annotation && at(TokenKind::Star);
    result.annotation = is_starred ? starred(&Grammar::bitwise_or) : expression();
    result.position = since(token.position);
  }
  return result;
}

// Whether the star at the cursor has a comma or a parameter without a default behind it.
bool Grammar::star_begins_parameter(bool annotated) {
  const size_t before = cursor_;
  const TokenKind closing = annotated ? TokenKind::RightParenthesis : TokenKind::Colon;
  take();
  const bool begins = at(TokenKind::Comma) || attempt_quietly([&] {
    parameter(annotated, true);
    if (!at(TokenKind::Comma) && !at(closing)) fail();
  });
  cursor_ = before;
  return begins;
}

// `*args`, or a `*` alone, which a keyword-only parameter must follow.
void Grammar::star_parameter(ParameterLists& lists, bool annotated) {
  if (lists.after_star && diagnosing_ && star_begins_parameter(annotated)) fail_at_range(peek().position, "* argument may appear only once");
  if (lists.after_star) fail();
  Position star = take().position;
  lists.after_star = true;
  TokenKind closing = annotated ? TokenKind::RightParenthesis : TokenKind::Colon;
  if (diagnosing_) {
    const Token& behind = peek(at(TokenKind::Comma) ? 1 : 0);
    if (behind.kind == closing || (at(TokenKind::Comma) && behind.kind == TokenKind::DoubleStar)) {
      fail_at_range(annotated ? star : behind.position, "named arguments must follow bare *");
    }
    if (at(TokenKind::Comma) && behind.kind == TokenKind::Star) {
      ++cursor_;
      if (!star_begins_parameter(annotated)) fail();
      fail_at_range(behind.position, "* argument may appear only once");
    }
  }
  if (at(TokenKind::Comma)) {
    if (peek(1).kind != TokenKind::Name) ++cursor_, fail();
  } else {
    lists.var_positional = arena_.make<Parameter>(parameter(annotated, true));
    if (diagnosing_ && at(TokenKind::Equal)) {
      fail_at_range(peek().position, "var-positional argument cannot have default value");
    }
  }
}

void Grammar::plain_parameter(ParameterLists& lists, bool annotated) {
  if (diagnosing_ && at(TokenKind::LeftParenthesis)) diagnose_parenthesized_parameters(!annotated);
  Parameter plain = parameter(annotated, false);
  Expression* value = nullptr;
  if (accept(TokenKind::Equal)) {
    if (diagnosing_ && (at(TokenKind::Comma) || at(TokenKind::RightParenthesis))) {
      fail_at_range(previous().position, "expected default value expression");
    }
    value = expression();
  }
  if (lists.after_star) {
    lists.keyword_only.push_back(plain);
    lists.keyword_only_defaults.push_back(value);
    return;
  }
  lists.positional.push_back(plain);
  if (value) {
    lists.defaults.push_back(value);
  } else if (!lists.defaults.empty()) {
    // CPython does not see it where a slash without defaults, or a second group of defaults, is between them.
    const bool is_noticed = !lists.after_slash || (lists.positional.size() == 1 && !lists.defaults.empty());
    if (diagnosing_ && is_noticed) fail_at_range(plain.position, "non-default argument follows default argument");
    accept(TokenKind::Comma), peek();
    fail();
  }
}

}  // namespace gilsim::syntax
