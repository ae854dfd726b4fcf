// tuple: a fixed row of values, in one block.
#pragma once

#include <initializer_list>

#include "interpreter/objects/heap.h"

namespace gilsim::python {

struct Tuple : Object {
  int64_t size;
  Value items[];  // owned
};

extern Type tuple_type;
void define_tuple_types();

// A tuple of `size` items, all null; the caller fills them before anything else can see it. size 0 gives the one empty tuple.
Tuple* new_tuple(int64_t size);
Ref make_tuple(std::initializer_list<Value> items);
Ref make_tuple(const Value* items, int64_t size);
inline bool is_tuple(Value value) { return value.is_object() && has_flag(value.object()->type, kTupleSubclass); }

// The hash of a row, from its items'.
bool hash_row(Vm& vm, const Value* items, int64_t size, Hash* result);

}  // namespace gilsim::python
