// id(): numbers handed out on first use, from a counter that starts where a heap might be. Real addresses would differ
// from run to run and from machine to machine, and they show: in default reprs, in the hash of an object, in sets' order.
#pragma once

#include "interpreter/objects/object.h"

namespace gilsim::python {

uint64_t identity_number(Value value);
uint64_t object_number(Object* object);  // the same counter without the disguise: 1, 2, 3, …
void forget_identity(const Object* object);  // at its death; REQUIRES: kHasId

}  // namespace gilsim::python
