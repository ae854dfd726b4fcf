#include "interpreter/syntax/string_literal.h"

#include <algorithm>

#include "interpreter/syntax/unicode.h"
#include "interpreter/unicode/database.h"

namespace gilsim::syntax {
namespace {

int hexadecimal_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Reads a body from left to right. An escape that Python does not know stands for itself, backslash included.
class Decoder {
 public:
  Decoder(std::string_view body, bool bytes) : body_(body), bytes_(bytes) {}

  DecodedString decode() {
    result_.text.reserve(body_.size());
    while (at_ < body_.size() && result_.problem.empty()) {
      size_t backslash = std::min(body_.find('\\', at_), body_.size());
      result_.text += body_.substr(at_, backslash - at_);
      at_ = backslash;
      if (at_ < body_.size()) decode_escape();
    }
    return std::move(result_);
  }

 private:
  void put(char32_t value) {
    if (bytes_)
      result_.text += static_cast<char>(value);
    else
      append_utf8(result_.text, value);
  }

  void decode_escape() {
    size_t start = at_;
    char c = at_ + 1 < body_.size() ? body_[at_ + 1] : '\0';
    at_ += 2;
    switch (c) {
      case '\n': return;
      case '\\':
      case '\'':
      case '"': return put(static_cast<char32_t>(c));
      case 'a': return put('\a');
      case 'b': return put('\b');
      case 'f': return put('\f');
      case 'n': return put('\n');
      case 'r': return put('\r');
      case 't': return put('\t');
      case 'v': return put('\v');
      case '0':
      case '1':
      case '2':
      case '3':
      case '4':
      case '5':
      case '6':
      case '7': return decode_octal();
      case 'x': return decode_hexadecimal(start, 2, "\\xXX");
      default: break;
    }
    if (!bytes_ && c == 'u') return decode_hexadecimal(start, 4, "\\uXXXX");
    if (!bytes_ && c == 'U') return decode_hexadecimal(start, 8, "\\UXXXXXXXX");
    if (!bytes_ && c == 'N') return put_named(start);
    at_ = start + 1;  // unknown: the backslash stays, what follows is read as it is
    result_.text += '\\';
  }

  void decode_octal() {
    --at_;
    char32_t value = 0;
    for (int i = 0; i < 3 && at_ < body_.size() && body_[at_] >= '0' && body_[at_] <= '7'; ++i) {
      value = value * 8 + static_cast<char32_t>(body_[at_++] - '0');
    }
    put(bytes_ ? value & 0xFF : value);
  }

  void decode_hexadecimal(size_t start, int digits, const char* form) {
    char32_t value = 0;
    for (int i = 0; i < digits; ++i, ++at_) {
      int digit = at_ < body_.size() ? hexadecimal_value(body_[at_]) : -1;
      if (digit < 0) return fail_hexadecimal(start, form);
      value = value * 16 + static_cast<char32_t>(digit);
    }
    if (value > 0x10FFFF) return fail(start, at_, "illegal Unicode character");
    put(value);
  }
  void fail_hexadecimal(size_t start, const char* form) {
    if (bytes_) {
      result_.problem = "(value error) invalid \\x escape at position " + std::to_string(start);
    } else {
      fail(start, at_, std::string("truncated ") + form + " escape");
    }
  }

  void put_named(size_t start) {
    size_t close = at_ < body_.size() && body_[at_] == '{' ? body_.find('}', at_) : body_.npos;
    if (close == body_.npos || close == at_ + 1) {
      return fail(start, close == body_.npos ? body_.size() : close, "malformed \\N character escape");
    }
    const auto named = unicode::character_named(body_.substr(at_ + 1, close - at_ - 1));
    if (!named) return fail(start, close + 1, "unknown Unicode character name");
    put(*named);
    at_ = close + 1;
  }

  // CPython counts the positions in a copy of the body in which every character beyond ASCII is written
  // \UXXXXXXXX.
  size_t counted_position(size_t offset) const {
    size_t position = 0;
    for (size_t i = 0; i < offset && i < body_.size(); ++i) {
      auto byte = static_cast<unsigned char>(body_[i]);
      position += byte < 0x80 ? 1 : byte >= 0xC0 ? 10 : 0;
    }
    return position;
  }
  // REQUIRES: `end` is one past the last byte of the bad escape.
  void fail(size_t begin, size_t end, const std::string& reason) {
    size_t first = counted_position(begin), last = counted_position(end) - 1;
    result_.problem = "(unicode error) 'unicodeescape' codec can't decode bytes in position " +
                      std::to_string(first) + "-" + std::to_string(last) + ": " + reason;
  }

  std::string_view body_;
  bool bytes_;
  size_t at_ = 0;
  DecodedString result_;
};

}  // namespace

StringLiteral split_string(std::string_view token) {
  StringLiteral literal;
  size_t at = 0;
  for (; token[at] != '"' && token[at] != '\''; ++at) {
    switch (token[at] | 0x20) {
      case 'r': literal.raw = true; break;
      case 'b': literal.bytes = true; break;
      case 'f': literal.format = true; break;
      default: literal.unicode_prefixed = token[at] == 'u'; break;  // `U"…"` leaves no trace in the tree
    }
  }
  bool triple = token.size() >= at + 6 && token[at + 1] == token[at] && token[at + 2] == token[at];
  size_t quotes = triple ? 3 : 1;
  literal.body_begin = at + quotes;
  literal.body = token.substr(at + quotes, token.size() - at - 2 * quotes);
  return literal;
}

DecodedString decode_text(std::string_view body) {
  return Decoder(body, false).decode();
}

DecodedString decode_bytes(std::string_view body, bool raw) {
  for (char c : body) {
    if (c & 0x80) return {"", "bytes can only contain ASCII literal characters"};
  }
  if (raw) return {std::string(body), ""};
  return Decoder(body, true).decode();
}

}  // namespace gilsim::syntax
