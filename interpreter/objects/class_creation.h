// Making classes: `type(name, bases, namespace)` and what belongs to it.
#pragma once

#include "interpreter/objects/arguments.h"
#include "interpreter/objects/type.h"

namespace gilsim::python {

// The metaclass for these bases: the most derived of `metaclass` and the bases' types. Null: TypeError (conflict).
Type* choose_metaclass(Vm& vm, Type* metaclass, const Tuple* bases);
// Bases that are not classes replaced by what their __mro_entries__ gives; the same tuple when there are none.
Ref resolve_bases(Vm& vm, Tuple* bases);

// `type.__new__(metaclass, name, bases, namespace, **keywords)`.
Ref type_create(Vm& vm, Type* metaclass, const Arguments& arguments);
// `cls(*args)`: `type(x)`, or __new__ and then __init__.
Ref type_call(Vm& vm, Value self, const Arguments& arguments);

// What calling a class takes beside the work of its own: `int(1)` takes 68 ns in CPython 3.11, 23 of them its instructions. An
// instance of a class of the program's own comes with more: memory of its class's layout, the collector's links, the search for
// __new__ and __init__; `C()` with nothing in it takes 83 ns.
inline constexpr int64_t kTypeCallNs = 35, kInstanceNs = 35;

// The linearisation (C3) of a class with these bases, `type` itself first. Null: TypeError.
Ref compute_mro(Vm& vm, Type* type, const Tuple* bases);

void add_subclass(Type* base, Type* derived);
void remove_subclass(Type* base, Type* derived);

}  // namespace gilsim::python
