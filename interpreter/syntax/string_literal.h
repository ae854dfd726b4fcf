// One string literal: its prefix, its body between the quotes, and what the escapes in it mean.
#pragma once

#include <string>
#include <string_view>

namespace gilsim::syntax {

struct StringLiteral {
  bool raw = false;
  bool bytes = false;
  bool format = false;
  bool unicode_prefixed = false;
  size_t body_begin = 0;  // bytes from the token's start
  std::string_view body;
};

// REQUIRES: `token` is the text of a String token.
StringLiteral split_string(std::string_view token);

struct DecodedString {
  std::string text;
  std::string problem;  // CPython's words; empty: fine
};

// Replaces the escapes of a str body (not raw).
DecodedString decode_text(std::string_view body);

// Replaces the escapes of a bytes body, unless it is raw, and refuses what is not ASCII.
DecodedString decode_bytes(std::string_view body, bool raw);

}  // namespace gilsim::syntax
