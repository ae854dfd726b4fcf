// How natives wait: with the GIL released, in virtual time, and with the right state afterwards.
//
//   ReleasedGil released(vm);            // brings the clock up to date and drops the GIL
//   … = lock.acquire(released.os_thread(), deadline, …);
//   if (!released.take_back()) return {};  // takes the GIL again; false: the run is over, unwind
#pragma once

#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

class ReleasedGil {
 public:
  explicit ReleasedGil(Vm& vm);
  ~ReleasedGil();
  ReleasedGil(const ReleasedGil&) = delete;
  ReleasedGil& operator=(const ReleasedGil&) = delete;

  sim::Thread& os_thread() { return *state_.os_thread; }
  sim::Computer& computer() { return vm_.computer(); }
  // False with the thread's unwinding begun when the run is ending.
  bool take_back();

 private:
  Interpreter& vm_;
  PythonThread& state_;
  bool released_ = true;
};

// To be asked whenever a thread has taken the GIL: once the main thread takes the interpreter apart, every other thread
// ends instead of running on, as CPython's daemon threads do. True: it no longer holds the GIL and is to unwind.
bool ends_at_shutdown(Interpreter& vm, PythonThread& thread);

// Brings the computer's clock up to the current thread's. Needed before a native asks for the time, wakes somebody, or
// does anything else that others can see happen at a moment. False: the run is ending, unwind.
inline bool synchronize(Vm& vm) { return interpreter(vm).synchronize(); }

}  // namespace gilsim::python
