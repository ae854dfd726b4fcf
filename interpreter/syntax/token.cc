#include "interpreter/syntax/token.h"

#include <array>
#include <vector>

namespace gilsim::syntax {
namespace {

struct Word {
  TokenKind kind;
  std::string_view spelling;
};

constexpr Word kOperators[] = {
#define OPERATOR(kind, spelling) {TokenKind::kind, spelling},
#include "interpreter/syntax/tokens.def"
};
constexpr Word kKeywords[] = {
#define KEYWORD(kind, spelling) {TokenKind::kind, spelling},
#include "interpreter/syntax/tokens.def"
};
constexpr std::string_view kSpellings[] = {
#define SPECIAL(kind, meaning) "",
#define OPERATOR(kind, spelling) spelling,
#define KEYWORD(kind, spelling) spelling,
#include "interpreter/syntax/tokens.def"
};

// Words by their first character, so that a look-up compares with few of them.
class WordTable {
 public:
  template <size_t size>
  explicit WordTable(const Word (&words)[size]) {
    for (const Word& word : words)
      buckets_[static_cast<unsigned char>(word.spelling[0]) % 128].push_back(word);
  }
  const std::vector<Word>& starting_with(char first) const {
    return buckets_[static_cast<unsigned char>(first) % 128];
  }

 private:
  std::array<std::vector<Word>, 128> buckets_;
};

}  // namespace

TokenKind find_operator(std::string_view text) {
  static const WordTable table(kOperators);
  if (text.empty()) return TokenKind::Error;
  Word longest{TokenKind::Error, ""};
  for (const Word& word : table.starting_with(text[0])) {
    if (word.spelling.size() > longest.spelling.size() && text.starts_with(word.spelling)) longest = word;
  }
  return longest.kind;
}

TokenKind find_keyword(std::string_view name) {
  static const WordTable table(kKeywords);
  if (name.empty()) return TokenKind::Name;
  for (const Word& word : table.starting_with(name[0])) {
    if (word.spelling == name) return word.kind;
  }
  return TokenKind::Name;
}

std::string_view spelling(TokenKind kind) {
  return kSpellings[static_cast<size_t>(kind)];
}

}  // namespace gilsim::syntax
