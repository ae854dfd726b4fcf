// How a call passes its arguments: in place on the caller's operand stack, positional ones first, then the values of
// keyword arguments whose names are in `keyword_names`. All borrowed.
#pragma once

#include <cstddef>

#include "interpreter/objects/tuple.h"

namespace gilsim::python {

struct Arguments {
  const Value* values = nullptr;
  size_t positional_count = 0;
  const Tuple* keyword_names = nullptr;  // null: no keyword arguments

  size_t size() const { return positional_count; }
  size_t keyword_count() const { return keyword_names ? static_cast<size_t>(keyword_names->size) : 0; }
  Value operator[](size_t index) const { return values[index]; }
  Value optional(size_t index, Value otherwise = kNull) const { return index < positional_count ? values[index] : otherwise; }
  Str* keyword_name(size_t index) const { return keyword_names->items[index].as<Str>(); }
  Value keyword_value(size_t index) const { return values[positional_count + index]; }
  Arguments without_first() const { return {values + 1, positional_count - 1, keyword_names}; }
};

// A native function's parameters by name, for those that take keywords.
struct ParameterList {
  const char* function;       // for messages, without "()"
  const char* const* names;   // in order
  int count;
  int positional_only = 0;    // the first so many cannot be named
  int required = 0;           // the first so many must be given
  int keyword_only_from = -1; // from this index on only by name; -1: none
};

// Sorts the arguments into `out[count]` (null: not given). False with TypeError pending ("f() missing required argument
// 'x' (pos 1)", "f() takes at most 2 arguments (3 given)", "'y' is an invalid keyword argument for f()", …).
bool bind(Vm& vm, const Arguments& arguments, const ParameterList& parameters, Value* out);

}  // namespace gilsim::python
