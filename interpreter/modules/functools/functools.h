// The types of the _functools module by file; each function defines its types and adds what the module shows of them.
#pragma once

#include "interpreter/objects/arguments.h"
#include "interpreter/objects/module.h"

namespace gilsim::python::functools {

void add_partial_type(Module* module);
void define_key_wrapper_type();
void add_lru_cache_type(Module* module);

Ref cmp_to_key(Vm& vm, const Arguments& arguments);

}  // namespace gilsim::python::functools
