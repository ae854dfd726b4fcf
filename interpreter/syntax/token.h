// The words of a Python program, as the lexer hands them to the parser.
#pragma once

#include <cstdint>
#include <string_view>

#include "interpreter/syntax/position.h"

namespace gilsim::syntax {

enum class TokenKind : uint8_t {
#define SPECIAL(kind, meaning) kind,
#define OPERATOR(kind, spelling) kind,
#define KEYWORD(kind, spelling) kind,
#include "interpreter/syntax/tokens.def"
};

struct Token {
  TokenKind kind = TokenKind::EndOfFile;
  bool is_ascii = true;  // only names and strings can hold anything else
  uint16_t level = 0;    // how many brackets are open after this token
  uint32_t begin = 0;    // byte offsets into the source's text
  uint32_t end = 0;
  Position position;
};

// The operator that `text` begins with (the longest), or TokenKind::Error; its length is the length of
// `spelling`.
TokenKind find_operator(std::string_view text);

// The reserved word that `name` is, or TokenKind::Name.
TokenKind find_keyword(std::string_view name);

// How an operator or keyword is written; empty for the special kinds.
std::string_view spelling(TokenKind kind);

}  // namespace gilsim::syntax
