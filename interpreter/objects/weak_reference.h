// weakref.ref and weakref.proxy: looking at an object without keeping it alive. Who refers weakly to an object stands in
// a side table; the object only carries the flag kWeaklyReferenced.
#pragma once

#include <vector>

#include "interpreter/objects/heap.h"

namespace gilsim::python {

struct WeakReference : Object {
  Object* target;   // not owned; null: dead
  Value callback;   // or null; called with the reference when the target dies
  WeakReference* next;  // of the same target
  Hash hash;           // of the target, once asked; -1: not yet
};

extern Type weak_reference_type, weak_proxy_type, callable_weak_proxy_type;

// The existing reference without callback is shared, as in CPython. `callback` may be null or None. TypeError for objects
// that cannot be referred to weakly (int, str, tuple, list, dict, None …).
Ref make_weak_reference(Vm& vm, Type* type, Value target, Value callback);
Ref make_weak_proxy(Vm& vm, Value target, Value callback);
int64_t weak_reference_count(Value target);
Ref weak_references(Value target);  // a list

// At an object's death: its references become dead, then their callbacks are called, the youngest first.
void clear_weak_references(Object* target);
// The first half alone: moves references that have a callback to the end of `with_callback`.
void take_weak_references(Object* target, std::vector<Ref>& with_callback);
void call_weak_reference_callback(Vm& vm, Value reference);

void define_weak_reference_types();

}  // namespace gilsim::python
