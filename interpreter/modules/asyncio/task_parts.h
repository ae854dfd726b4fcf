// What the Task type's methods need of a task's inner life.
#pragma once

#include "interpreter/modules/asyncio/task.h"

namespace gilsim::python::asyncio::task_parts {

// Puts the first step of a task that has its loop and name into the ready queue. `context` null or None: a copy of the
// current one.
bool begin(Vm& vm, Task* task, Value coroutine, Value context);
// Takes the task out of its loop's list.
void forget(Task* task);
Ref cancel(Vm& vm, Task* task, Value message);

}  // namespace gilsim::python::asyncio::task_parts
