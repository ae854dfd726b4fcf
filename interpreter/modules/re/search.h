// Looking for a pattern in a string again and again, as findall, split and sub do.
#pragma once

#include "interpreter/modules/re/pattern.h"

namespace gilsim::python::re {

class Search {
 public:
  // Both outlive the search. REQUIRES: check_subject
  Search(Vm& vm, Pattern* pattern, Value string, int64_t position, int64_t end_position);

  // The next match; a position where an empty one was found gives another one only if that is not empty.
  Outcome next(Where where = Where::Anywhere);

  // Of the match that was found.
  int64_t start(int group = 0) const { return matcher_->group_start(group); }
  int64_t end(int group = 0) const { return matcher_->group_end(group); }
  Ref group(int group) const;  // empty when it took no part
  Ref make_match() const;
  Ref slice(int64_t start, int64_t end) const;

  // For those who go on later: where, and whether not to find nothing there.
  int64_t position() const { return position_; }
  bool advances() const { return advance_; }
  void resume(int64_t position, bool advance) {
    position_ = position;
    advance_ = advance;
  }
  int64_t end_position() const { return end_; }

 private:
  Outcome match(const Subject& subject, Where where);

  Vm& vm_;
  Pattern* pattern_;
  Value string_;
  int64_t first_, end_;
  int64_t position_;
  bool advance_ = false;
  Matcher* matcher_ = nullptr;
};

// Whether it is a string of the pattern's kind. False: TypeError pending.
bool check_subject(Vm& vm, const Pattern* pattern, Value string);
int64_t length_of_subject(Value string);
// string[start:end], a str or bytes; the string itself when that is all of it. Positions beyond its end are
// clipped.
Ref slice_of(Value string, int64_t start, int64_t end);

}  // namespace gilsim::python::re
