// Objects that the eval loop recognises by identity. Found once a run, when the built-ins are in place; borrowed.
#pragma once

#include "interpreter/objects/value.h"

namespace gilsim::python {

class Interpreter;

struct WellKnown {
  Value len, isinstance, list_append;
};
extern WellKnown well_known;
void find_well_known(Interpreter& vm);

}  // namespace gilsim::python
