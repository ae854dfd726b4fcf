// Calling Python functions from C++, and the words that calls use in messages.
#pragma once

#include <string>

#include "interpreter/objects/function.h"

namespace gilsim::python {

// How messages name a callable: "f()", "module.Class.method()"; the repr of something without a __qualname__.
std::string callable_text(Vm& vm, Value callable);

// Fills in the operations of function_type that need the eval loop. Once a run.
void complete_function_type();

}  // namespace gilsim::python
