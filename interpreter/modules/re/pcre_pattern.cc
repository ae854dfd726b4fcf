#include "interpreter/modules/re/pcre_pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "interpreter/modules/re/pcre_set.h"

namespace gilsim::python::re {

namespace {

// Nanoseconds of a step, more for the first one in a group that is captured, and of a character that is
// looked for backward.
constexpr int kStepCost = 14, kCaptureCost = 12, kLookCost = 1;
constexpr int kLargestCallout = 255;
constexpr uint32_t kMostRepeats = 65535;   // in PCRE2
constexpr uint32_t kEndless = 10'000'000;  // more repeats than subjects are long

class Writer {
 public:
  Writer(const ParsedPattern& pattern, char32_t widest) : pattern_(pattern), widest_(widest) {}

  std::string write() {
    text_ = "(?:";
    write(pattern_.root);
    text_ += fmt::format(")(?C{})", kEndCallout);
    return std::move(text_);
  }

 private:
  bool is_unicode(const Node& node) const { return pattern_.is_text && !(node.flags & kAscii); }
  void write(const Node& node);
  void write_all(const std::vector<Node>& nodes, std::string_view separator = "");
  void write_enclosed(std::string_view opening, const Node& node);
  void write_step(int cost = kStepCost) {
    text_ +=
        fmt::format("(?C{})", std::min(cost + std::exchange(opened_, 0) * kCaptureCost, kLargestCallout));
  }
  void write_single(const Node& node);
  void write_backreference(const Node& node);
  void write_boundary(const Node& node);
  void write_conditional(const Node& node);
  void write_look_around(const Node& node);
  void write_repeat(const Node& node);
  void write_many_repeats(const Node& node, const std::string& repeated);
  std::string single(const Node& node) const;
  std::string repeatable(const Node& node);

  const ParsedPattern& pattern_;
  char32_t widest_;
  std::string text_;
  int opened_ = 0;             // captured groups since the last step
  bool after_repeat_ = false;  // of one character, as often as possible
  bool in_literals_ = false;   // the step that counts for a row of literals stands in front of it
};

void Writer::write(const Node& node) {
  if (node.kind != NodeKind::Literal) in_literals_ = after_repeat_ = false;
  switch (node.kind) {
    case NodeKind::Literal:
    case NodeKind::AnyCharacter:
    case NodeKind::Set: return write_single(node);
    case NodeKind::LineStart: text_ += node.flags & kMultiline ? "^" : "\\A"; return;
    case NodeKind::LineEnd: text_ += node.flags & kMultiline ? "$" : "\\Z"; return;
    case NodeKind::TextStart: text_ += "\\A"; return;
    case NodeKind::TextEnd: text_ += "\\z"; return;
    case NodeKind::WordBoundary:
    case NodeKind::NoWordBoundary: return write_boundary(node);
    case NodeKind::Backreference: return write_backreference(node);
    case NodeKind::Group: return write_enclosed(node.group ? "(" : "(?:", node);
    case NodeKind::Atomic: return write_enclosed("(?>", node);
    case NodeKind::Lookahead:
    case NodeKind::Lookbehind: return write_look_around(node);
    case NodeKind::Conditional: return write_conditional(node);
    case NodeKind::Repeat: return write_repeat(node);
    case NodeKind::Branches: return write_all(node.children, "|");
    case NodeKind::Sequence: return write_all(node.children);
  }
}

void Writer::write_all(const std::vector<Node>& nodes, std::string_view separator) {
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (i) text_ += separator;
    write(nodes[i]);
  }
}

void Writer::write_enclosed(std::string_view opening, const Node& node) {
  text_ += opening;
  if (node.group) ++opened_;
  write_all(node.children);
  text_ += ")";
  in_literals_ = false;
}

std::string Writer::single(const Node& node) const {
  if (node.kind == NodeKind::AnyCharacter) return node.flags & kDotAll ? "." : "\\N";
  const bool ignore_case = node.flags & kIgnoreCase;
  if (node.kind == NodeKind::Set) return pcre_set(node.set, ignore_case, is_unicode(node), widest_);
  CharacterSet set;
  set.add(node.character);
  return pcre_set(set, ignore_case, is_unicode(node), widest_);
}

void Writer::write_single(const Node& node) {
  const bool is_literal = node.kind == NodeKind::Literal;
  if (!in_literals_) write_step(is_literal && std::exchange(after_repeat_, false) ? kLookCost : kStepCost);
  in_literals_ = is_literal;
  text_ += single(node);
}

void Writer::write_backreference(const Node& node) {
  write_step();
  const std::string reference = fmt::format("\\g{{{}}}", node.group);
  text_ += node.flags & kIgnoreCase ? "(?i:" + reference + ")" : reference;
}

// In an empty subject there is no \B either. A boundary of other words than the whole pattern's is spelt out.
void Writer::write_boundary(const Node& node) {
  const bool negated = node.kind == NodeKind::NoWordBoundary;
  if (is_unicode(node) == static_cast<bool>(pattern_.flags & kUnicode)) {
    text_ += negated ? "\\B(?!\\A\\z)" : "\\b";
    return;
  }
  CharacterSet words;
  words.categories.push_back({'w', false, is_unicode(node)});
  const std::string word = pcre_set(words, false, false, widest_);
  text_ += negated ? fmt::format("(?:(?<={0})(?={0})|(?<!{0})(?!{0}))(?!\\A\\z)", word)
                   : fmt::format("(?:(?<={0})(?!{0})|(?<!{0})(?={0}))", word);
}

void Writer::write_look_around(const Node& node) {
  const bool behind = node.kind == NodeKind::Lookbehind;
  write_enclosed(behind ? (node.negated ? "(?<!" : "(?<=") : (node.negated ? "(?!" : "(?="), node);
}

void Writer::write_conditional(const Node& node) {
  text_ += fmt::format("(?({})", node.group);
  write_all(node.children, "|");
  text_ += ")";
  in_literals_ = false;
}

// --- repeats
// ----------------------------------------------------------------------------------------------------------

bool is_single(const Node& node) {
  return node.kind == NodeKind::Literal || node.kind == NodeKind::AnyCharacter || node.kind == NodeKind::Set;
}

// The character behind (?:x).
const Node& without_group(const Node& node) {
  if (node.kind != NodeKind::Group || node.group || node.children[0].kind != NodeKind::Sequence) return node;
  const std::vector<Node>& parts = node.children[0].children;
  return parts.size() == 1 && is_single(parts[0]) ? parts[0] : node;
}

bool has_captures(const Node& node) {
  return (node.kind == NodeKind::Group && node.group) ||
         std::any_of(node.children.begin(), node.children.end(), has_captures);
}

std::string times(uint32_t least, uint32_t most, Greed greed) {
  std::string result = least == most        ? fmt::format("{{{}}}", least)
                       : most != kUnlimited ? fmt::format("{{{},{}}}", least, most)
                       : least == 0         ? "*"
                       : least == 1         ? "+"
                                            : fmt::format("{{{},}}", least);
  if (greed != Greed::Greedy) result += greed == Greed::Lazy ? "?" : "+";
  return result;
}

// The text of a part in a form that a quantifier can follow.
std::string Writer::repeatable(const Node& node) {
  if (is_single(node)) {
    std::string text = single(node);
    return text[0] == '(' ? "(?:" + text + ")" : text;
  }
  const std::string before = std::exchange(text_, "");
  const bool is_enclosed = node.kind == NodeKind::Group || node.kind == NodeKind::Atomic;
  if (is_enclosed)
    write(node);
  else {
    text_ += "(?:";
    write(node);
    text_ += ")";
  }
  return std::exchange(text_, before);
}

void Writer::write_repeat(const Node& node) {
  const Node& part = without_group(node.children[0]);
  // PCRE2 asks for a fixed width inside look-behind even of what is never there, or never wide.
  const bool is_plain = !has_captures(part), is_empty = width_of(part, pattern_.group_widths).most == 0;
  if (is_plain && (node.most == 0 || (is_empty && node.least == 0))) return;
  if (is_plain && is_empty) return write(part);
  if (is_single(part)) write_step();
  const std::string repeated = repeatable(part);
  in_literals_ = false;
  // As `{0}`, PCRE2 would let it decide whether the pattern is anchored.
  if (node.most == 0)
    text_ += fmt::format("(?:{}{}|)", kNeverMatches, repeated);
  else if (node.least <= kMostRepeats && (node.most <= kMostRepeats || node.most == kUnlimited))
    text_ += repeated + times(node.least, node.most, node.greed);
  else
    write_many_repeats(node, repeated);
  after_repeat_ = is_single(part) && node.greed == Greed::Greedy;
}

// More repeats than PCRE2 counts stand one behind the other. A group can be named once only, so that one with
// captures is repeated without end instead.
void Writer::write_many_repeats(const Node& node, const std::string& repeated) {
  if (has_captures(node)) {
    text_ += repeated + times(std::min(node.least, kMostRepeats), kUnlimited, node.greed);
    return;
  }
  if (node.least > kEndless) {
    text_ += kNeverMatches;
    return;
  }
  const Greed greed = node.greed == Greed::Lazy ? Greed::Lazy : Greed::Greedy;
  text_ += node.greed == Greed::Possessive ? "(?>" : "(?:";
  for (uint32_t left = node.least; left > 0; left -= std::min(left, kMostRepeats))
    text_ += repeated + times(std::min(left, kMostRepeats), std::min(left, kMostRepeats), greed);
  if (node.most > kEndless)
    text_ += repeated + times(0, kUnlimited, greed);
  else
    for (uint32_t left = node.most - node.least; left > 0; left -= std::min(left, kMostRepeats))
      text_ += repeated + times(0, std::min(left, kMostRepeats), greed);
  text_ += ")";
}

}  // namespace

std::string pcre_pattern(const ParsedPattern& pattern, char32_t widest) {
  return Writer(pattern, widest).write();
}

}  // namespace gilsim::python::re
