// The parts of the _operator module.
#pragma once

#include "interpreter/objects/module.h"

namespace gilsim::python::operators {

void add_getter_types(Module* module);  // itemgetter, attrgetter, methodcaller

}  // namespace gilsim::python::operators
