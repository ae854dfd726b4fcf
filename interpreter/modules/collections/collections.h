// The types of the _collections module by file; each function defines its types and adds them to the module.
#pragma once

#include "interpreter/objects/module.h"

namespace gilsim::python::collections {

void add_default_dict_type(Module* module);
void add_ordered_dict_types(Module* module);
void add_tuple_getter_type(Module* module);

}  // namespace gilsim::python::collections
