// slice: start, stop and step of a subscript, and which positions of a sequence they select.
#pragma once

#include "interpreter/objects/heap.h"

namespace gilsim::python {

struct Slice : Object {
  Value start, stop, step;  // owned
};

extern Type slice_type;
void define_slice_types();

inline bool is_slice(Value value) { return value.is_object() && value.object()->type == &slice_type; }
Ref make_slice(Value start, Value stop, Value step);

// The positions start, start + step, …, `count` of them; stop is the first one that is not meant.
struct SlicePositions {
  int64_t start, stop, step;
  int64_t count = 0;
};

// Reading the three numbers may run `__index__`, which may change the sequence's length: so first read, then fit.
// False with TypeError or ValueError pending. After it start and stop are clamped to 64 bits; count is not set.
bool read_slice(Vm& vm, const Slice* slice, SlicePositions* positions);
// Clips to a sequence of `length` items and counts.
void fit_slice(SlicePositions* positions, int64_t length);

}  // namespace gilsim::python
