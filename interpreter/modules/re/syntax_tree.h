// A regular expression, parsed: what re.compile() works with before PCRE2 sees anything.
#pragma once

#include <string>
#include <vector>

#include "interpreter/modules/re/character_set.h"

namespace gilsim::python::re {

// clang-format off
// The numbers of re.RegexFlag.
enum Flag : uint32_t {
  kTemplate = 1, kIgnoreCase = 2, kLocale = 4, kMultiline = 8, kDotAll = 16, kUnicode = 32, kVerbose = 64, kDebug = 128,
  kAscii = 256,
};
inline constexpr uint32_t kKindFlags = kAscii | kLocale | kUnicode;  // those that exclude each other

// What can be repeated without end is repeated so often.
inline constexpr uint32_t kUnlimited = 0xFFFFFFFF;

enum class NodeKind : uint8_t {
  Literal,        // `character`
  AnyCharacter,   // .
  Set,            // […], \d and the like: `set`
  LineStart, LineEnd,                   // ^ $
  TextStart, TextEnd,                   // \A \Z
  WordBoundary, NoWordBoundary,         // \b \B
  Backreference,  // to `group`
  Group,          // (…), captured as `group` when that is not 0
  Atomic,         // (?>…)
  Lookahead, Lookbehind,                // `negated`
  Conditional,    // (?(group)yes|no): one or two children
  Repeat,         // `least` to `most` times, by `greed`
  Branches,       // children: sequences
  Sequence,
};
// clang-format on

enum class Greed : uint8_t { Greedy, Lazy, Possessive };

struct Node {
  NodeKind kind = NodeKind::Sequence;
  Greed greed = Greed::Greedy;
  bool negated = false;
  uint32_t flags = 0;  // in force where it stands
  char32_t character = 0;
  int group = 0;
  uint32_t least = 0, most = 0;
  CharacterSet set;
  std::vector<Node> children;
};

// How many characters a part of a pattern matches at least and at most.
struct Width {
  uint64_t least = 0, most = 0;  // kUnlimited stands for that and all above
};

// `group_widths[n]`: of group n.
Width width_of(const Node& node, const std::vector<Width>& group_widths);

// What makes a pattern impossible: an exception of `kind` with the message. re.error also tells the position,
// if known.
struct Problem {
  enum class Kind { None, PatternError, ValueError, OverflowError, IndexError, RecursionError };
  Kind kind = Kind::None;
  std::string message;
  int64_t position = -1;
};

// What is allowed still: FutureWarning, or DeprecationWarning.
struct PatternWarning {
  std::string message;
  bool deprecated = false;
};

struct GroupName {
  std::u32string name;
  int group;
};

struct ParsedPattern {
  Node root;
  bool is_text = true;
  uint32_t flags = 0;               // as pattern.flags shows them
  int group_count = 0;              // group 0 not counted
  std::vector<Width> group_widths;  // by number
  std::vector<GroupName> names;
  std::vector<PatternWarning> warnings;
  Problem problem;
};

}  // namespace gilsim::python::re
