// `object`, the base of all classes: what every value can do unless its class says otherwise.
#pragma once

#include "interpreter/objects/arguments.h"
#include "interpreter/objects/type.h"

namespace gilsim::python {

// `object.__new__`: the eval loop recognises it in order to make plain instances at once.
Ref object_create(Vm& vm, Type* type, const Arguments& arguments);
bool object_initialize(Vm& vm, Value self, const Arguments& arguments);  // `object.__init__`
// TypeError "Can't instantiate abstract class …"; always false. REQUIRES: kAbstract.
bool refuse_abstract(Vm& vm, Type* type);
Ref object_repr(Vm& vm, Value self);  // <module.Class object at 0x…>
// "<Class object at 0x…>"-style pieces of reprs: the number as CPython prints addresses.
std::string address_text(Value value);

// object_reduction.cc: `object.__getstate__`, and `__reduce_ex__`, which is `__reduce__` as well.
Ref object_getstate(Vm& vm, const Arguments& arguments);
Ref object_reduce_ex(Vm& vm, const Arguments& arguments);

void define_object_type();

}  // namespace gilsim::python
