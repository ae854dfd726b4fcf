// Signals as programs see them: the handlers run in the main thread, between two instructions, where CPython 3.11 looks at
// its eval breaker, or in the middle of a wait, which goes on afterwards (PEP 475; blocking.h).
#pragma once

#include "interpreter/objects/vm.h"

namespace gilsim::python {

class Interpreter;
struct PythonThread;

// What CPython makes of SIGINT and SIGPIPE when it starts.
void install_signal_actions(Interpreter& vm);

// Whether signals were caught that the thread is to handle: it is the main one.
bool has_signals(Interpreter& vm, const PythonThread& thread);

// In the main thread: runs the handlers of the signals caught so far. False: one raised, its exception is pending, or the
// run is over.
bool handle_signals(Vm& vm);

// To be called by a thread that has sent a signal, which need not interrupt the main thread: if it was caught, the program's
// wake-up descriptor tells of it, and an event loop wakes up. False: the run is over.
bool announce_signals(Interpreter& vm);

}  // namespace gilsim::python
