// Where tracebacks find what they show: positions of instructions, source lines.
#pragma once

namespace gilsim::python {

class Interpreter;

// Connects objects/traceback.h to the interpreter's code objects and sources.
void connect_tracebacks(Interpreter& vm);

}  // namespace gilsim::python
