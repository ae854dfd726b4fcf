#include "interpreter/syntax/format_string.h"

namespace gilsim::syntax {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == '\v';
}

}  // namespace

void FormatString::read(StringPieces& pieces, int nesting) {
  for (;;) {
    read_text(pieces, nesting);
    if (at_ >= end_ || peek() == '}') return;
    read_field(pieces, nesting);
  }
}

// Up to the next field or, in a specification, its end. Doubled braces stand for themselves, except there.
void FormatString::read_text(StringPieces& pieces, int nesting) {
  uint32_t begin = at_;
  auto flush = [&](uint32_t until) {
    if (until > begin) pieces.text += grammar_.decoded_text(slice(begin, until), raw_);
  };
  while (at_ < end_) {
    char c = peek();
    if (c == '\\' && !raw_ && at_ + 1 < end_) {
      if (peek(1) == 'N' && peek(2) == '{') {
        while (at_ < end_ && peek() != '}') ++at_;
      } else if (peek(1) == '{' || peek(1) == '}') {
        ++at_;  // the backslash is text, the brace a brace
        continue;
      } else {
        ++at_;
      }
      at_ += at_ < end_;
    } else if (c != '{' && c != '}') {
      ++at_;
    } else if (nesting == 0 && peek(1) == c) {
      flush(at_ + 1);
      at_ += 2;
      begin = at_;
    } else {
      if (nesting == 0 && c == '}') fail("f-string: single '}' is not allowed");
      break;
    }
  }
  flush(at_);
}

// '{' expression ['='] ['!' conversion] [':' specification] '}'
void FormatString::read_field(StringPieces& pieces, int nesting) {
  if (nesting >= 2) fail("f-string: expressions nested too deeply");
  uint32_t begin = ++at_;
  Expression* value = field_expression();
  bool self_documenting = peek() == '=';
  if (self_documenting) {
    ++at_;
    while (at_ < end_ && is_space(peek())) ++at_;
    pieces.text += slice(begin, at_);
  }
  int converted = peek() == '!' ? conversion() : -1;
  JoinedStr* format_spec = peek() == ':' ? specification(nesting) : nullptr;
  if (peek() != '}') fail("f-string: expecting '}'");
  ++at_;
  if (self_documenting && converted == -1 && !format_spec) converted = 'r';
  grammar_.flush_text(pieces, whole_);
  auto* node = grammar_.arena_.make<FormattedValue>();
  node->kind = FormattedValue::Kind;
  node->position = whole_;
  node->value = value;
  node->conversion = converted;
  node->format_spec = format_spec;
  pieces.values.push_back(node);
}

Expression* FormatString::field_expression() {
  uint32_t begin = at_;
  uint32_t end = find_expression_end();
  bool is_empty = true;
  for (char c : slice(begin, end)) is_empty &= is_space(c);
  if (is_empty && peek() != '}') fail(std::string("f-string: expression required before '") + peek() + "'");
  if (is_empty) fail("f-string: empty expression not allowed");
  return grammar_.embedded_expression(begin, end);
}

// Moves to the character that ends the expression: `}`, `:`, `!` or `=` outside of brackets and quotes.
uint32_t FormatString::find_expression_end() {
  std::string open;
  while (at_ < end_) {
    char c = peek();
    if (c == '\\') fail("f-string expression part cannot include a backslash");
    if (c == '#') fail("f-string expression part cannot include '#'");
    if (c == '\'' || c == '"') {
      skip_quoted(c);
      continue;
    }
    if (open.empty() && (c == '!' || c == '=' || c == '<' || c == '>') && peek(1) == '=') {
      at_ += 2;
      continue;
    }
    if (open.empty() && (c == '!' || c == ':' || c == '=' || c == '}')) break;
    if (c == '(' || c == '[' || c == '{') {
      if (open.size() >= kMaximumBrackets) fail("f-string: too many nested parenthesis");
      open += c;
    } else if (c == ')' || c == ']' || c == '}') {
      if (open.empty()) fail(std::string("f-string: unmatched '") + c + "'");
      char wanted = open.back() == '(' ? ')' : open.back() == '[' ? ']' : '}';
      if (c != wanted) {
        fail(std::string("f-string: closing parenthesis '") + c + "' does not match opening parenthesis '" +
             open.back() + "'");
      }
      open.pop_back();
    }
    ++at_;
  }
  if (!open.empty()) fail(std::string("f-string: unmatched '") + open.back() + "'");
  if (at_ >= end_) fail("f-string: expecting '}'");
  return at_;
}

void FormatString::skip_quoted(char quote) {
  bool triple = peek(1) == quote && peek(2) == quote;
  uint32_t quotes = triple ? 3 : 1;
  at_ += quotes;
  for (; at_ < end_; ++at_) {
    if (peek() == '\\') fail("f-string expression part cannot include a backslash");
    if (peek() == quote && (!triple || (peek(1) == quote && peek(2) == quote))) {
      at_ += quotes;
      return;
    }
  }
  fail("f-string: unterminated string");
}

int FormatString::conversion() {
  ++at_;
  char c = peek();
  if (at_ >= end_) fail("f-string: expecting '}'");
  ++at_;
  if (c != 's' && c != 'r' && c != 'a') {
    fail("f-string: invalid conversion character: expected 's', 'r', or 'a'");
  }
  return c;
}

JoinedStr* FormatString::specification(int nesting) {
  ++at_;
  StringPieces pieces;
  read(pieces, nesting + 1);
  return grammar_.joined(pieces, token_);
}

}  // namespace gilsim::syntax
