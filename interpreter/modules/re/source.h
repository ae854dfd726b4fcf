// The text of a pattern or replacement, read in tokens: characters, and backslashes together with what they
// escape.
#pragma once

#include <string>
#include <string_view>

#include "interpreter/modules/re/syntax_tree.h"

namespace gilsim::python::re {

// One character, or a backslash and the escaped one; nothing at the end.
struct Token {
  char32_t first = 0, second = 0;
  int size = 0;

  bool operator==(char32_t character) const { return size == 1 && first == character; }
  bool is_escape() const { return size == 2; }
  bool is_one_of(std::u32string_view characters) const {
    return size == 1 && characters.find(first) != characters.npos;
  }
  explicit operator bool() const { return size > 0; }
};

inline constexpr std::u32string_view kDigits = U"0123456789", kOctalDigits = U"01234567",
                                     kHexDigits = U"0123456789abcdefABCDEF";

// The first problem stays and ends the text: whoever reads on finds nothing more, so most callers need not
// look.
class Source {
 public:
  Source(std::u32string text, bool is_text) : text_(std::move(text)), is_text_(is_text) { read(); }

  bool is_text() const { return is_text_; }
  const Token& next() const { return next_; }
  Token take() {
    const Token token = next_;
    read();
    return token;
  }
  bool skip(char32_t character) {
    const bool fits = next_ == character;
    if (fits) read();
    return fits;
  }
  // Up to `most` tokens out of `characters`.
  std::u32string take_while(int most, std::u32string_view characters);
  // What stands before `terminator`, which is skipped. `what` names it in problems.
  std::u32string take_until(char32_t terminator, std::string_view what);

  int64_t position() const { return end_ - next_.size; }
  void seek(int64_t position) {
    end_ = position;
    read();
  }

  // The position is so much before the present one.
  void fail(std::string message, int64_t before = 0) {
    fail({Problem::Kind::PatternError, std::move(message), position() - before});
  }
  void fail(Problem problem);
  bool has_failed() const { return problem_.kind != Problem::Kind::None; }
  const Problem& problem() const { return problem_; }

 private:
  void read();

  std::u32string text_;
  bool is_text_;
  Token next_;
  int64_t end_ = 0;  // of next_
  Problem problem_;
};

// For messages: as UTF-8; of bytes patterns what is beyond ASCII becomes \xNN.
std::string shown(std::u32string_view text, bool is_text);
// The same as repr() shows a str.
std::string quoted(std::u32string_view text, bool is_text);
inline std::string shown(const Token& token, bool is_text) {
  const char32_t characters[] = {token.first, token.second};
  return shown({characters, static_cast<size_t>(token.size)}, is_text);
}

bool is_ascii_letter(char32_t character);
bool is_identifier(std::u32string_view name);
bool is_ascii(std::u32string_view text);
// What is said of names that will not be allowed for ever; the source has been read up to `position`, behind
// it.
PatternWarning warning_of_name(std::u32string_view name, bool is_text, int64_t position);
bool is_ascii_number(std::u32string_view text);
// What int() reads, when it is not negative; -1: nothing such. Larger numbers than can be groups are
// INT32_MAX.
int read_group_number(std::u32string_view text);
// A number of `base` out of digits that are known to be such.
uint64_t read_number(std::u32string_view digits, int base);
// \a \f \n \r \t \v \\ as a character; 0: another escape.
char32_t simple_escape(char32_t escaped);

}  // namespace gilsim::python::re
