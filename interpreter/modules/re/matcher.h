// The engine: a pattern in PCRE2's syntax, matched in place against characters of one width. matcher.cc is
// the only file that knows PCRE2.
//
// Matching takes virtual time by what it does: PCRE2 calls back at each step of the pattern. From there the
// clock is kept up to date, too, so that a pattern that takes for ever ends with the run (Ctrl-C,
// --max-time).
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "interpreter/objects/vm.h"

namespace gilsim::python::re {

// The text that is looked at: `length` characters of `width` bytes.
struct Subject {
  const void* characters = nullptr;
  int64_t length = 0;
  int width = 1;
};

enum class Where { Anywhere, AtStart, Whole };   // search, match, fullmatch
enum class Outcome { Found, NotFound, Failed };  // Failed: an exception is pending

class Matcher {
 public:
  virtual ~Matcher() = default;

  // Looks from `start` on. `advance`: what is found at `start` itself must not be empty.
  virtual Outcome match(Vm& vm, const Subject& subject, int64_t start, Where where, bool advance) = 0;

  // Of the last match that was found. -1: the group took no part.
  virtual int64_t group_start(int group) const = 0;
  virtual int64_t group_end(int group) const = 0;
  virtual int last_closed_group() const = 0;  // 0: none
};

struct MatcherOptions {
  int width = 1;
  bool unicode = true;  // what \b and case mean, beyond ASCII
  int group_count = 0;
};

// Null when PCRE2 refuses the pattern: `problem` says why, `too_large` whether a larger width would help.
std::unique_ptr<Matcher> make_matcher(const std::string& pattern, const MatcherOptions& options,
                                      std::string* problem, bool* too_large);

}  // namespace gilsim::python::re
