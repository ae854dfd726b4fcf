// What can be assigned to, deleted or looped over. Targets are read as expressions and then turned into
// targets.
#include "interpreter/syntax/grammar.h"

namespace gilsim::syntax {

// star_targets: star_target (',' star_target)* [','], as in `for a, *b in …`
Expression* Grammar::star_targets() {
  Position start = peek().position;
  size_t first = cursor_;
  Expression* target = nullptr;
  auto read = [&] {
    target = star_target();
    if (at(TokenKind::Comma)) target = tuple_from(start, target, &Grammar::star_target);
  };
  const bool is_read = diagnosing_ ? attempt(read) : (read(), true);
  if (diagnosing_ && (!is_read || !at(TokenKind::In) || invalid_target(target, TargetUse::For))) {
    cursor_ = first;
    diagnose_target(star_expressions(), TargetUse::For);
    fail();
  }
  set_context(target, NameContext::Store);
  return target;
}

// Only as much of an expression as can stand before `in`.
Expression* Grammar::star_target() {
  return at(TokenKind::Star) ? starred(&Grammar::bitwise_or) : bitwise_or();
}

// Turns `target` and its parts into targets; fails where one cannot be.
void Grammar::set_context(Expression* target, NameContext context) {
  switch (target->kind) {
    case ExpressionKind::Name: as<Name>(target)->context = context; return;
    case ExpressionKind::Attribute: as<Attribute>(target)->context = context; return;
    case ExpressionKind::Subscript: as<Subscript>(target)->context = context; return;
    case ExpressionKind::Starred:
      if (context == NameContext::Delete || target->parenthesized) fail();
      as<Starred>(target)->context = context;
      return set_context(as<Starred>(target)->value, context);
    case ExpressionKind::Tuple:
      as<Tuple>(target)->context = context;
      for (Expression* element : as<Tuple>(target)->elements) set_context(element, context);
      return;
    case ExpressionKind::List:
      as<List>(target)->context = context;
      for (Expression* element : as<List>(target)->elements) set_context(element, context);
      return;
    default: fail();
  }
}

}  // namespace gilsim::syntax
