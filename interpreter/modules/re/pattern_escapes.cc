// Backslashes, and sets of characters.
#include <fmt/format.h>

#include "interpreter/modules/re/pattern_parser.h"
#include "interpreter/unicode/database.h"

namespace gilsim::python::re {

namespace {

std::optional<NodeKind> position_escape(char32_t escaped) {
  switch (escaped) {
    case 'A': return NodeKind::TextStart;
    case 'Z': return NodeKind::TextEnd;
    case 'b': return NodeKind::WordBoundary;
    case 'B': return NodeKind::NoWordBoundary;
    default: return {};
  }
}

bool is_category(char32_t escaped) {
  return std::u32string_view(U"dDsSwW").find(escaped) != std::u32string_view::npos;
}

}  // namespace

Category PatternParser::category_of(char32_t letter) const {
  const bool negated = letter < 'a';
  return {static_cast<char>(negated ? letter + ('a' - 'A') : letter), negated,
          source_.is_text() && !has(kAscii)};
}

void PatternParser::add_literal(Node& sequence, char32_t character) const {
  sequence.children.push_back(make_node(NodeKind::Literal));
  sequence.children.back().character = character;
}

// An escape outside of sets.
void PatternParser::parse_escape(Node& sequence, const Token& token) {
  const char32_t escaped = token.second;
  if (const auto position = position_escape(escaped)) {
    sequence.children.push_back(make_node(*position));
  } else if (is_category(escaped)) {
    sequence.children.push_back(make_node(NodeKind::Set));
    sequence.children.back().set.categories.push_back(category_of(escaped));
  } else if (escaped == '0') {
    add_literal(sequence, static_cast<char32_t>(read_number(source_.take_while(2, kOctalDigits), 8)));
  } else if (kDigits.find(escaped) != kDigits.npos) {
    parse_number_escape(sequence, token);
  } else if (const auto character = read_character_escape(token)) {
    add_literal(sequence, *character);
  }
}

// Three octal digits are a character, everything else a group.
void PatternParser::parse_number_escape(Node& sequence, const Token& token) {
  std::u32string digits = {token.second};
  digits += source_.take_while(1, kDigits);
  const bool may_be_octal = digits.size() == 2 && digits.find_first_not_of(kOctalDigits) == digits.npos;
  if (may_be_octal && source_.next().is_one_of(kOctalDigits)) {
    if (const auto character = read_octal(digits + source_.take().first)) add_literal(sequence, *character);
    return;
  }
  const int group = static_cast<int>(read_number(digits, 10));
  const int64_t back = std::ssize(digits);
  if (group > result_.group_count)
    source_.fail(fmt::format("invalid group reference {}", group), back);
  else if (can_refer_to(group, back + 1))
    add_backreference(sequence, group);
}

// What is written the same inside of sets and outside. Nothing: there is a problem.
std::optional<char32_t> PatternParser::read_character_escape(const Token& token) {
  const char32_t escaped = token.second;
  if (const char32_t simple = simple_escape(escaped)) return simple;
  if (escaped == 'x') return read_hexadecimal(token, 2);
  if (source_.is_text() && escaped == 'u') return read_hexadecimal(token, 4);
  if (source_.is_text() && escaped == 'U') return read_hexadecimal(token, 8);
  if (source_.is_text() && escaped == 'N') return read_named_character();
  if (!is_ascii_letter(escaped)) return escaped;
  refuse_escape({'\\', escaped});
  return {};
}

std::optional<char32_t> PatternParser::read_hexadecimal(const Token& token, int digits) {
  const std::u32string number = source_.take_while(digits, kHexDigits);
  const std::u32string escape = std::u32string{'\\', token.second} + number;
  const uint64_t character = read_number(number, 16);
  if (std::ssize(number) == digits && character <= 0x10FFFF) return static_cast<char32_t>(character);
  if (std::ssize(number) == digits)
    refuse_escape(escape);
  else
    source_.fail("incomplete escape " + shown(escape, source_.is_text()), std::ssize(escape));
  return {};
}

// Names are ASCII; other characters make a name that nothing has.
static std::string narrow(const std::u32string& name) {
  std::string result;
  for (const char32_t character : name) result += character < 128 ? static_cast<char>(character) : '?';
  return result;
}

std::optional<char32_t> PatternParser::read_named_character() {
  if (!source_.skip('{')) {
    source_.fail("missing {");
    return {};
  }
  const std::u32string name = source_.take_until('}', "character name");
  const std::u32string found = unicode::characters_named(narrow(name));
  if (found.size() == 1) return found[0];
  source_.fail("undefined character name " + quoted(name, true), std::ssize(name) + 4);
  return {};
}

std::optional<char32_t> PatternParser::read_octal(const std::u32string& digits) {
  const uint64_t character = read_number(digits, 8);
  if (character <= 0377) return static_cast<char32_t>(character);
  source_.fail(fmt::format("octal escape value \\{} outside of range 0-0o377", shown(digits, true)),
               std::ssize(digits) + 1);
  return {};
}

void PatternParser::refuse_escape(const std::u32string& escape) {
  source_.fail("bad escape " + shown(escape, source_.is_text()), std::ssize(escape));
}

// --- sets
// -------------------------------------------------------------------------------------------------------------

void PatternParser::warn_of_set(std::string_view what, int64_t position) {
  result_.warnings.push_back({fmt::format("Possible {} at position {}", what, position)});
}

void PatternParser::parse_set(Node& sequence) {
  const int64_t start = source_.position() - 1;
  Node node = make_node(NodeKind::Set);
  if (source_.next() == '[') warn_of_set("nested set", source_.position());
  node.set.negated = source_.skip('^');
  for (bool closed = false; !closed && !source_.has_failed();) {
    const Token token = source_.take();
    const bool is_empty = node.set.ranges.empty() && node.set.categories.empty();
    if (token == ']' && !is_empty) break;
    if (!token) return source_.fail("unterminated character set", source_.position() - start);
    if (!is_empty && token.is_one_of(U"-&~|") && source_.next() == token.first) {
      const char* kind = token == '-'   ? "set difference"
                         : token == '&' ? "set intersection"
                         : token == '~' ? "set symmetric difference"
                                        : "set union";
      warn_of_set(kind, source_.position() - 1);
    }
    parse_set_item(node.set, token, start, &closed);
  }
  sequence.children.push_back(std::move(node));
}

// A character, a category or a range. `closed`: the set ended after it.
void PatternParser::parse_set_item(CharacterSet& set, const Token& token, int64_t start, bool* closed) {
  std::optional<char32_t> first, last;
  Category category, other;
  if (!read_set_member(token, &first, &category)) return;
  auto add_first = [&] {
    if (first)
      set.add(*first);
    else
      set.categories.push_back(category);
  };
  if (!source_.skip('-')) return add_first();
  const Token end = source_.take();
  if (!end) return source_.fail("unterminated character set", source_.position() - start);
  if (end == ']') {
    add_first();
    set.add('-');
    *closed = true;
    return;
  }
  if (end == '-') warn_of_set("set difference", source_.position() - 2);
  if (!read_set_member(end, &last, &other)) return;
  if (first && last && *first <= *last) return set.ranges.push_back({*first, *last});
  const bool is_text = source_.is_text();
  source_.fail(fmt::format("bad character range {}-{}", shown(token, is_text), shown(end, is_text)),
               token.size + 1 + end.size);
}

// A character or, when that is empty, a category. False: there is a problem.
bool PatternParser::read_set_member(const Token& token, std::optional<char32_t>* character,
                                    Category* category) {
  const char32_t escaped = token.second;
  if (!token.is_escape()) {
    *character = token.first;
  } else if (is_category(escaped)) {
    *category = category_of(escaped);
  } else if (escaped == 'b') {
    *character = '\b';
  } else if (kOctalDigits.find(escaped) != kOctalDigits.npos) {
    *character = read_octal(std::u32string{escaped} + source_.take_while(2, kOctalDigits));
  } else if (kDigits.find(escaped) != kDigits.npos) {
    refuse_escape({'\\', escaped});
  } else {
    *character = read_character_escape(token);
  }
  return !source_.has_failed();
}

}  // namespace gilsim::python::re
