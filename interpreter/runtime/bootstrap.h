// What must be in place before a program's first instruction, and what happens after its last.
#pragma once

#include "interpreter/objects/ref.h"

namespace gilsim::python {

class Interpreter;

// Names, types, and the hooks by which objects reach the eval loop. Once a run, before anything else.
void initialize_runtime(Interpreter& vm);
// The namespace of the builtins module (interpreter/builtins/).
void populate_builtins(Interpreter& vm);

// Keeps the builtins as they are now, for finalize.
void remember_builtins(Interpreter& vm);
// As CPython's Py_FinalizeEx at the end of the main thread (finalization.cc): joins threads, runs atexit callbacks,
// flushes stdout, and takes the modules apart, so that what they hold ends.
void finalize(Interpreter& vm);

}  // namespace gilsim::python
