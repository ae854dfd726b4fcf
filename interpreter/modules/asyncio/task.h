// asyncio.Task: a coroutine that a loop runs step by step.
#pragma once

#include "interpreter/modules/asyncio/event_loop.h"
#include "interpreter/modules/asyncio/future.h"

namespace gilsim::python::asyncio {

struct Task : Future {
  Value coroutine;  // owned
  Value waiter;     // owned: the future it waits for, or null
  Value name;       // owned: str; or a small int n for "Task-n", until somebody asks
  Value context;    // owned: the Context in which the steps run; or the values of one that nobody has seen yet (task.cc)
  Task* previous;   // in its loop's list of tasks that are not done, oldest first
  Task* next;
  uint32_t cancel_requests;
  bool must_cancel;         // the next step throws CancelledError into the coroutine
  bool complains_of_death;  // `_log_destroy_pending`
  bool listed;
  auto task_references() { return std::tuple_cat(future_references(), std::tie(coroutine, waiter, name, context)); }
};

extern Type task_type;
void define_task_type(Module* module);

inline bool is_task(Value value) {
  return value.is_object() && (value.object()->type == &task_type || is_subtype(value.object()->type, &task_type));
}

// A task for the coroutine, its first step already in the ready queue. `name` and `context` may be null.
Ref make_task(Vm& vm, Value loop, Value coroutine, Value name, Value context);
Ref task_name(Task* task);

// Runs the coroutine to its next await; with an exception, throws that in. False: an exception that is not the task's
// affair (KeyboardInterrupt, SystemExit, an error of asyncio's own) is pending.
bool step(Vm& vm, Task* task, Value exception);
// The future that the task waits for is done.
bool wake_up(Vm& vm, Task* task, Value future);

// The loop's current task, around a step.
bool enter_task(Vm& vm, EventLoop* loop, Value task);
bool leave_task(Vm& vm, EventLoop* loop, Value task);

}  // namespace gilsim::python::asyncio
