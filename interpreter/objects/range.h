// range: an arithmetic progression of integers of any size.
#pragma once

#include "interpreter/objects/heap.h"

namespace gilsim::python {

struct Range : Object {
  Value start, stop, step, length;  // owned ints
};

// The eval loop steps through it in place: while remaining > 0, give `next` and add `step`. Invariant: `next` and all
// numbers that follow fit a small Value.
struct RangeIterator : Object {
  int64_t next, step, remaining;
};

// The same for numbers that do not fit: Values.
struct LongRangeIterator : Object {
  Value next, step, remaining;  // owned ints
};

extern Type range_type, range_iterator_type, long_range_iterator_type;
void define_range_types();

Ref make_range(Vm& vm, Value start, Value stop, Value step);  // REQUIRES: ints, step is not 0

}  // namespace gilsim::python
