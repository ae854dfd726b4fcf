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
  ParameterLists lists;
  while (!at(closing)) {
    if (lists.var_keyword) fail();
    if (at(TokenKind::Star)) {
      star_parameter(lists, annotated);
    } else if (accept(TokenKind::DoubleStar)) {
      lists.var_keyword = arena_.make<Parameter>(parameter(annotated, false));
    } else if (at(TokenKind::Slash)) {
      if (lists.after_slash || lists.after_star || lists.positional.empty()) fail();
      take();
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

// `*args`, or a `*` alone, which a keyword-only parameter must follow.
void Grammar::star_parameter(ParameterLists& lists, bool annotated) {
  if (lists.after_star) fail();
  take();
  lists.after_star = true;
  if (at(TokenKind::Comma)) {
    if (peek(1).kind != TokenKind::Name) ++cursor_, fail();
  } else {
    lists.var_positional = arena_.make<Parameter>(parameter(annotated, true));
  }
}

void Grammar::plain_parameter(ParameterLists& lists, bool annotated) {
  Parameter plain = parameter(annotated, false);
  Expression* value = accept(TokenKind::Equal) ? expression() : nullptr;
  if (lists.after_star) {
    lists.keyword_only.push_back(plain);
    lists.keyword_only_defaults.push_back(value);
    return;
  }
  lists.positional.push_back(plain);
  if (value)
    lists.defaults.push_back(value);
  else if (!lists.defaults.empty())
    fail();
}

}  // namespace gilsim::syntax
