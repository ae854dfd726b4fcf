// types.SimpleNamespace: an object that is its attributes.
#pragma once

#include "interpreter/objects/heap.h"

namespace gilsim::python {

extern Type simple_namespace_type;

void define_simple_namespace_type();

}  // namespace gilsim::python
