// super(): attributes of the classes that come after a given one in an object's MRO.
#pragma once

#include "interpreter/objects/heap.h"

namespace gilsim::python {

struct Super : Object {
  Type* start;     // search begins behind this class
  Value instance;  // or null: unbound
  Type* type;      // whose MRO is searched, or null
};

extern Type super_type;

// super() without arguments: a tuple of the __class__ of the running method and its first argument. Null with
// RuntimeError pending ("super(): no arguments", "super(): __class__ cell not found"). Set by the runtime.
extern Ref (*super_from_frame)(Vm& vm);

// super(start, instance).name, without making the super object when it is only looked at once.
Ref super_get_attribute(Vm& vm, Type* start, Value instance, Type* type, Str* name, bool* found);

void define_super_type();

}  // namespace gilsim::python
