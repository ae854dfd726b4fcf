// re.Pattern and re.Match.
#pragma once

#include <tuple>

#include "interpreter/modules/re/matcher.h"
#include "interpreter/modules/re/syntax_tree.h"
#include "interpreter/objects/arguments.h"
#include "interpreter/objects/module.h"

namespace gilsim::python::re {

// What a Pattern holds outside of the heap: the tree, and an engine for each width of subjects that was met.
class CompiledPattern {
 public:
  explicit CompiledPattern(ParsedPattern parsed) : parsed_(std::move(parsed)) {}

  const ParsedPattern& parsed() const { return parsed_; }
  // Null with re.error pending when PCRE2 cannot do it. A pattern that is too large for the narrow libraries
  // gets one of a greater width than asked for.
  Matcher* matcher(Vm& vm, int width);
  int width_for(int width) const { return widths_[width / 2]; }

 private:
  ParsedPattern parsed_;
  std::unique_ptr<Matcher> matchers_[3];  // by width / 2
  int widths_[3] = {1, 2, 4};             // whose matcher is used instead
};

struct Pattern : Object {
  Value pattern;              // str or bytes as it was given
  Value group_index;          // dict: name -> number
  CompiledPattern* compiled;  // owned

  uint32_t flags() const { return compiled->parsed().flags; }
  int group_count() const { return compiled->parsed().group_count; }
  bool is_text() const { return compiled->parsed().is_text; }
  auto references() { return std::tie(pattern, group_index); }
};

struct Span {
  int64_t start, end;  // -1: the group took no part
};

struct Match : Object {
  Value pattern;  // Pattern
  Value string;   // what was searched
  int64_t position, end_position;
  int32_t last_index;  // the group that was closed last; 0: none
  int32_t span_count;  // groups and 1
  Span spans[];
};

extern Type pattern_type, match_type;
void add_pattern_type(Module* module);
void add_match_type(Module* module);
void define_scanner_types();

// Raises what stands in the way, re.error with its text (str or bytes) and position.
Ref raise_problem(Vm& vm, const Problem& problem, Value text);
// Warns about the line that called, so many Python functions of the module re away. False: it became an
// exception.
bool show_warnings(Vm& vm, const std::vector<PatternWarning>& warnings, int frames);
// The setter of attributes that CPython has as read-only members.
bool refuse_to_set(Vm& vm, Value self, Value value);
// The characters of a str, or the octets of anything else that has some. False: an exception is pending.
bool read_characters(Vm& vm, Value text, std::u32string* characters);

Ref make_pattern(Vm& vm, Value text, uint32_t flags);
void drop_compiled(CompiledPattern* compiled);  // when its Pattern dies

}  // namespace gilsim::python::re
