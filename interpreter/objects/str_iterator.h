// Iterating over the characters of a str; the eval loop steps through it itself.
#pragma once

#include "interpreter/objects/str.h"

namespace gilsim::python {

struct StrIterator : Object {
  Str* text;  // owned; null: exhausted
  int64_t position;
};

extern Type str_iterator_type;

}  // namespace gilsim::python
