// What the _thread module adds to the life of a thread.
#pragma once

#include <string>

#include "interpreter/objects/value.h"

namespace gilsim::python {

class Interpreter;
struct PythonThread;

// The name under which the record knows a thread from its start: that of the threading.Thread behind its function.
std::string thread_name_for_record(Value function);

// The thread's function has returned: releases the lock of `_set_sentinel`, so that join() sees its end, and drops its
// thread-local values. Runs with the GIL held.
void thread_ending(Interpreter& vm, PythonThread& state);

}  // namespace gilsim::python
