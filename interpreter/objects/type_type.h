// `type`, the class of classes: its attributes and methods.
#pragma once

#include "interpreter/objects/type.h"

namespace gilsim::python {

// The value of __module__: a str, or whatever a program has put there; null when there is none.
Ref type_module(const Type* type);
// "module.Class" as reprs show it, without the module for built-ins.
std::string full_type_name(const Type* type);

void define_type_type();

}  // namespace gilsim::python
