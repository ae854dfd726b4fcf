// A mutual exclusion lock of the simulated system (pthread_mutex_t): no owner is recorded, an unlock wakes
// the first waiter, which must win the lock again.
#pragma once

#include "sim/computer.h"

namespace gilsim::sim {

class Mutex {
 public:
  explicit Mutex(Computer& computer, LabelId label = no_label) : computer_(computer), label_(label) {}

  bool try_lock();
  // False only when the run is ending: the mutex is then not locked.
  bool lock(ThreadState reason = ThreadState::WaitingForLock);
  // REQUIRES: locked, unless the run is ending.
  void unlock();
  bool locked() const { return locked_; }

 private:
  Computer& computer_;
  LabelId label_;
  bool locked_ = false;
  WaitQueue waiters_;
};

}  // namespace gilsim::sim
