#include "interpreter/modules/re/pattern_parser.h"

#include <fmt/format.h>

namespace gilsim::python::re {

namespace {

constexpr std::u32string_view kBlank = U" \t\n\r\v\f", kRepeats = U"*+?{";

bool is_position(NodeKind kind) {
  return kind >= NodeKind::LineStart && kind <= NodeKind::NoWordBoundary;
}

}  // namespace

ParsedPattern parse_pattern(std::u32string pattern, bool is_text, uint32_t flags) {
  return PatternParser(std::move(pattern), is_text, flags).parse();
}

PatternParser::PatternParser(std::u32string pattern, bool is_text, uint32_t flags)
    : source_(std::move(pattern), is_text), flags_(flags), global_flags_(flags), closed_{false} {
  result_.group_widths.push_back({});
  result_.is_text = is_text;
}

ParsedPattern PatternParser::parse() {
  result_.root = parse_branches(true);
  if (!source_.has_failed()) result_.flags = fit_flags(global_flags_);
  if (source_.next()) source_.fail("unbalanced parenthesis");
  for (const auto& [group, position] : condition_positions_)
    if (group > result_.group_count)
      source_.fail({Problem::Kind::PatternError, fmt::format("invalid group reference {}", group), position});
  if (!source_.has_failed()) check_widths(result_.root);
  result_.problem = source_.problem();
  return std::move(result_);
}

Node PatternParser::make_node(NodeKind kind) const {
  Node node;
  node.kind = kind;
  node.flags = flags_;
  return node;
}

Node PatternParser::parse_branches(bool outermost) {
  Node branches = make_node(NodeKind::Branches);
  do branches.children.push_back(parse_sequence(outermost && branches.children.empty()));
  while (source_.skip('|'));
  if (branches.children.size() > 1) return branches;
  Node only = std::move(branches.children[0]);
  return only;
}

// `first`: global flags may stand at its beginning.
Node PatternParser::parse_sequence(bool first) {
  Node sequence = make_node(NodeKind::Sequence);
  while (source_.next() && !source_.next().is_one_of(U"|)")) {
    const Token token = source_.take();
    if (has(kVerbose) && token.is_one_of(kBlank)) continue;
    if (has(kVerbose) && token == '#')
      skip_comment_line();
    else
      parse_item(sequence, token, first);
  }
  return sequence;
}

void PatternParser::skip_comment_line() {
  while (source_.next() && !(source_.take() == '\n')) {
  }
}

void PatternParser::parse_item(Node& sequence, const Token& token, bool first) {
  if (token.is_escape()) return parse_escape(sequence, token);
  if (token.is_one_of(kRepeats)) return parse_repeat(sequence, token);
  switch (token.first) {
    case '[': return parse_set(sequence);
    case '(': return parse_parenthesis(sequence, first);
    case '.': sequence.children.push_back(make_node(NodeKind::AnyCharacter)); return;
    case '^': sequence.children.push_back(make_node(NodeKind::LineStart)); return;
    case '$': sequence.children.push_back(make_node(NodeKind::LineEnd)); return;
    default: add_literal(sequence, token.first);
  }
}

void PatternParser::parse_repeat(Node& sequence, const Token& token) {
  const int64_t start = source_.position();
  Node repeat = make_node(NodeKind::Repeat);
  if (!read_repeat_range(token, &repeat)) {
    if (!source_.has_failed()) add_literal(sequence, '{');
    return;
  }
  Node repeated = take_repeated(sequence, token, start);
  if (source_.has_failed()) return;
  if (source_.skip('?'))
    repeat.greed = Greed::Lazy;
  else if (source_.skip('+'))
    repeat.greed = Greed::Possessive;
  repeat.children.push_back(std::move(repeated));
  sequence.children.push_back(std::move(repeat));
}

// False: the brace is an ordinary character, or there is a problem.
bool PatternParser::read_repeat_range(const Token& token, Node* repeat) {
  repeat->least = token == '+' ? 1 : 0;
  repeat->most = token == '?' ? 1 : kUnlimited;
  if (!(token == '{')) return true;
  const int64_t start = source_.position();
  if (source_.next() == '}') return false;
  const std::u32string least = source_.take_while(INT32_MAX, kDigits);
  const bool is_range = source_.skip(',');
  const std::u32string most = is_range ? source_.take_while(INT32_MAX, kDigits) : least;
  if (!source_.skip('}')) {
    source_.seek(start);
    return false;
  }
  const uint64_t low = least.empty() ? 0 : read_number(least, 10),
                 high = most.empty() ? kUnlimited : read_number(most, 10);
  if (low >= kUnlimited || (!most.empty() && high >= kUnlimited))
    source_.fail({Problem::Kind::OverflowError, "the repetition number is too large"});
  else if (high < low)
    source_.fail("min repeat greater than max repeat", source_.position() - start);
  repeat->least = static_cast<uint32_t>(low);
  repeat->most = static_cast<uint32_t>(high);
  return !source_.has_failed();
}

// The last item of the sequence, which is to be repeated.
Node PatternParser::take_repeated(Node& sequence, const Token& token, int64_t start) {
  const int64_t back = source_.position() - start + token.size;
  if (sequence.children.empty() || is_position(sequence.children.back().kind)) {
    source_.fail("nothing to repeat", back);
    return {};
  }
  if (sequence.children.back().kind == NodeKind::Repeat) {
    source_.fail("multiple repeat", back);
    return {};
  }
  Node last = std::move(sequence.children.back());
  sequence.children.pop_back();
  return last;
}

// The flags as pattern.flags shows them.
uint32_t PatternParser::fit_flags(uint32_t flags) {
  auto refuse = [&](const char* message) { source_.fail({Problem::Kind::ValueError, message}); };
  if (source_.is_text()) {
    if (flags & kLocale) refuse("cannot use LOCALE flag with a str pattern");
    if ((flags & kAscii) && (flags & kUnicode)) refuse("ASCII and UNICODE flags are incompatible");
    return flags & kAscii ? flags : flags | kUnicode;
  }
  if (flags & kUnicode) refuse("cannot use UNICODE flag with a bytes pattern");
  if ((flags & kLocale) && (flags & kAscii)) refuse("ASCII and LOCALE flags are incompatible");
  return flags;
}

void PatternParser::check_widths(const Node& node) {
  if (node.kind == NodeKind::Lookbehind) {
    const Width width = width_of(node.children[0], result_.group_widths);
    if (width.least != width.most)
      source_.fail({Problem::Kind::PatternError, "look-behind requires fixed-width pattern"});
  }
  for (const Node& child : node.children) check_widths(child);
}

}  // namespace gilsim::python::re
