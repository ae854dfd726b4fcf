// Replacement fields: takes the body of an f-string apart into text and expressions, as CPython 3.11 does
// (before PEP 701: no backslash, comment or quote of the string's own kind in an expression).
#pragma once

#include <string>
#include <vector>

#include "interpreter/syntax/grammar.h"

namespace gilsim::syntax {

// What adjacent string literals add up to: text runs together until an expression comes between.
struct StringPieces {
  std::string text;
  std::vector<Expression*> values;
};

class FormatString {
 public:
  // REQUIRES: body stands from `begin` to `end` in the source. `whole` is where the joined string stands,
  // `token` where this part of it does (which is what CPython gives a format specification).
  FormatString(Grammar& grammar, const Position& whole, const Position& token, bool raw, uint32_t begin,
               uint32_t end)
      : grammar_(grammar), whole_(whole), token_(token), raw_(raw), at_(begin), end_(end) {}

  // Appends to `pieces`. Nesting 0 is the string itself, 1 a format specification in it.
  void read(StringPieces& pieces, int nesting = 0);

 private:
  char peek(uint32_t distance = 0) const { return at_ + distance < end_ ? text()[at_ + distance] : '\0'; }
  std::string_view text() const { return grammar_.source_.text(); }
  std::string_view slice(uint32_t begin, uint32_t end) const { return text().substr(begin, end - begin); }

  void read_text(StringPieces& pieces, int nesting);
  void read_field(StringPieces& pieces, int nesting);
  Expression* field_expression();
  uint32_t find_expression_end();
  bool ends_expression(char c);
  void skip_quoted(char quote);
  int conversion();
  JoinedStr* specification(int nesting);
  [[noreturn]] void fail(const std::string& message) { grammar_.fail_at_furthest(message); }

  Grammar& grammar_;
  Position whole_;
  Position token_;
  bool raw_;
  uint32_t at_;
  uint32_t end_;
};

}  // namespace gilsim::syntax
