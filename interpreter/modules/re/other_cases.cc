#include "interpreter/modules/re/other_cases.h"

#include <algorithm>
#include <map>
#include <string>

#include "interpreter/objects/character.h"

namespace gilsim::python::re {

namespace {

// Unicode 14's last character with case is U+1E943.
constexpr char32_t kEndOfCased = 0x1E944;

// The simple mapping: of U+0130, the only one whose full mapping is longer, it is the first character of
// that.
char32_t lower(char32_t c) {
  char32_t mapped[3];
  to_lower(c, mapped);
  return mapped[0];
}

std::u32string upper(char32_t c) {
  char32_t mapped[3];
  return {mapped, static_cast<size_t>(to_upper(c, mapped))};
}

// Lower-case characters under the one that stands for all with the same upper case.
std::map<char32_t, char32_t> representatives() {
  std::map<std::u32string, char32_t> first_of_upper;
  std::map<char32_t, char32_t> result;
  for (char32_t c = 0; c < kEndOfCased; ++c) {
    if (lower(c) != c) continue;
    const std::u32string upper_case = upper(c);
    if (upper_case.size() == 1 && upper_case[0] == c) continue;
    result[c] = first_of_upper.emplace(upper_case, c).first->second;
  }
  return result;
}

// Characters that are all the same, by one of them. A lower-case character that is its own upper case is met
// only as what another one becomes.
std::map<char32_t, std::vector<char32_t>> make_classes() {
  const std::map<char32_t, char32_t> representative = representatives();
  std::map<char32_t, std::vector<char32_t>> classes;
  for (char32_t c = 0; c < kEndOfCased; ++c) {
    const char32_t small = lower(c);
    const auto found = representative.find(small);
    if (found != representative.end()) {
      classes[found->second].push_back(c);
    } else if (small != c) {
      if (classes[small].empty()) classes[small].push_back(small);
      classes[small].push_back(c);
    }
  }
  return classes;
}

std::vector<CasePair> make_unicode_pairs() {
  std::vector<CasePair> pairs;
  for (const auto& [first, members] : make_classes())
    for (const char32_t one : members)
      for (const char32_t other : members)
        if (one != other) pairs.push_back({one, other});
  std::stable_sort(pairs.begin(), pairs.end(), [](auto& a, auto& b) { return a.character < b.character; });
  return pairs;
}

std::vector<CasePair> make_ascii_pairs() {
  std::vector<CasePair> pairs;
  for (char32_t c = 'A'; c <= 'Z'; ++c) pairs.push_back({c, c | 32});
  for (char32_t c = 'a'; c <= 'z'; ++c) pairs.push_back({c, c & ~char32_t{32}});
  return pairs;
}

}  // namespace

const std::vector<CasePair>& unicode_other_cases() {
  static const std::vector<CasePair> pairs = make_unicode_pairs();
  return pairs;
}

const std::vector<CasePair>& ascii_other_cases() {
  static const std::vector<CasePair> pairs = make_ascii_pairs();
  return pairs;
}

}  // namespace gilsim::python::re
