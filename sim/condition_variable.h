// A condition variable of the simulated system (pthread_cond_t): waiters are woken in the order in which their current
// wait began.
#pragma once

#include "sim/mutex.h"

namespace gilsim::sim {

class ConditionVariable {
 public:
  explicit ConditionVariable(Computer& computer, LabelId label = no_label) : computer_(computer), label_(label) {}

  // Unlocks `mutex`, waits, locks it again. REQUIRES: mutex is locked.
  WakeReason wait(Mutex& mutex, Nanoseconds deadline = never,
                  ThreadState reason = ThreadState::WaitingForCondition);
  void notify_one() { computer_.wake(waiters_, 1); }
  void notify_all() { computer_.wake(waiters_, 1'000'000'000); }

 private:
  Computer& computer_;
  LabelId label_;
  WaitQueue waiters_;
};

}  // namespace gilsim::sim
