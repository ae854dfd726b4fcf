// How natives wait: with the GIL released, in virtual time, and with the right state afterwards.
//
//   ReleasedGil released(vm);            // brings the clock up to date and drops the GIL
//   … = lock.acquire(released.os_thread(), deadline, …);
//   if (!released.take_back()) return {};  // takes the GIL again; false: the run is over, unwind
//
// Waits that may be long are to be ended by signals (sim::OnSignal::Return), whose handlers run before the wait goes on:
//
//   const auto wait = [&](ReleasedGil& released) { return lock.acquire(released.os_thread(), …, sim::OnSignal::Return); };
//   if (!wait_through_signals(vm, wait, &came_back)) return {};  // a handler raised, or the run is over
#pragma once

#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/signals.h"

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

// A moment that is so long after the GIL was first released; never for a negative duration.
class Deadline {
 public:
  explicit Deadline(sim::Nanoseconds duration) : duration_(duration) {}
  sim::Nanoseconds operator()(const sim::Computer& computer) {
    if (moment_ < 0) moment_ = duration_ < 0 ? sim::never : sim::saturating_add(computer.now(), duration_);
    return moment_;
  }

 private:
  sim::Nanoseconds duration_, moment_ = -1;
};

// Calls `wait` with the GIL released until it ends otherwise than by a signal; in between the handlers run. False: one of
// them raised, or the run is over.
template <class Wait>
bool wait_through_signals(Vm& vm, Wait wait, sim::WakeReason* came_back) {
  do {
    ReleasedGil released(vm);
    *came_back = wait(released);
    if (!released.take_back()) return false;
  } while (*came_back == sim::WakeReason::Interrupted && handle_signals(vm));
  return *came_back != sim::WakeReason::Interrupted;
}

// To be asked whenever a thread has taken the GIL: once the main thread takes the interpreter apart, every other thread
// ends instead of running on, as CPython's daemon threads do. True: it no longer holds the GIL and is to unwind.
bool ends_at_shutdown(Interpreter& vm, PythonThread& thread);

// Brings the computer's clock up to the current thread's. Needed before a native asks for the time, wakes somebody, or
// does anything else that others can see happen at a moment. False: the run is ending, unwind.
inline bool synchronize(Vm& vm) { return interpreter(vm).synchronize(); }

}  // namespace gilsim::python
