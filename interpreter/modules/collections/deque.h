// collections.deque: a ring of values that grows at both ends.
#pragma once

#include "interpreter/objects/heap.h"
#include "interpreter/objects/module.h"

namespace gilsim::python::collections {

struct Deque : Object {
  Value* ring;       // owned; `capacity` places, a power of two, or null
  int64_t capacity;
  int64_t head;      // place of the first item
  int64_t size;
  int64_t limit;     // maxlen; -1: none
  int64_t changes;   // counted up whenever items come or go: iterators compare it

  int64_t place(int64_t index) const { return (head + index) & (capacity - 1); }
  Value& operator[](int64_t index) { return ring[place(index)]; }
};

struct DequeIterator : Object {
  Deque* deque;  // owned; null: exhausted
  int64_t position;
  int64_t changes;
};

extern Type deque_type, deque_iterator_type, deque_reverse_iterator_type;
void add_deque_types(Module* module);
void define_deque_iterator_types(Module* module);

inline bool is_deque(Value value) { return is_instance(value, &deque_type); }
Ref make_deque(Type* type, int64_t limit);
void push(Deque* deque, Value item);        // at the right end; over the limit, the first item goes
void push_left(Deque* deque, Value item);
Ref pop(Deque* deque);                      // REQUIRES: not empty
Ref pop_left(Deque* deque);
void clear(Deque* deque);
bool extend(Vm& vm, Deque* deque, Value iterable);
bool extend_left(Vm& vm, Deque* deque, Value iterable);
void insert(Deque* deque, int64_t index, Value item);  // REQUIRES: below the limit
void remove_at(Deque* deque, int64_t index);
void rotate(Deque* deque, int64_t steps);
Ref copy(Deque* deque);                     // of the same built-in type

Ref iterate_deque(Vm& vm, Value self);
Ref iterate_backward(Vm& vm, const Arguments& arguments);

}  // namespace gilsim::python::collections
