// What reports call the thing that a thread waits for.
#pragma once

#include "interpreter/objects/value.h"
#include "sim/record.h"

namespace gilsim::python {

class Interpreter;

// The name of a variable of the program that holds `waited_for`, or, when the wait goes on inside the library, that holds
// the Event, Condition, Queue … whose method the program called: "lock", "self.lock", "ready"; else the type's name.
// The same object keeps its label.
sim::LabelId label_of(Interpreter& vm, Value waited_for);

}  // namespace gilsim::python
