// Pushing and popping owned references on a frame's operand stack, for slow paths.
#pragma once

#include <utility>

#include "interpreter/objects/ref.h"
#include "interpreter/runtime/frame.h"

namespace gilsim::python {

inline Ref pop(Frame& frame) { return Ref::take(*--frame.top); }
inline Value peek(const Frame& frame, int32_t from_top = 1) { return frame.top[-from_top]; }

// Pushes; false when the value is null, that is, when an exception is pending.
inline bool push(Frame& frame, Ref value) {
  if (!value) return false;
  *frame.top++ = value.release();
  return true;
}
inline void push_null(Frame& frame) { *frame.top++ = kNull; }

// Pops and drops the top `count` items.
inline void drop(Frame& frame, int32_t count) {
  while (count-- > 0) decref(*--frame.top);
}

}  // namespace gilsim::python
