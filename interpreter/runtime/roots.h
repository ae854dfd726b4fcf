// What a process certainly refers to, for the collector (Vm::visit_roots).
#pragma once

#include "interpreter/objects/type.h"

namespace gilsim::python {

void visit_roots(Vm& vm, Visitor& visitor);

}  // namespace gilsim::python
