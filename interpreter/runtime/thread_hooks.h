// What modules add to the life of a thread.
#pragma once

#include <string>
#include <vector>

#include "interpreter/objects/value.h"
#include "sim/deadlock.h"

namespace gilsim::python {

class Interpreter;
struct PythonThread;

// The name under which the record knows a thread from its start: that of the threading.Thread behind its function.
std::string thread_name_for_record(Value function);

// The thread's function has returned: releases the lock of `_set_sentinel`, so that join() sees its end, and drops its
// thread-local values. Runs with the GIL held.
void thread_ending(Interpreter& vm, PythonThread& state);

// The tasks of an event loop that are not done, oldest first, and where each awaits.
sim::SharedVector<sim::TaskSituation> pending_tasks(Interpreter& vm, Value loop);

}  // namespace gilsim::python
