#include "interpreter/runtime/blocking.h"

namespace gilsim::python {

ReleasedGil::ReleasedGil(Vm& vm) : vm_(interpreter(vm)), state_(vm_.current()) {
  if (vm_.synchronize()) vm_.gil().drop(*state_.os_thread);
}

bool ReleasedGil::take_back() {
  released_ = false;
  const bool taken = !vm_.computer().ending() && vm_.gil().take(*state_.os_thread);
  vm_.thread = &state_;  // others have run
  if (!taken) {
    vm_.cancel(state_);
    return false;
  }
  if (ends_at_shutdown(vm_, state_)) return false;
  vm_.refill();
  return true;
}

bool ends_at_shutdown(Interpreter& vm, PythonThread& thread) {
  if (!vm.finalizing || thread.is_main) return false;
  vm.gil().drop(*thread.os_thread);
  vm.cancel(thread);
  return true;
}

ReleasedGil::~ReleasedGil() {
  if (released_) take_back();
}

}  // namespace gilsim::python
