// What natives spend the current thread's CPU time on, for reports: while one of these lives, it counts for a purpose.
#pragma once

#include "interpreter/runtime/interpreter.h"
#include "sim/purpose.h"

namespace gilsim::python {

class Spending {
 public:
  Spending(Vm& vm, sim::Purpose purpose) : vm_(interpreter(vm)), before_(begin(vm_, purpose)) {}
  ~Spending() { begin(vm_, before_); }
  Spending(const Spending&) = delete;
  Spending& operator=(const Spending&) = delete;

  // For what begins in one call of a native and ends in another. Gives what the time counted for before.
  static sim::Purpose begin(Interpreter& vm, sim::Purpose purpose) {
    return vm.current().os_thread->begin(purpose, vm.time_ahead());
  }

 private:
  Interpreter& vm_;
  sim::Purpose before_;
};

}  // namespace gilsim::python
