// What sub() puts in the place of a match: text with references to groups.
#pragma once

#include <vector>

#include "interpreter/modules/re/search.h"

namespace gilsim::python::re {

// A piece of text or, when that is null, a group.
struct ReplacementPart {
  Ref text;
  int group = 0;
};
using Replacement = std::vector<ReplacementPart>;

// Reads \1, \g<name> and escapes. False: an exception is pending.
bool parse_replacement(Vm& vm, Pattern* pattern, Value text, Replacement* replacement);

// str or bytes in pieces, joined at the end as "".join would: items of another kind are refused, by their
// number.
class Pieces {
 public:
  explicit Pieces(bool is_text) : is_text_(is_text) {}
  void add(Ref piece) { pieces_.push_back(std::move(piece)); }
  Ref join(Vm& vm) const;  // null: an exception is pending

 private:
  Ref join_text(Vm& vm) const;
  Ref join_octets(Vm& vm) const;

  bool is_text_;
  std::vector<Ref> pieces_;
};

}  // namespace gilsim::python::re
