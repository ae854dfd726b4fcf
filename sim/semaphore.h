// A counting semaphore of the simulated system (POSIX sem_t): a post adds one and, if a thread waits, wakes
// one; the woken thread must still win the value, so a thread that is already running may overtake it.
#pragma once

#include "sim/computer.h"

namespace gilsim::sim {

class Semaphore {
 public:
  explicit Semaphore(Computer& computer, int value = 0, LabelId label = no_label)
      : computer_(computer), label_(label), value_(value) {}

  bool try_wait();
  // Woken means that the value was taken.
  WakeReason wait(Nanoseconds deadline = never, ThreadState reason = ThreadState::WaitingForLock);
  void post();
  int value() const { return value_; }

 private:
  Computer& computer_;
  LabelId label_;
  int value_;
  WaitQueue waiters_;
};

}  // namespace gilsim::sim
