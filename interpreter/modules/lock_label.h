// What reports call the thing that a thread waits for.
#pragma once

#include "interpreter/objects/value.h"
#include "sim/record.h"

namespace gilsim::python {

class Interpreter;

// How the program would write `waited_for` (value_path.h), or, when the wait goes on inside the library, the Event,
// Condition, Queue … whose method the program called: "lock", "forks[1]", "ready"; else the type's name. The same object
// keeps its label.
sim::LabelId label_of(Interpreter& vm, Value waited_for);

}  // namespace gilsim::python
