// What begins with a parenthesis.
#include <fmt/format.h>

#include <algorithm>

#include "interpreter/modules/re/pattern_parser.h"
#include "interpreter/objects/character.h"

namespace gilsim::python::re {

namespace {

constexpr int kDeepest = 250;  // groups in groups; CPython's limit follows from its recursion limit

uint32_t flag_of(const Token& token) {
  if (token.size != 1) return 0;
  switch (token.first) {
    case 'i': return kIgnoreCase;
    case 'L': return kLocale;
    case 'm': return kMultiline;
    case 's': return kDotAll;
    case 'x': return kVerbose;
    case 'a': return kAscii;
    case 't': return kTemplate;
    case 'u': return kUnicode;
    default: return 0;
  }
}

// The flags inside a group: those of the outside, with some turned on and off.
uint32_t combine(uint32_t flags, uint32_t on, uint32_t off) {
  if (on & kKindFlags) flags &= ~kKindFlags;
  return (flags | on) & ~off;
}

bool is_letter(const Token& token) {
  return token.size == 1 && is_alphabetic(token.first);
}

}  // namespace

void PatternParser::parse_parenthesis(Node& sequence, bool first) {
  const int64_t start = source_.position() - 1;
  if (++depth_ > kDeepest) source_.fail({Problem::Kind::RecursionError, "maximum recursion depth exceeded"});
  if (source_.skip('?'))
    parse_extension(sequence, first, start);
  else
    parse_capture(sequence, {}, start);
  --depth_;
}

void PatternParser::parse_extension(Node& sequence, bool first, int64_t start) {
  const Token token = source_.take();
  if (!token) return source_.fail("unexpected end of pattern");
  if (token == 'P') return parse_named(sequence, start);
  if (token == ':') return parse_group(sequence, make_node(NodeKind::Group), start);
  if (token == '>') return parse_group(sequence, make_node(NodeKind::Atomic), start);
  if (token == '#') return parse_comment(start);
  if (token == '(') return parse_conditional(sequence, start);
  if (token.is_one_of(U"=!<")) return parse_look_around(sequence, token, start);
  if (flag_of(token) || token == '-') return parse_flags(sequence, token, first, start);
  source_.fail("unknown extension ?" + shown(token, source_.is_text()), token.size + 1);
}

// (?P<name>…) and (?P=name)
void PatternParser::parse_named(Node& sequence, int64_t start) {
  if (source_.skip('<')) {
    const std::u32string name = source_.take_until('>', "group name");
    if (check_group_name(name)) parse_capture(sequence, name, start);
    return;
  }
  if (!source_.skip('=')) {
    const Token token = source_.take();
    if (!token) return source_.fail("unexpected end of pattern");
    return source_.fail("unknown extension ?P" + shown(token, source_.is_text()), token.size + 2);
  }
  const std::u32string name = source_.take_until(')', "group name");
  if (!check_group_name(name)) return;
  const int group = find_group(name);
  if (group < 0)
    return source_.fail("unknown group name " + quoted(name, source_.is_text()), std::ssize(name) + 1);
  if (can_refer_to(group, std::ssize(name) + 1)) add_backreference(sequence, group);
}

void PatternParser::parse_group(Node& sequence, Node group, int64_t start) {
  group.children.push_back(parse_branches(false));
  close_parenthesis(start);
  sequence.children.push_back(std::move(group));
}

void PatternParser::parse_capture(Node& sequence, const std::u32string& name, int64_t start) {
  Node group = make_node(NodeKind::Group);
  const int number = group.group = open_group(name);
  if (number == 0) return;
  parse_group(sequence, std::move(group), start);
  closed_[number] = true;
  result_.group_widths[number] = width_of(sequence.children.back(), result_.group_widths);
}

void PatternParser::parse_comment(int64_t start) {
  while (source_.next())
    if (source_.take() == ')') return;
  source_.fail("missing ), unterminated comment", source_.position() - start);
}

void PatternParser::parse_look_around(Node& sequence, const Token& token, int64_t start) {
  const bool behind = token == '<';
  const Token direction = behind ? source_.take() : token;
  if (!direction) return source_.fail("unexpected end of pattern");
  if (!direction.is_one_of(U"=!"))
    return source_.fail("unknown extension ?<" + shown(direction, source_.is_text()), direction.size + 2);
  Node look = make_node(behind ? NodeKind::Lookbehind : NodeKind::Lookahead);
  look.negated = direction == '!';
  const int groups_before = groups_before_lookbehind_;
  if (behind && groups_before < 0) groups_before_lookbehind_ = result_.group_count;
  parse_group(sequence, std::move(look), start);
  groups_before_lookbehind_ = groups_before;
}

void PatternParser::parse_conditional(Node& sequence, int64_t start) {
  const std::u32string name = source_.take_until(')', "group name");
  if (source_.has_failed()) return;
  Node conditional = make_node(NodeKind::Conditional);
  conditional.group = read_condition(name);
  if (source_.has_failed() || !can_refer_from_lookbehind(conditional.group)) return;
  conditional.children.push_back(parse_sequence(false));
  if (source_.skip('|')) {
    conditional.children.push_back(parse_sequence(false));
    if (source_.next() == '|') source_.fail("conditional backref with more than two branches");
  }
  close_parenthesis(start);
  sequence.children.push_back(std::move(conditional));
}

// The group whose name or number it is. One that may come later is looked for at the end.
int PatternParser::read_condition(const std::u32string& name) {
  const int64_t back = std::ssize(name) + 1;
  const bool is_text = source_.is_text();
  if (is_identifier(name)) {
    if (!check_group_name(name)) return 0;
    const int group = find_group(name);
    if (group < 0) source_.fail("unknown group name " + quoted(name, is_text), back);
    return group;
  }
  const int group = read_group_number(name);
  if (group < 0)
    source_.fail("bad character in group name " + quoted(name, is_text), back);
  else if (group == 0)
    source_.fail("bad group number", back);
  else if (group == INT32_MAX)
    source_.fail("invalid group reference " + shown(name, is_text), back);
  if (source_.has_failed()) return 0;
  condition_positions_.emplace(group, source_.position() - back);
  if (!is_ascii_number(name))
    result_.warnings.push_back(warning_of_name(name, is_text, source_.position()));
  return group;
}

// --- flags
// ------------------------------------------------------------------------------------------------------------

void PatternParser::parse_flags(Node& sequence, const Token& token, bool first, int64_t start) {
  uint32_t on = 0, off = 0;
  Token stopped_by = token;
  if (!(token == '-') && !read_flags_on(token, &on, &stopped_by)) return;
  if (stopped_by == ')') return set_global_flags(sequence, on, first, start);
  if (on & kTemplate) return source_.fail("bad inline flags: cannot turn on global flag", 1);
  if (stopped_by == '-' && !read_flags_off(&off)) return;
  if (off & kTemplate) return source_.fail("bad inline flags: cannot turn off global flag", 1);
  if (on & off) return source_.fail("bad inline flags: flag turned on and off", 1);
  const uint32_t flags_outside = flags_;
  flags_ = combine(flags_, on, off);
  parse_group(sequence, make_node(NodeKind::Group), start);
  flags_ = flags_outside;
}

bool PatternParser::read_flags_on(Token token, uint32_t* on, Token* stopped_by) {
  auto refuse = [&](std::string message, int64_t back = 0) {
    source_.fail(std::move(message), back);
    return false;
  };
  for (;;) {
    const uint32_t flag = flag_of(token);
    if (source_.is_text() && flag == kLocale)
      return refuse("bad inline flags: cannot use 'L' flag with a str pattern");
    if (!source_.is_text() && flag == kUnicode)
      return refuse("bad inline flags: cannot use 'u' flag with a bytes pattern");
    *on |= flag;
    if ((flag & kKindFlags) && (*on & kKindFlags) != flag)
      return refuse("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
    token = source_.take();
    if (!token) return refuse("missing -, : or )");
    if (token.is_one_of(U")-:")) break;
    if (!flag_of(token)) return refuse(is_letter(token) ? "unknown flag" : "missing -, : or )", token.size);
  }
  *stopped_by = token;
  return true;
}

bool PatternParser::read_flags_off(uint32_t* off) {
  auto refuse = [&](std::string message, int64_t back = 0) {
    source_.fail(std::move(message), back);
    return false;
  };
  Token token = source_.take();
  if (!token) return refuse("missing flag");
  if (!flag_of(token)) return refuse(is_letter(token) ? "unknown flag" : "missing flag", token.size);
  do {
    const uint32_t flag = flag_of(token);
    if (!flag) return refuse(is_letter(token) ? "unknown flag" : "missing :", token.size);
    if (flag & kKindFlags) return refuse("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
    *off |= flag;
    token = source_.take();
    if (!token) return refuse("missing :");
  } while (!(token == ':'));
  return true;
}

void PatternParser::set_global_flags(const Node& sequence, uint32_t flags, bool first, int64_t start) {
  if (!first || !sequence.children.empty())
    return source_.fail("global flags not at the start of the expression", source_.position() - start);
  global_flags_ |= flags;
  flags_ |= flags;
}

// --- groups by name and number
// ----------------------------------------------------------------------------------------

void PatternParser::close_parenthesis(int64_t start) {
  if (!source_.skip(')')) source_.fail("missing ), unterminated subpattern", source_.position() - start);
}

bool PatternParser::check_group_name(const std::u32string& name) {
  if (source_.has_failed()) return false;
  const int64_t back = std::ssize(name) + 1;
  if (!is_identifier(name))
    source_.fail("bad character in group name " + quoted(name, source_.is_text()), back);
  else if (!source_.is_text() && !is_ascii(name))
    result_.warnings.push_back(warning_of_name(name, false, source_.position()));
  return !source_.has_failed();
}

// Its number; 0: there is one of the name already.
int PatternParser::open_group(const std::u32string& name) {
  const int group = result_.group_count + 1;
  const int before = name.empty() ? -1 : find_group(name);
  if (before >= 0) {
    source_.fail(fmt::format("redefinition of group name {} as group {}; was group {}",
                             quoted(name, source_.is_text()), group, before),
                 std::ssize(name) + 1);
    return 0;
  }
  if (!name.empty()) result_.names.push_back({name, group});
  closed_.push_back(false);
  result_.group_widths.push_back({});
  return result_.group_count = group;
}

// -1: none.
int PatternParser::find_group(const std::u32string& name) const {
  for (const GroupName& known : result_.names)
    if (known.name == name) return known.group;
  return -1;
}

bool PatternParser::can_refer_to(int group, int64_t name_length) {
  if (!closed_[group]) source_.fail("cannot refer to an open group", name_length);
  return !source_.has_failed() && can_refer_from_lookbehind(group);
}

bool PatternParser::can_refer_from_lookbehind(int group) {
  if (groups_before_lookbehind_ < 0) return true;
  if (group > result_.group_count || !closed_[group])
    source_.fail("cannot refer to an open group");
  else if (group > groups_before_lookbehind_)
    source_.fail("cannot refer to group defined in the same lookbehind subpattern");
  return !source_.has_failed();
}

void PatternParser::add_backreference(Node& sequence, int group) {
  Node node = make_node(NodeKind::Backreference);
  node.group = group;
  sequence.children.push_back(std::move(node));
}

}  // namespace gilsim::python::re
