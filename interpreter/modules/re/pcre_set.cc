#include "interpreter/modules/re/pcre_set.h"

#include <fmt/format.h>

#include <algorithm>

namespace gilsim::python::re {

namespace {

constexpr char32_t kLastSpace = 0x3000;

std::vector<CharacterRange> complement(const std::vector<CharacterRange>& sorted, char32_t widest) {
  std::vector<CharacterRange> result;
  char32_t from = 0;
  for (const CharacterRange& range : sorted) {
    if (range.first > from) result.push_back({from, range.first - 1});
    from = range.last + 1;
  }
  if (from <= widest) result.push_back({from, widest});
  return result;
}

// The characters of a category up to `last`.
std::vector<CharacterRange> members(Category category, char32_t last) {
  std::vector<CharacterRange> result;
  for (char32_t c = 0; c <= last; ++c) {
    if (!is_in_category(c, category)) continue;
    if (!result.empty() && result.back().last + 1 == c)
      result.back().last = c;
    else
      result.push_back({c, c});
  }
  return result;
}

const std::vector<CharacterRange>& unicode_spaces() {
  static const std::vector<CharacterRange> ranges = members({'s', false, true}, kLastSpace);
  return ranges;
}

std::string text_of(const std::vector<CharacterRange>& ranges) {
  std::string result;
  for (const CharacterRange& range : ranges) {
    result += pcre_character(range.first);
    if (range.last > range.first) result += "-" + pcre_character(range.last);
  }
  return result;
}

// Inside brackets, for wide characters. Xwd is what Python's \w is.
std::string text_of(Category category, char32_t widest) {
  const char property = category.negated ? 'P' : 'p';
  if (category.unicode && category.letter == 'd') return fmt::format("\\{}{{Nd}}", property);
  if (category.unicode && category.letter == 'w') return fmt::format("\\{}{{Xwd}}", property);
  const auto positive = category.unicode ? unicode_spaces() : members({category.letter, false, false}, 0x7F);
  return text_of(category.negated ? complement(positive, widest) : positive);
}

std::string bracketed(const std::vector<CharacterRange>& ranges) {
  if (ranges.empty()) return kNeverMatches;
  if (ranges.size() == 1 && ranges[0].first == ranges[0].last) return pcre_character(ranges[0].first);
  return "[" + text_of(ranges) + "]";
}

// All 256 characters are asked, so that PCRE2 needs a bitmap only.
std::string narrow_set(const CharacterSet& set, std::vector<CharacterRange> ranges, char32_t widest) {
  for (const Category& category : set.categories) {
    const auto more = members(category, widest);
    ranges.insert(ranges.end(), more.begin(), more.end());
  }
  ranges = normalize(std::move(ranges), widest);
  return bracketed(set.negated ? complement(ranges, widest) : ranges);
}

}  // namespace

std::string pcre_character(char32_t c) {
  const bool is_plain =
      (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == ' ';
  return is_plain ? std::string(1, static_cast<char>(c))
                  : fmt::format("\\x{{{:x}}}", static_cast<uint32_t>(c));
}

std::string pcre_set(const CharacterSet& set, bool ignore_case, bool unicode, char32_t widest) {
  auto ranges = ignore_case ? with_other_cases(set.ranges, unicode) : set.ranges;
  if (widest <= 0xFF) return narrow_set(set, std::move(ranges), widest);
  ranges = normalize(std::move(ranges), widest);
  if (set.categories.empty() && !set.negated) return bracketed(ranges);
  if (set.categories.empty() && ranges.empty()) return bracketed({{0, widest}});
  std::string text = text_of(ranges);
  for (const Category& category : set.categories) text += text_of(category, widest);
  return (set.negated ? "[^" : "[") + text + "]";
}

}  // namespace gilsim::python::re
