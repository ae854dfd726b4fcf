// Looking for a pattern in a string again and again, as findall, split and sub do.
#pragma once

#include "interpreter/modules/re/pattern.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/str.h"

namespace gilsim::python::re {

// The characters of a str or bytes-like object, which stay where they are meanwhile.
class HeldSubject {
 public:
  bool hold(Vm& vm, Value string);  // false: an exception is pending
  const Subject& subject() const { return subject_; }
  // string[start:end], a str or bytes; the string itself when that is all of it. Positions beyond its end are
  // clipped.
  Ref slice(int64_t start, int64_t end) const;

 private:
  Value string_;
  Subject subject_;
  HeldBuffer octets_;
};

class Search {
 public:
  Search(Vm& vm, Pattern* pattern) : vm_(vm), pattern_(pattern) {}

  // The string outlives the search. False: an exception is pending, it is no string of the pattern's kind.
  bool begin(Value string, int64_t position = 0, int64_t end_position = INT64_MAX);

  // The next match; a position where an empty one was found gives another one only if that is not empty.
  Outcome next(Where where = Where::Anywhere);

  // Of the match that was found.
  int64_t start(int group = 0) const { return matcher_->group_start(group); }
  int64_t end(int group = 0) const { return matcher_->group_end(group); }
  Ref group(int group) const;  // empty when it took no part
  Ref make_match() const;
  Ref slice(int64_t start, int64_t end) const { return held_.slice(start, end); }

  // For those who go on later: where, and whether not to find nothing there.
  int64_t position() const { return position_; }
  bool advances() const { return advance_; }
  void resume(int64_t position, bool advance) {
    position_ = position;
    advance_ = advance;
  }

 private:
  Outcome match(const Subject& subject, Where where);

  Vm& vm_;
  Pattern* pattern_;
  Value string_;
  HeldSubject held_;
  int64_t first_ = 0, end_ = 0;
  int64_t position_ = 0;
  bool advance_ = false;
  Matcher* matcher_ = nullptr;
};

inline bool is_string(Value value) {
  return is_str(value) || has_buffer(value);
}

}  // namespace gilsim::python::re
