// What people often get wrong in expressions, said in CPython's words. Called only in the second pass
// (`diagnosing_`), from the rules, at the places where CPython 3.11 looks for the same mistakes: which of two
// mistakes is reported depends on that order.
#include "interpreter/syntax/grammar.h"

namespace gilsim::syntax {
namespace {

bool can_begin_expression(TokenKind kind) {
  switch (kind) {
    case TokenKind::Name:
    case TokenKind::Number:
    case TokenKind::String:
    case TokenKind::None:
    case TokenKind::True:
    case TokenKind::False:
    case TokenKind::Ellipsis:
    case TokenKind::LeftParenthesis:
    case TokenKind::LeftBracket:
    case TokenKind::LeftBrace:
    case TokenKind::Minus:
    case TokenKind::Plus:
    case TokenKind::Tilde:
    case TokenKind::Not:
    case TokenKind::Lambda:
    case TokenKind::Await: return true;
    default: return false;
  }
}

// CPython 3.11 compares soft keywords only as far as the name goes, so `c` and `ma` count as well.
bool begins_soft_keyword(std::string_view name) {
  return name == "_" || std::string_view("match").starts_with(name) ||
         std::string_view("case").starts_with(name);
}

bool is_removed_statement(std::string_view name) {
  return name == "print" || name == "exec";
}

// Could `expression` stand as an operand of `|`? Comparisons and what binds more loosely could not.
bool binds_tightly(const Expression* expression) {
  if (expression->parenthesized) return true;
  switch (expression->kind) {
    case ExpressionKind::BoolOp:
    case ExpressionKind::Compare:
    case ExpressionKind::IfExp:
    case ExpressionKind::Lambda:
    case ExpressionKind::Starred:
    case ExpressionKind::NamedExpr:
    case ExpressionKind::Yield:
    case ExpressionKind::YieldFrom: return false;
    case ExpressionKind::UnaryOp: return as<UnaryOp>(expression)->op != UnaryOperator::Not;
    default: return true;
  }
}

bool has_name(const Expression* expression, bool (*wanted)(std::string_view)) {
  return expression->kind == ExpressionKind::Name && wanted(as<Name>(expression)->id);
}

const char* describe_constant(ConstantKind kind) {
  switch (kind) {
    case ConstantKind::None: return "None";
    case ConstantKind::True: return "True";
    case ConstantKind::False: return "False";
    case ConstantKind::Ellipsis: return "ellipsis";
    default: return "literal";
  }
}

}  // namespace

const char* describe(const Expression* expression) {
  switch (expression->kind) {
    case ExpressionKind::Attribute: return "attribute";
    case ExpressionKind::Subscript: return "subscript";
    case ExpressionKind::Starred: return "starred";
    case ExpressionKind::Name: return "name";
    case ExpressionKind::List: return "list";
    case ExpressionKind::Tuple: return "tuple";
    case ExpressionKind::Lambda: return "lambda";
    case ExpressionKind::Call: return "function call";
    case ExpressionKind::BoolOp:
    case ExpressionKind::BinOp:
    case ExpressionKind::UnaryOp: return "expression";
    case ExpressionKind::GeneratorExp: return "generator expression";
    case ExpressionKind::Yield:
    case ExpressionKind::YieldFrom: return "yield expression";
    case ExpressionKind::Await: return "await expression";
    case ExpressionKind::ListComp: return "list comprehension";
    case ExpressionKind::SetComp: return "set comprehension";
    case ExpressionKind::DictComp: return "dict comprehension";
    case ExpressionKind::Dict: return "dict literal";
    case ExpressionKind::Set: return "set display";
    case ExpressionKind::JoinedStr:
    case ExpressionKind::FormattedValue: return "f-string expression";
    case ExpressionKind::Constant: return describe_constant(as<Constant>(expression)->constant);
    case ExpressionKind::Compare: return "comparison";
    case ExpressionKind::IfExp: return "conditional expression";
    case ExpressionKind::NamedExpr: return "named expression";
    case ExpressionKind::Slice: return "slice";
  }
  return "expression";
}

Position between(const Position& first, const Position& last) {
  return {first.line, first.column, last.end_line, last.end_column};
}

// After the operand that an expression began with (at token `first`): is there another one right behind it?
void Grammar::diagnose_operand(size_t first, Expression* operand) {
  const Token& token = tokens_.list[first];
  bool is_soft_keyword = token.kind == TokenKind::Name && begins_soft_keyword(text(token));
  bool is_prefixed_string =
      token.kind == TokenKind::Name && tokens_.list[first + 1].kind == TokenKind::String;
  if (!is_soft_keyword && !is_prefixed_string && can_begin_expression(peek().kind)) {
    size_t before = cursor_;
    Expression* next = nullptr;
    if (attempt_quietly([&] { next = expression(); }) && previous().level != 0 &&
        !has_name(operand, is_removed_statement)) {
      fail_at_range(between(operand->position, next->position),
                    "invalid syntax. Perhaps you forgot a comma?");
    }
    cursor_ = before;
  }
  if (token.kind == TokenKind::Name && is_removed_statement(text(token))) diagnose_print(first);
}

void Grammar::diagnose_print(size_t first) {
  size_t before = cursor_;
  cursor_ = first + 1;
  Expression* printed = nullptr;
  bool is_call = at(TokenKind::LeftParenthesis) || !can_begin_expression(peek().kind);
  if (!is_call && attempt_quietly([&] { printed = star_expressions(); })) {
    std::string word(text(tokens_.list[first]));
    fail_at_range(between(tokens_.list[first].position, printed->position),
                  "Missing parentheses in call to '" + word + "'. Did you mean " + word + "(...)?");
  }
  cursor_ = before;
}

// After an expression where `:=` may be used: is it an assignment of some kind?
void Grammar::diagnose_named_expression(Expression* value) {
  if (value->kind == ExpressionKind::NamedExpr && !value->parenthesized) return;
  size_t before = cursor_;
  if (at(TokenKind::ColonEqual)) {
    bool assigned = attempt_quietly([&] { take(), expression(); });
    if (assigned) {
      fail_at_range(value->position,
                    std::string("cannot use assignment expressions with ") + describe(value));
    }
  } else if (at(TokenKind::Equal) && binds_tightly(value)) {
    diagnose_equal(value);
  }
  cursor_ = before;
}

void Grammar::diagnose_equal(Expression* target) {
  Expression* value = nullptr;
  bool assigned = attempt_quietly([&] {
    take();
    value = bitwise_or();
    if (at(TokenKind::Equal) || at(TokenKind::ColonEqual)) fail();
  });
  if (!assigned) return;
  bool is_plain_name = target->kind == ExpressionKind::Name && !target->parenthesized;
  if (is_plain_name) {
    fail_at_range(between(target->position, value->position),
                  "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
  }
  bool is_display = target->kind == ExpressionKind::List || target->kind == ExpressionKind::Tuple ||
                    target->kind == ExpressionKind::GeneratorExp;
  bool is_singleton =
      target->kind == ExpressionKind::Constant && as<Constant>(target)->constant <= ConstantKind::False;
  if (is_display || is_singleton) return;
  fail_at_range(target->position, std::string("cannot assign to ") + describe(target) +
                                      " here. Maybe you meant '==' instead of '='?");
}

// The part of `target` that cannot be one; null: it is fine.
Expression* Grammar::invalid_target(Expression* target, TargetUse use) {
  switch (target->kind) {
    case ExpressionKind::Name:
    case ExpressionKind::Attribute:
    case ExpressionKind::Subscript: return nullptr;
    case ExpressionKind::Tuple:
    case ExpressionKind::List: {
      bool is_tuple = target->kind == ExpressionKind::Tuple;
      for (Expression* part : is_tuple ? as<Tuple>(target)->elements : as<List>(target)->elements) {
        if (Expression* invalid = invalid_target(part, use)) return invalid;
      }
      return nullptr;
    }
    case ExpressionKind::Starred:
      return use == TargetUse::Delete ? target : invalid_target(as<Starred>(target)->value, use);
    case ExpressionKind::Compare:
      // `for x in y` reads as a comparison until the `in` is missed.
      if (use != TargetUse::For) return target;
      return as<Compare>(target)->comparisons[0] == Comparison::In ? invalid_target(as<Compare>(target)->left, use) : nullptr;
    default: return target;
  }
}

void Grammar::diagnose_target(Expression* target, TargetUse use) {
  Expression* invalid = invalid_target(target, use);
  if (!invalid) return;
  std::string verb = use == TargetUse::Delete ? "cannot delete " : "cannot assign to ";
  fail_at_range(invalid->position, verb + describe(invalid));
}

// In `[a, b for …]` and `[a, for …]`; REQUIRES: the cursor is at the `for`.
void Grammar::diagnose_comprehension_target(Expression* first) {
  Position last = previous().position;
  size_t before = cursor_;
  if (attempt_quietly([&] { comprehensions(); })) {
    fail_at_range(between(first->position, last),
                  "did you forget parentheses around the comprehension target?");
  }
  cursor_ = before;
}

// `for` behind the last of `count` elements of a list or set.
void Grammar::diagnose_element(Expression* first, size_t count) {
  if (count > 1)
    diagnose_comprehension_target(first);
  else if (first->kind == ExpressionKind::Starred)
    diagnose_starred_comprehension(first);
}

// In `[*a for …]`.
void Grammar::diagnose_starred_comprehension(Expression* starred_element) {
  if (attempt_quietly([&] { comprehensions(); })) {
    fail_at_range(starred_element->position, "iterable unpacking cannot be used in comprehension");
  }
}

// --- arguments ---

// A generator expression without parentheses that is not the only argument.
void Grammar::diagnose_generator_argument(Expression* generator, bool is_only) {
  if (is_only && !at(TokenKind::Comma)) fail();
  Position position = generator->position;
  position.end_line = previous().position.end_line;
  position.end_column = previous().position.end_column;
  fail_at_range(position, "Generator expression must be parenthesized");
}

// A positional argument behind `name=value` or `**mapping`.
void Grammar::diagnose_late_argument(bool after_unpacking) {
  attempt([&] {
    Collector<Expression*> positional(expression_stack_);
    Collector<Keyword> keywords(keyword_stack_);
    bool unpacked = false;
    do {
      if (keywords.size() != 0 && !at_keyword_argument() && !at(TokenKind::Star)) break;
      if (argument(positional, keywords, unpacked, true)) diagnose_generator_argument(positional.back(), false);
    } while (accept(TokenKind::Comma) && !at(TokenKind::RightParenthesis));
  });
  fail_at_furthest(after_unpacking ? "positional argument follows keyword argument unpacking"
                                   : "positional argument follows keyword argument");
}

// A star behind other arguments (the first is at token `first`), with nothing to unpack or behind `**mapping`.
void Grammar::diagnose_star_argument(size_t first, bool after_unpacking) {
  const size_t before = cursor_;
  const bool unpacks = !after_unpacking && attempt([&] { starred(&Grammar::expression); });
  cursor_ = before;
  if (unpacks) return;
  fail_at_range(between(tokens_.list[first].position, tokens_.list[before - 2].position),
                "iterable argument unpacking follows keyword argument unpacking");
}

// `for` behind `*iterable`, the last of `count` arguments.
void Grammar::diagnose_starred_argument(Expression* starred_argument, size_t count) {
  if (count == 1) return diagnose_starred_comprehension(starred_argument);
  if (!attempt([&] { comprehensions(); })) return;
  fail_at_range(between(starred_argument->position, previous().position), "Generator expression must be parenthesized");
}

// Something before `=` that is no name: `f(a.b=1)`, `f(None=1)`.
void Grammar::diagnose_keyword_argument(Expression* value) {
  if (!at(TokenKind::Equal)) return;
  Position position = between(value->position, peek().position);
  bool is_singleton =
      value->kind == ExpressionKind::Constant && as<Constant>(value)->constant <= ConstantKind::False;
  if (is_singleton) fail_at_range(position, std::string("cannot assign to ") + describe(value));
  fail_at_range(position, "expression cannot contain assignment, perhaps you meant \"==\"?");
}

// --- parameters ---

// `def f((a, b))`; REQUIRES: the cursor is at the parenthesis.
void Grammar::diagnose_parenthesized_parameters(bool is_lambda) {
  Position open = take().position;
  bool is_list = attempt([&] {
    do {
      expect(TokenKind::Name);
    } while (accept(TokenKind::Comma) && !at(TokenKind::RightParenthesis));
    expect(TokenKind::RightParenthesis);
  });
  if (!is_list) fail();
  fail_at_range(between(open, previous().position),
                is_lambda ? "Lambda expression parameters cannot be parenthesized"
                          : "Function parameters cannot be parenthesized");
}

}  // namespace gilsim::syntax
