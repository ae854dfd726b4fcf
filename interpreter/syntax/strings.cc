// String literals: decoding, joining of adjacent ones, and f-strings.
#include "interpreter/syntax/format_string.h"
#include "interpreter/syntax/grammar.h"
#include "interpreter/syntax/string_literal.h"

namespace gilsim::syntax {

// strings: STRING+
Expression* Grammar::strings() {
  Depth depth(*this, 4);
  size_t first = cursor_;
  while (at(TokenKind::String)) ++cursor_;
  Position whole = since(tokens_.list[first].position);
  size_t last = cursor_;
  const StringLiteral beginning = split_string(text(tokens_.list[first]));
  is_unicode_prefixed_ = beginning.unicode_prefixed;
  bool any_format = false;
  StringPieces pieces;
  for (size_t i = first; i < last; ++i) {
    StringLiteral literal = split_string(text(tokens_.list[i]));
    if (literal.bytes != beginning.bytes) fail_at_furthest("cannot mix bytes and nonbytes literals");
    any_format |= literal.format;
    if (!literal.bytes) read_string(tokens_.list[i], whole, pieces);
  }
  if (beginning.bytes) return bytes_constant(first, last, whole);
  if (!any_format) return text_constant(pieces.text, whole);
  return joined(pieces, whole);
}

void Grammar::read_string(const Token& token, const Position& whole, StringPieces& pieces) {
  StringLiteral literal = split_string(text(token));
  if (!literal.format) {
    pieces.text += decoded_text(literal.body, literal.raw);
    return;
  }
  auto begin = static_cast<uint32_t>(token.begin + literal.body_begin);
  auto end = begin + static_cast<uint32_t>(literal.body.size());
  FormatString(*this, whole, token.position, literal.raw, begin, end).read(pieces);
}

std::string Grammar::decoded_text(std::string_view body, bool raw) {
  if (raw || body.find('\\') == body.npos) return std::string(body);
  return checked(decode_text(body));
}

std::string Grammar::checked(DecodedString decoded) {
  if (decoded.problem.empty()) return std::move(decoded.text);
  fail_at_furthest(decoded.problem);
}

Expression* Grammar::bytes_constant(size_t first, size_t last, const Position& whole) {
  std::string all;
  for (size_t i = first; i < last; ++i) {
    StringLiteral literal = split_string(text(tokens_.list[i]));
    all += checked(decode_bytes(literal.body, literal.raw));
  }
  Constant* node = text_constant(all, whole);
  node->constant = ConstantKind::Bytes;
  node->is_unicode_prefixed = false;
  return node;
}

Constant* Grammar::text_constant(std::string_view value, const Position& whole) {
  Constant* node = make<Constant>(whole);
  node->position = whole;
  node->constant = ConstantKind::Text;
  node->text = arena_.copy(value);
  node->is_unicode_prefixed = is_unicode_prefixed_;
  return node;
}

void Grammar::flush_text(StringPieces& pieces, const Position& whole) {
  if (!pieces.text.empty()) pieces.values.push_back(text_constant(pieces.text, whole));
  pieces.text.clear();
}

JoinedStr* Grammar::joined(StringPieces& pieces, const Position& whole) {
  flush_text(pieces, whole);
  JoinedStr* node = make<JoinedStr>(whole);
  node->position = whole;
  node->values = arena_.copy(pieces.values);
  return node;
}

// The expression of a replacement field, parsed as if it stood in parentheses where its braces are.
Expression* Grammar::embedded_expression(uint32_t begin, uint32_t end) {
  Tokens tokens = tokenize_part(source_, begin, end);
  auto rule = [](Grammar& grammar) { return grammar.embedded(); };
  try {
    return parse_twice(arena_, source_, tokens, depth_, rule);
  } catch (Failure& failure) {
    bool from_lexer = tokens.hard_problem && tokens.hard_problem->message == failure.problem.message;
    throw Failure{true, embedded_problem(std::move(failure.problem), from_lexer, begin, end)};
  }
}

// CPython shows the expression alone, in the parentheses that it put around it; only its parser says
// "f-string".
Problem Grammar::embedded_problem(Problem problem, bool from_lexer, uint32_t begin, uint32_t end) {
  if (problem.message.starts_with("f-string: ")) return problem;
  if (!from_lexer) problem.message = "f-string: " + problem.message;
  int line = source_.line_of(begin);
  int shift = static_cast<int>(begin - source_.line_start(line)) - 1;
  if (problem.position.line == line) problem.position.column -= shift;
  if (problem.position.end_line == line) problem.position.end_column -= shift;
  problem.source_line = "(" + std::string(source_.text().substr(begin, end - begin)) + ")";
  return problem;
}

}  // namespace gilsim::syntax
