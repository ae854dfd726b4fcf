#include "interpreter/modules/re/case_classes.h"

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

std::vector<CaseClass> make_unicode_classes() {
  const std::map<char32_t, char32_t> representative = representatives();
  std::map<char32_t, CaseClass> classes;
  for (char32_t c = 0; c < kEndOfCased; ++c) {
    const auto found = representative.find(lower(c));
    if (found == representative.end() && lower(c) == c) continue;
    CaseClass& one = classes[found == representative.end() ? lower(c) : found->second];
    if (one.empty() && found == representative.end()) one.push_back(lower(c));
    one.push_back(c);
  }
  std::vector<CaseClass> result;
  for (auto& [first, members] : classes)
    if (members.size() > 1) result.push_back(std::move(members));
  return result;
}

std::vector<CaseClass> make_ascii_classes() {
  std::vector<CaseClass> result;
  for (char32_t c = 'a'; c <= 'z'; ++c) result.push_back({c - 'a' + 'A', c});
  return result;
}

}  // namespace

const std::vector<CaseClass>& unicode_case_classes() {
  static const std::vector<CaseClass> classes = make_unicode_classes();
  return classes;
}

const std::vector<CaseClass>& ascii_case_classes() {
  static const std::vector<CaseClass> classes = make_ascii_classes();
  return classes;
}

}  // namespace gilsim::python::re
