#include "interpreter/syntax/lexer.h"

#include <algorithm>
#include <string>

#include "interpreter/syntax/number_scanner.h"
#include "interpreter/syntax/unicode.h"

namespace gilsim::syntax {
namespace {

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80);
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Up to two different letters out of r, b, u, f, in the combinations that Python knows.
bool is_string_prefix(std::string_view text) {
  std::string lower;
  for (char c : text.substr(0, 3)) lower += static_cast<char>(c | 0x20);
  return lower == "r" || lower == "b" || lower == "u" || lower == "f" || lower == "rb" || lower == "br" ||
         lower == "rf" || lower == "fr";
}

char closing_of(char opening) {
  return opening == '(' ? ')' : opening == '[' ? ']' : '}';
}

class Lexer {
 public:
  explicit Lexer(const Source& source)
      : source_(source), text_(source.text()), end_(static_cast<uint32_t>(text_.size())) {}
  Lexer(const Source& source, uint32_t begin, uint32_t end)
      : source_(source), text_(source.text()), at_(begin), end_(end), part_of_string_(true) {
    line_ = source.line_of(begin);
    line_start_ = source.line_start(line_);
    tokens_.is_part = true;
    tokens_.opening = here(begin - 1);
  }

  Tokens run();

 private:
  struct Stop {};  // thrown after a mistake was stored

  char peek(uint32_t distance = 0) const { return at_ + distance < end_ ? text_[at_ + distance] : '\0'; }
  bool at_end() const { return at_ >= end_; }
  bool inside_brackets() const { return part_of_string_ || !brackets_.empty(); }

  void cut_lines();
  void start_line();
  bool skip_blank_line();
  void change_indentation(int column, int alternate_column);
  void cut_token();
  void add_layout(TokenKind kind);
  void skip_spaces();
  void continue_line();
  void end_line();
  void cut_name_or_prefixed_string();
  void check_name(uint32_t begin);
  void cut_string(uint32_t begin);
  void cut_number();
  void cut_operator();
  void open_bracket();
  void close_bracket(uint32_t begin);
  void finish();
  void place_at_last_line();

  void newline_passed() {
    ++line_;
    line_start_ = at_;
  }
  void add(TokenKind kind, uint32_t begin);
  Position here(uint32_t offset) const {
    int column = static_cast<int>(offset - line_start_);
    return {line_, column, line_, column};
  }
  [[noreturn]] void stop_hard(std::string message, const Position& position);
  [[noreturn]] void stop_soft(ProblemKind kind, std::string message, const Position& position);

  struct Indent {
    int column;            // tabs go to multiples of 8
    int alternate_column;  // tabs count 1: both must agree, else the meaning depends on the width of a tab
  };

  const Source& source_;
  std::string_view text_;
  uint32_t at_ = 0;
  uint32_t end_;
  bool part_of_string_ = false;
  int line_ = 1;
  uint32_t line_start_ = 0;
  uint32_t comment_ = 0;  // where the last comment began: a line's end includes its comment
  std::vector<Indent> indents_{{0, 0}};
  std::vector<OpenBracket> brackets_;
  Tokens tokens_;
};

Tokens Lexer::run() {
  try {
    cut_lines();
    finish();
  } catch (Stop) {
  }
  if (!brackets_.empty()) tokens_.never_closed = brackets_.back();
  return std::move(tokens_);
}

void Lexer::cut_lines() {
  if (!part_of_string_) start_line();
  for (;;) {
    skip_spaces();
    if (at_end()) return;
    if (peek() == '\n')
      end_line();
    else
      cut_token();
  }
}

// Measures the indentation of the next line that holds more than a comment.
void Lexer::start_line() {
  while (!at_end()) {
    int column = 0, alternate_column = 0;
    for (;; ++at_) {
      char c = peek();
      if (c == ' ')
        ++column, ++alternate_column;
      else if (c == '\t')
        column = (column / 8 + 1) * 8, ++alternate_column;
      else if (c == '\f')
        column = alternate_column = 0;
      else if (c == '\\')
        continue_line(), --at_;
      else
        break;
    }
    if (!skip_blank_line()) return change_indentation(column, alternate_column);
  }
}

bool Lexer::skip_blank_line() {
  if (peek() != '#' && peek() != '\n' && !at_end()) return false;
  at_ = static_cast<uint32_t>(std::min<size_t>(text_.find('\n', at_), end_));
  if (!at_end()) ++at_, newline_passed();
  return true;
}

void Lexer::change_indentation(int column, int alternate_column) {
  auto inconsistent = [&] {
    stop_soft(ProblemKind::Tab, "inconsistent use of tabs and spaces in indentation", {line_, 0, line_, 0});
  };
  if (column == indents_.back().column) {
    if (alternate_column != indents_.back().alternate_column) inconsistent();
  } else if (column > indents_.back().column) {
    if (indents_.size() >= kMaximumIndents) {
      stop_soft(ProblemKind::Indentation, "too many levels of indentation", {line_, 0, line_, 0});
    }
    if (alternate_column <= indents_.back().alternate_column) inconsistent();
    indents_.push_back({column, alternate_column});
    add_layout(TokenKind::Indent);
  } else {
    while (column < indents_.back().column) {
      indents_.pop_back();
      add_layout(TokenKind::Dedent);
    }
    if (column != indents_.back().column) {
      int end = static_cast<int>(source_.line(line_).size());
      // The parser must not see the dedents of a line whose indentation means nothing.
      while (tokens_.list.back().kind == TokenKind::Dedent) tokens_.list.pop_back();
      stop_soft(ProblemKind::Indentation, "unindent does not match any outer indentation level",
                {line_, end, line_, end});
    }
    if (alternate_column != indents_.back().alternate_column) inconsistent();
  }
}

// CPython reports a problem with indentation one character before the text of its line.
void Lexer::add_layout(TokenKind kind) {
  add(kind, at_);
  Position& position = tokens_.list.back().position;
  position.column = position.end_column = position.column - 1;
}

void Lexer::skip_spaces() {
  for (;;) {
    char c = peek();
    if (c == ' ' || c == '\t' || c == '\f')
      ++at_;
    else if (c == '#')
      comment_ = at_, at_ = static_cast<uint32_t>(std::min<size_t>(text_.find('\n', at_), end_));
    else if (c == '\\')
      continue_line();
    else
      return;
  }
}

void Lexer::continue_line() {
  if (peek(1) != '\n') {
    stop_soft(ProblemKind::Syntax, "unexpected character after line continuation character", here(at_ + 1));
  }
  if (at_ + 2 >= end_) stop_soft(ProblemKind::Syntax, "unexpected EOF while parsing", here(at_ + 1));
  at_ += 2;
  newline_passed();
}

void Lexer::end_line() {
  ++at_;
  if (!inside_brackets()) {
    add(TokenKind::Newline, comment_ > line_start_ ? comment_ : at_ - 1);
    newline_passed();
    start_line();
  } else {
    newline_passed();
  }
}

void Lexer::cut_token() {
  char c = peek();
  if (is_digit(c) || (c == '.' && is_digit(peek(1))))
    cut_number();
  else if (is_name_byte(c))
    cut_name_or_prefixed_string();
  else if (c == '"' || c == '\'')
    cut_string(at_);
  else
    cut_operator();
}

void Lexer::cut_name_or_prefixed_string() {
  uint32_t begin = at_;
  bool is_ascii = true;
  while (is_name_byte(peek())) is_ascii &= !(peek() & 0x80), ++at_;
  std::string_view name = text_.substr(begin, at_ - begin);
  if ((peek() == '"' || peek() == '\'') && is_string_prefix(name)) return cut_string(begin);
  if (!is_ascii) check_name(begin);
  add(is_ascii ? find_keyword(name) : TokenKind::Name, begin);
  tokens_.list.back().is_ascii = is_ascii;
}

void Lexer::check_name(uint32_t begin) {
  for (uint32_t offset = begin; offset < at_;) {
    CodePoint c = decode_utf8(text_.substr(offset, 4));
    if (!(offset == begin ? can_start_name(c.value) : can_continue_name(c.value))) {
      constexpr char digits[] = "0123456789ABCDEF";
      std::string number;
      for (int shift = c.value > 0xFFFF ? (c.value > 0xFFFFF ? 20 : 16) : 12; shift >= 0; shift -= 4) {
        number += digits[c.value >> shift & 15];
      }
      std::string character(text_.substr(offset, c.size));
      stop_hard(is_printable(c.value) ? "invalid character '" + character + "' (U+" + number + ")"
                                      : "invalid non-printable character U+" + number,
                here(offset));
    }
    offset += c.size;
  }
}

// REQUIRES: at_ stands on the opening quote; `begin` on the prefix before it.
void Lexer::cut_string(uint32_t begin) {
  char quote = peek();
  int quotes = peek(1) == quote && peek(2) == quote ? 3 : 1;
  Position start = here(begin);
  bool is_ascii = true;
  at_ += static_cast<uint32_t>(quotes);
  for (int seen = 0; seen < quotes;) {
    char c = peek();
    if (at_end() || (c == '\n' && quotes == 1)) {
      // The end of the text does not count as one more line.
      int last_line = at_end() && line_ > start.line && line_start_ == at_ ? line_ - 1 : line_;
      std::string kind = quotes == 3 ? "triple-quoted string literal" : "string literal";
      stop_hard("unterminated " + kind + " (detected at line " + std::to_string(last_line) + ")", start);
    }
    ++at_;
    seen = c == quote ? seen + 1 : 0;
    is_ascii &= !(c & 0x80);
    if (c == '\\') c = peek(), at_ += !at_end(), is_ascii &= !(c & 0x80);
    if (c == '\n') newline_passed();
  }
  add(TokenKind::String, begin);
  Token& token = tokens_.list.back();
  token.is_ascii = is_ascii;
  token.position.line = start.line;
  token.position.column = start.column;
}

void Lexer::cut_number() {
  uint32_t begin = at_;
  NumberScan scan = scan_number(text_.substr(at_, end_ - at_));
  if (scan.problem.empty()) {
    at_ += static_cast<uint32_t>(scan.size);
    return add(TokenKind::Number, begin);
  }
  Position position = here(begin + static_cast<uint32_t>(scan.problem_begin));
  position.end_column = static_cast<int>(begin - line_start_ + scan.problem_end);
  stop_hard(std::move(scan.problem), position);
}

void Lexer::cut_operator() {
  uint32_t begin = at_;
  TokenKind kind = find_operator(text_.substr(at_, std::min<size_t>(3, end_ - at_)));
  if (kind == TokenKind::Error) {
    if (!is_printable(static_cast<unsigned char>(peek()))) {
      constexpr char digits[] = "0123456789ABCDEF";
      auto byte = static_cast<unsigned char>(peek());
      stop_hard(std::string("invalid non-printable character U+00") + digits[byte >> 4] + digits[byte & 15],
                here(at_));
    }
    ++at_;
    return add(TokenKind::Unknown, begin);
  }
  switch (peek()) {
    case '(':
    case '[':
    case '{': open_bracket(); break;
    case ')':
    case ']':
    case '}': close_bracket(begin); break;
    default: break;
  }
  at_ += static_cast<uint32_t>(spelling(kind).size());
  add(kind, begin);
}

void Lexer::open_bracket() {
  if (brackets_.size() >= kMaximumBrackets) stop_hard("too many nested parentheses", here(at_));
  brackets_.push_back({peek(), line_, static_cast<int>(at_ - line_start_)});
}

void Lexer::close_bracket(uint32_t begin) {
  std::string closing(1, peek());
  if (brackets_.empty()) stop_hard("unmatched '" + closing + "'", here(begin));
  OpenBracket opening = brackets_.back();
  if (closing_of(opening.character) != closing[0]) {
    std::string message = "closing parenthesis '" + closing + "' does not match opening parenthesis '" +
                          opening.character + "'";
    if (opening.line != line_) message += " on line " + std::to_string(opening.line);
    stop_hard(std::move(message), here(begin));
  }
  brackets_.pop_back();
}

void Lexer::finish() {
  if (!brackets_.empty()) {
    OpenBracket open = brackets_.back();
    stop_soft(ProblemKind::Syntax, std::string("'") + open.character + "' was never closed",
              {open.line, open.column, open.line, open.column + 1});
  }
  for (; indents_.size() > 1; indents_.pop_back()) add(TokenKind::Dedent, at_);
  add(TokenKind::EndOfFile, at_);
  if (!part_of_string_) place_at_last_line();
  if (part_of_string_) ++tokens_.list.back().position.end_column;  // it stands for the closing parenthesis
}

// The dedents and the end of the file count as standing behind the last line's newline, as CPython reports
// them.
void Lexer::place_at_last_line() {
  int line = std::max(1, source_.line_count());
  int column = static_cast<int>(source_.line(line).size());
  for (auto token = tokens_.list.rbegin(); token != tokens_.list.rend(); ++token) {
    if (token->kind != TokenKind::EndOfFile && token->kind != TokenKind::Dedent) return;
    token->position = {line, column, line, -1};
  }
}

void Lexer::add(TokenKind kind, uint32_t begin) {
  Token token;
  token.kind = kind;
  token.level = static_cast<uint16_t>(brackets_.size() + part_of_string_);
  token.begin = begin;
  token.end = at_;
  int end_column = static_cast<int>(at_ - line_start_);
  token.position = {line_, static_cast<int>(begin - line_start_), line_, end_column};
  tokens_.list.push_back(token);
}

void Lexer::stop_hard(std::string message, const Position& position) {
  tokens_.hard_problem = source_.problem_at(ProblemKind::Syntax, std::move(message), position);
  tokens_.hard_problem->stage = ProblemStage::Lexer;
  add(TokenKind::Error, at_);
  throw Stop{};
}

void Lexer::stop_soft(ProblemKind kind, std::string message, const Position& position) {
  tokens_.soft_problem = source_.problem_at(kind, std::move(message), position);
  add(TokenKind::Error, at_);
  throw Stop{};
}

}  // namespace

Tokens tokenize(const Source& source) {
  return Lexer(source).run();
}

Tokens tokenize_part(const Source& source, uint32_t begin, uint32_t end) {
  return Lexer(source, begin, end).run();
}

}  // namespace gilsim::syntax
