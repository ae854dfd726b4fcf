// Objects that will be looked at soon are sent for: from a list of a hundred thousand each comes from far away, and while one
// is worked on others can be on their way. Only a hint: any Value may be given.
#pragma once

#include "interpreter/objects/value.h"

namespace gilsim::python {

inline constexpr int kPrefetchDistance = 8;  // items: enough to hide a memory access, few enough to stay in the cache
inline constexpr int kCacheLine = 64;

// The first `lines` cache lines of an object, what is in front of its header included.
template <int lines = 1>
[[gnu::always_inline]] inline void prefetch(Value value) {
  const char* start = reinterpret_cast<const char*>(value.bits()) - 32;
  __builtin_prefetch(start + 32);
  for (int i = 1; i < lines; ++i) __builtin_prefetch(start + i * kCacheLine);
}

}  // namespace gilsim::python
