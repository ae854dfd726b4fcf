#include "interpreter/modules/re/character_set.h"

#include <algorithm>

#include "interpreter/modules/re/other_cases.h"
#include "interpreter/objects/character.h"

namespace gilsim::python::re {

namespace {

bool is_named_by(char32_t c, char letter, bool unicode) {
  if (!unicode && c >= 0x80) return false;
  switch (letter) {
    case 'd': return decimal_value(c) >= 0;
    // Unlike str.isspace(), the ASCII \s leaves out the separators from \x1c to \x1f.
    case 's': return unicode ? is_space_character(c) : c == ' ' || (c >= '\t' && c <= '\r');
    default: return c == '_' || is_alphabetic(c) || is_numeric(c);
  }
}

}  // namespace

bool is_in_category(char32_t character, Category category) {
  return is_named_by(character, category.letter, category.unicode) != category.negated;
}

std::vector<CharacterRange> normalize(std::vector<CharacterRange> ranges, char32_t widest) {
  std::sort(ranges.begin(), ranges.end(), [](auto& a, auto& b) { return a.first < b.first; });
  std::vector<CharacterRange> result;
  for (CharacterRange range : ranges) {
    if (range.first > widest) break;
    range.last = std::min(range.last, widest);
    if (!result.empty() && range.first <= result.back().last + 1)
      result.back().last = std::max(result.back().last, range.last);
    else
      result.push_back(range);
  }
  return result;
}

std::vector<CharacterRange> with_other_cases(std::vector<CharacterRange> ranges, bool unicode) {
  const std::vector<CasePair>& pairs = unicode ? unicode_other_cases() : ascii_other_cases();
  std::vector<CharacterRange> others;
  for (const CharacterRange& range : ranges) {
    auto pair = std::lower_bound(pairs.begin(), pairs.end(), range.first,
                                 [](const CasePair& p, char32_t c) { return p.character < c; });
    for (; pair != pairs.end() && pair->character <= range.last; ++pair)
      others.push_back({pair->other, pair->other});
  }
  ranges.insert(ranges.end(), others.begin(), others.end());
  return ranges;
}

}  // namespace gilsim::python::re
