// `int | str`: types.UnionType.
#pragma once

#include "interpreter/objects/heap.h"
#include "interpreter/objects/tuple.h"

namespace gilsim::python {

struct Union : Object {
  Tuple* members;  // flat, without duplicates
};

extern Type union_type;

inline bool is_union(Value value) { return value.is_object() && value.object()->type == &union_type; }
inline Tuple* union_members(Value value) { return value.as<Union>()->members; }
// The `|` of classes, generic aliases, unions and None; NotImplemented for others.
Ref make_union(Vm& vm, Value left, Value right);

void define_union_type();

}  // namespace gilsim::python
