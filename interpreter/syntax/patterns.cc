// `match` and its patterns (PEP 634). `match`, `case` and `_` are names everywhere else.
#include "interpreter/syntax/grammar.h"

namespace gilsim::syntax {

// `match` begins a statement if its logical line ends with a colon and an indented one follows.
bool Grammar::at_match_statement() {
  if (!at_soft_keyword("match")) return false;
  size_t index = cursor_ + 1;
  while (tokens_.list[index].kind != TokenKind::Newline) {
    if (tokens_.list[index].kind == TokenKind::Error || tokens_.list[index].kind == TokenKind::EndOfFile)
      return false;
    ++index;
  }
  if (index == cursor_ + 1 || tokens_.list[index - 1].kind != TokenKind::Colon) return false;
  return tokens_.list[index + 1].kind == TokenKind::Indent;
}

Statement* Grammar::match_statement() {
  Position start = take().position;
  Position subject_start = peek().position;
  Expression* subject = star_named_expression();
  if (at(TokenKind::Comma))
    subject = tuple_from(subject_start, subject, &Grammar::star_named_expression);
  else if (subject->kind == ExpressionKind::Starred)
    fail();
  expect(TokenKind::Colon);
  expect(TokenKind::Newline);
  expect(TokenKind::Indent);
  Collector<MatchCase> cases(case_stack_);
  while (!accept(TokenKind::Dedent)) cases.add(match_case());
  Match* node = make<Match>(start);
  node->subject = subject;
  node->cases = cases.in(arena_);
  return node;
}

MatchCase Grammar::match_case() {
  if (!at_soft_keyword("case")) fail();
  int line = take().position.line;
  Pattern* pattern_of_case = patterns();
  Expression* guard = accept(TokenKind::If) ? named_expression() : nullptr;
  expect_colon();
  return {pattern_of_case, guard, block("'case' statement", line)};
}

// patterns: maybe_star_pattern (',' maybe_star_pattern)* [',']
Pattern* Grammar::patterns() {
  Position start = peek().position;
  Pattern* first = maybe_star_pattern();
  if (at(TokenKind::Comma)) return sequence_pattern(start, TokenKind::Colon, first);
  if (first->kind == PatternKind::Star) fail();
  return first;
}

// as_pattern: or_pattern ['as' NAME]
Pattern* Grammar::pattern() {
  Depth depth(*this, 2);
  Position start = peek().position;
  Pattern* inner = or_pattern();
  if (!accept(TokenKind::As)) return inner;
  if (diagnosing_) diagnose_capture();
  std::string_view target = capture_name();
  if (target.empty()) --cursor_, fail();
  MatchAs* node = make<MatchAs>(start);
  node->pattern = inner;
  node->name = target;
  return node;
}

// Empty for `_`, which captures nothing.
std::string_view Grammar::capture_name() {
  std::string_view captured = expect_name();
  return captured == "_" ? std::string_view() : captured;
}

Pattern* Grammar::or_pattern() {
  Position start = peek().position;
  Pattern* first = closed_pattern();
  if (!at(TokenKind::VerticalBar)) return first;
  Collector<Pattern*> alternatives(pattern_stack_);
  alternatives.add(first);
  while (accept(TokenKind::VerticalBar)) alternatives.add(closed_pattern());
  MatchOr* node = make<MatchOr>(start);
  node->patterns = alternatives.in(arena_);
  return node;
}

Pattern* Grammar::closed_pattern() {
  Position start = peek().position;
  auto singleton = [&](ConstantKind value) {
    take();
    MatchSingleton* node = make<MatchSingleton>(start);
    node->value = value;
    return node;
  };
  switch (peek().kind) {
    case TokenKind::None: return singleton(ConstantKind::None);
    case TokenKind::True: return singleton(ConstantKind::True);
    case TokenKind::False: return singleton(ConstantKind::False);
    case TokenKind::Name: return name_pattern();
    case TokenKind::LeftParenthesis:
    case TokenKind::LeftBracket: return group_or_sequence_pattern();
    case TokenKind::LeftBrace: return mapping_pattern();
    default: break;
  }
  Expression* value = literal_expression();
  MatchValue* node = make<MatchValue>(start);
  node->value = value;
  return node;
}

// A capture, a dotted value, or the class of a class pattern.
Pattern* Grammar::name_pattern() {
  Position start = peek().position;
  bool dotted = peek(1).kind == TokenKind::Dot;
  if (!dotted && peek(1).kind != TokenKind::LeftParenthesis) {
    std::string_view captured = capture_name();
    MatchAs* node = make<MatchAs>(start);
    node->name = captured;
    return node;
  }
  Expression* value = name_atom();
  while (at(TokenKind::Dot)) value = attribute(start, value);
  if (at(TokenKind::LeftParenthesis)) return class_pattern(start, value);
  MatchValue* node = make<MatchValue>(start);
  node->value = value;
  return node;
}

Pattern* Grammar::group_or_sequence_pattern() {
  bool round = at(TokenKind::LeftParenthesis);
  TokenKind closing = round ? TokenKind::RightParenthesis : TokenKind::RightBracket;
  Position start = take().position;
  if (at(closing)) return sequence_pattern(start, closing, nullptr);
  Pattern* first = maybe_star_pattern();
  bool group = round && first->kind != PatternKind::Star && !at(TokenKind::Comma);
  if (!group) {
    if (round && !at(TokenKind::Comma)) fail();
    return sequence_pattern(start, closing, first);
  }
  expect(TokenKind::RightParenthesis);
  return first;
}

// The rest of a sequence whose first pattern has been read (null: it is empty), with its closing bracket.
// Without brackets it ends before the colon or `if` of its case.
Pattern* Grammar::sequence_pattern(const Position& start, TokenKind closing, Pattern* first) {
  bool open = closing == TokenKind::Colon;
  Collector<Pattern*> list(pattern_stack_);
  if (first) list.add(first);
  while (accept(TokenKind::Comma) && !at(closing) && !(open && at(TokenKind::If)))
    list.add(maybe_star_pattern());
  if (!open) expect(closing);
  MatchSequence* node = make<MatchSequence>(start);
  node->patterns = list.in(arena_);
  return node;
}

Pattern* Grammar::maybe_star_pattern() {
  return at(TokenKind::Star) ? star_pattern() : pattern();
}

Pattern* Grammar::star_pattern() {
  Position start = take().position;
  std::string_view captured = capture_name();
  MatchStar* node = make<MatchStar>(start);
  node->name = captured;
  return node;
}

// '{' [key ':' pattern, …] ['**' NAME] '}'
Pattern* Grammar::mapping_pattern() {
  Position start = take().position;
  Collector<Expression*> keys(expression_stack_);
  Collector<Pattern*> values(pattern_stack_);
  std::string_view rest;
  while (!at(TokenKind::RightBrace)) {
    if (accept(TokenKind::DoubleStar)) {
      rest = capture_name();
      if (rest.empty()) --cursor_, fail();
      accept(TokenKind::Comma);
      break;
    }
    keys.add(mapping_key());
    expect(TokenKind::Colon);
    values.add(pattern());
    if (!accept(TokenKind::Comma)) break;
  }
  expect(TokenKind::RightBrace);
  MatchMapping* node = make<MatchMapping>(start);
  node->keys = keys.in(arena_);
  node->patterns = values.in(arena_);
  node->rest = rest;
  return node;
}

Expression* Grammar::mapping_key() {
  if (!at(TokenKind::Name)) return literal_expression();
  Position start = peek().position;
  Expression* value = name_atom();
  if (!at(TokenKind::Dot)) fail();
  while (at(TokenKind::Dot)) value = attribute(start, value);
  return value;
}

Pattern* Grammar::class_pattern(const Position& start, Expression* cls) {
  expect(TokenKind::LeftParenthesis);
  Collector<Pattern*> positional(pattern_stack_);
  std::vector<Pattern*> keyword_patterns;
  Collector<std::string_view> names(name_stack_);
  while (!at(TokenKind::RightParenthesis)) {
    if (at(TokenKind::Name) && peek(1).kind == TokenKind::Equal) {
      names.add(expect_name());
      take();
      keyword_patterns.push_back(pattern());
    } else {
      if (names.size() != 0 && diagnosing_) diagnose_late_pattern();
      if (names.size() != 0) fail();
      positional.add(pattern());
    }
    if (!accept(TokenKind::Comma)) break;
  }
  expect(TokenKind::RightParenthesis);
  MatchClass* node = make<MatchClass>(start);
  node->cls = cls;
  node->patterns = positional.in(arena_);
  node->keyword_names = names.in(arena_);
  node->keyword_patterns = arena_.copy(keyword_patterns);
  return node;
}

// A number (`-1`, `2 + 3j`), a string, None, True or False.
Expression* Grammar::literal_expression() {
  switch (peek().kind) {
    case TokenKind::String: return strings();
    case TokenKind::None: return constant(ConstantKind::None);
    case TokenKind::True: return constant(ConstantKind::True);
    case TokenKind::False: return constant(ConstantKind::False);
    default: break;
  }
  Position start = peek().position;
  Expression* real = signed_number();
  bool plus = at(TokenKind::Plus);
  if (!plus && !at(TokenKind::Minus)) return real;
  take();
  if (!at(TokenKind::Number)) fail();
  Expression* imaginary = number();
  check_complex(real, imaginary);
  BinOp* node = make<BinOp>(start);
  node->left = real;
  node->op = plus ? BinaryOperator::Add : BinaryOperator::Subtract;
  node->right = imaginary;
  return node;
}

// `case 1 + 2j`: real first, then imaginary.
void Grammar::check_complex(const Expression* real, const Expression* imaginary) {
  auto is_imaginary = [](const Expression* value) {
    return as<Constant>(value)->constant == ConstantKind::Imaginary;
  };
  bool is_negative = real->kind == ExpressionKind::UnaryOp;
  const Expression* magnitude = is_negative ? as<UnaryOp>(real)->operand : real;
  if (is_imaginary(magnitude)) fail_at_range(magnitude->position, "real number required in complex literal");
  if (!is_imaginary(imaginary))
    fail_at_range(imaginary->position, "imaginary number required in complex literal");
}

Expression* Grammar::signed_number() {
  Position start = peek().position;
  bool negative = accept(TokenKind::Minus);
  if (!at(TokenKind::Number)) fail();
  Expression* value = number();
  if (!negative) return value;
  UnaryOp* node = make<UnaryOp>(start);
  node->op = UnaryOperator::Negative;
  node->operand = value;
  return node;
}

}  // namespace gilsim::syntax
