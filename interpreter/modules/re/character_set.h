// What may stand in one place of a subject: characters by range, and \d, \s, \w and their opposites.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace gilsim::python::re {

struct CharacterRange {
  char32_t first, last;  // both included
};

// \d and the like. `letter` is lower case whether or not it is negated.
struct Category {
  char letter;
  bool negated;
  bool unicode;  // otherwise ASCII only
};

struct CharacterSet {
  std::vector<CharacterRange> ranges;  // in any order, overlapping or not
  std::vector<Category> categories;
  bool negated = false;  // whether it is what is *not* named that fits

  void add(char32_t character) { ranges.push_back({character, character}); }
};

bool is_in_category(char32_t character, Category category);

// Ranges sorted, apart from each other and none beyond `widest`.
std::vector<CharacterRange> normalize(std::vector<CharacterRange> ranges, char32_t widest);

// The ranges together with all characters that are the same as one in them when case is ignored.
std::vector<CharacterRange> with_other_cases(std::vector<CharacterRange> ranges, bool unicode);

}  // namespace gilsim::python::re
