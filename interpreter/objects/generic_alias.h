// `list[int]`: types.GenericAlias, a class with the arguments of its type parameters.
#pragma once

#include "interpreter/objects/heap.h"
#include "interpreter/objects/tuple.h"

namespace gilsim::python {

struct GenericAlias : Object {  // subclassable
  Value origin;
  Tuple* arguments;
};

extern Type generic_alias_type;

inline bool is_generic_alias(Value value) { return value.is_object() && is_instance(value, &generic_alias_type); }
Ref make_generic_alias(Vm& vm, Value origin, Value argument_or_tuple);
// A type in an annotation as reprs show it: `int`, `list[int]`, `...`.
Ref type_argument_repr(Vm& vm, Value value);

void define_generic_alias_type();

}  // namespace gilsim::python
