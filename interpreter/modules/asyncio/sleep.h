// What asyncio.sleep() gives: a coroutine in C++, since programs make them by the million.
#pragma once

#include "interpreter/modules/asyncio/future.h"

namespace gilsim::python::asyncio {

// It behaves as the coroutine of the Python function of that name in library/asyncio/tasks.py, whose lines tracebacks and
// messages show: the same awaits, the same turns of the loop.
struct Sleep : Object {
  enum class State : uint8_t { Created, LettingTurnPass, WaitingForTimer, Closed };
  Value delay, result;   // owned
  Value future, timer;   // owned: while it waits for the timer; else null
  State state;
  auto references() { return std::tie(delay, result, future, timer); }
};

extern Type sleep_type;
void define_sleep_type(Module* module);
inline bool is_sleep(Value value) { return value.is_object() && value.object()->type == &sleep_type; }

// asyncio.sleep(delay, result=None)
Ref make_sleep(Vm& vm, const Arguments& arguments);
// As the steps of a generator: what it yields; null with nothing pending: it has ended and returned None; null with a
// pending StopIteration: another result; null with anything else pending: it raised.
Ref advance_sleep(Vm& vm, Sleep* sleep);
Ref throw_into_sleep(Vm& vm, Sleep* sleep, Value exception);

}  // namespace gilsim::python::asyncio
