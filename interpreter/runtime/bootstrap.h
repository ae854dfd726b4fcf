// What must be in place before a program's first instruction, and what happens after its last.
#pragma once

#include "interpreter/objects/ref.h"

namespace gilsim::python {

class Interpreter;

// Names, types, and the hooks by which objects reach the eval loop. Once a run, before anything else.
void initialize_runtime(Interpreter& vm);
// The namespace of the builtins module (interpreter/builtins/).
void populate_builtins(Interpreter& vm);

// As CPython's Py_FinalizeEx at the end of the main thread: joins threads, runs atexit callbacks, flushes stdout.
void finalize(Interpreter& vm);

}  // namespace gilsim::python
