// Links of tracked objects, and what their bits mean while the collector is at work. Pointers are even: bit 0 is free.
#pragma once

#include <cstdint>

#include "interpreter/objects/heap.h"

namespace gilsim::python {

inline constexpr uint64_t kMark = 1;

inline bool is_tracked(const Object* object) { return !(object->flags & kUntracked) && has_flag(object->type, kTracked); }
inline bool is_tracked(Value value) { return value.is_object() && is_tracked(value.object()); }

inline uint64_t& previous_word(Object* object) { return reinterpret_cast<uint64_t&>(gc_links(object)->previous); }
inline uint64_t& next_word(Object* object) { return reinterpret_cast<uint64_t&>(gc_links(object)->next); }

inline bool is_marked(Object* object) { return previous_word(object) & kMark; }

// The next object in its list; the one behind it is on its way from memory then. Lists of millions are nowhere near.
inline Object* next_soon(Object* object) {
  Object* next = gc_links(object)->next;
  __builtin_prefetch(gc_links(gc_links(next)->next));
  return next;
}

}  // namespace gilsim::python
