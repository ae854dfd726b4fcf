// Cuts a source text into tokens: names, numbers, strings, operators, and the line ends and indentation that
// Python's grammar is built on. The whole text is cut before parsing starts, in one pass.
//
// As in CPython there are two strengths of mistakes. A hard one (unterminated string, bad number, stray
// bracket) makes the whole text invalid, whatever the parser thinks of the lines before. A soft one
// (inconsistent indentation, stray backslash) becomes an Error token at the end of the tokens and counts only
// if the parser gets there.
#pragma once

#include <optional>
#include <vector>

#include "interpreter/syntax/problem.h"
#include "interpreter/syntax/source.h"
#include "interpreter/syntax/token.h"

namespace gilsim::syntax {

struct OpenBracket {
  char character;
  int line;
  int column;
};

struct Tokens {
  bool is_part = false;                     // made by tokenize_part
  Position opening;                         // of a part: the brace before it
  std::vector<Token> list;                  // ends with an EndOfFile or an Error token
  std::optional<Problem> hard_problem;      // cutting stopped there
  std::optional<Problem> soft_problem;      // what the Error token means
  std::optional<OpenBracket> never_closed;  // the innermost bracket still open where cutting stopped
};

constexpr int kMaximumBrackets = 200;
constexpr int kMaximumIndents = 100;

Tokens tokenize(const Source& source);

// Cuts a part of the text, as if it stood in parentheses: the expression in a replacement field of an
// f-string.
Tokens tokenize_part(const Source& source, uint32_t begin, uint32_t end);

}  // namespace gilsim::syntax
