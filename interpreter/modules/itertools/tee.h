// itertools.tee, the function.
#pragma once

#include "interpreter/objects/arguments.h"

namespace gilsim::python::itertools {

Ref tee(Vm& vm, const Arguments& arguments);

}  // namespace gilsim::python::itertools
