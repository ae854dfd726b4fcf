// Python's syntax of regular expressions, with CPython's messages and their positions.
//
// pattern_parser.cc: sequences, branches, repeats; pattern_groups.cc: what begins with a parenthesis;
// pattern_escapes.cc: backslashes and sets.
#pragma once

#include <map>
#include <optional>

#include "interpreter/modules/re/source.h"
#include "interpreter/modules/re/syntax_tree.h"

namespace gilsim::python::re {

ParsedPattern parse_pattern(std::u32string pattern, bool is_text, uint32_t flags);

class PatternParser {
 public:
  PatternParser(std::u32string pattern, bool is_text, uint32_t flags);
  ParsedPattern parse();

 private:
  Node make_node(NodeKind kind) const;
  bool has(Flag flag) const { return flags_ & flag; }

  // pattern_parser.cc
  Node parse_branches(bool outermost);
  Node parse_sequence(bool first);
  void parse_item(Node& sequence, const Token& token, bool first);
  void skip_comment_line();
  void parse_repeat(Node& sequence, const Token& token);
  bool read_repeat_range(const Token& token, Node* repeat);
  Node take_repeated(Node& sequence, const Token& token, int64_t start);
  uint32_t fit_flags(uint32_t flags);
  void check_widths(const Node& node);

  // pattern_groups.cc
  void parse_parenthesis(Node& sequence, bool first);
  void parse_extension(Node& sequence, bool first, int64_t start);
  void parse_named(Node& sequence, int64_t start);
  void parse_group(Node& sequence, Node group, int64_t start);
  void parse_capture(Node& sequence, const std::u32string& name, int64_t start);
  void parse_comment(int64_t start);
  void parse_look_around(Node& sequence, const Token& token, int64_t start);
  void parse_conditional(Node& sequence, int64_t start);
  int read_condition(const std::u32string& name);
  void parse_flags(Node& sequence, const Token& token, bool first, int64_t start);
  bool read_flags_on(Token token, uint32_t* on, Token* stopped_by);
  bool read_flags_off(uint32_t* off);
  void set_global_flags(const Node& sequence, uint32_t flags, bool first, int64_t start);
  void close_parenthesis(int64_t start);
  bool check_group_name(const std::u32string& name);
  int open_group(const std::u32string& name);
  int find_group(const std::u32string& name) const;
  bool can_refer_to(int group, int64_t name_length);
  bool can_refer_from_lookbehind(int group);
  void add_backreference(Node& sequence, int group);

  // pattern_escapes.cc
  void parse_escape(Node& sequence, const Token& token);
  void parse_number_escape(Node& sequence, const Token& token);
  std::optional<char32_t> read_character_escape(const Token& token);
  std::optional<char32_t> read_hexadecimal(const Token& token, int digits);
  std::optional<char32_t> read_named_character();
  std::optional<char32_t> read_octal(const std::u32string& digits);
  void refuse_escape(const std::u32string& escape);
  void parse_set(Node& sequence);
  void parse_set_item(CharacterSet& set, const Token& token, int64_t start, bool* closed);
  bool read_set_member(const Token& token, std::optional<char32_t>* character, Category* category);
  void warn_of_set(std::string_view what, int64_t position);
  Category category_of(char32_t letter) const;
  void add_literal(Node& sequence, char32_t character) const;

  Source source_;
  ParsedPattern result_;
  uint32_t flags_;  // in force at this place
  uint32_t global_flags_;
  int depth_ = 0;             // of parentheses
  std::vector<bool> closed_;  // by group; group 0 never is
  // Inside a look-behind, how many groups there were where it began; -1 outside.
  int groups_before_lookbehind_ = -1;
  std::map<int, int64_t> condition_positions_;  // where groups were first asked for by a condition
};

}  // namespace gilsim::python::re
