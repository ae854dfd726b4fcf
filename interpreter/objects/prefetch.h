// Objects that will be looked at soon are sent for: from a list of a hundred thousand each comes from far away, and while one
// is worked on others can be on their way. Only a hint: any Value may be given.
#pragma once

#include "interpreter/objects/value.h"

namespace gilsim::python {

inline constexpr int kPrefetchDistance = 8;  // items: enough to hide a memory access, few enough to stay in the cache
inline constexpr int kCacheLine = 64;

// The line of an object's header, and of `lines` those that follow; what stands in front of it is mostly on its line.
template <int lines = 1>
[[gnu::always_inline]] inline void prefetch(Value value) {
  for (int i = 0; i < lines; ++i) __builtin_prefetch(reinterpret_cast<const void*>(value.bits() + i * kCacheLine));
}
template <int lines = 1>
[[gnu::always_inline]] inline void prefetch(const Object* object) { prefetch<lines>(Value::of(object)); }

}  // namespace gilsim::python
