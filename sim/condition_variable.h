// A condition variable of the simulated system (pthread_cond_t): waiters are woken in the order in which
// their current wait began. As with pthreads, a wait may end without a notification of its own: test the
// condition in a loop.
#pragma once

#include <cstdint>
#include <limits>

#include "sim/mutex.h"

namespace gilsim::sim {

class ConditionVariable {
 public:
  explicit ConditionVariable(Computer& computer, LabelId label = no_label)
      : computer_(computer), label_(label) {}

  // Unlocks `mutex`, waits, locks it again. REQUIRES: mutex is locked.
  WakeReason wait(Mutex& mutex, Nanoseconds deadline = never,
                  ThreadState reason = ThreadState::WaitingForCondition);
  void notify_one() { notify(1); }
  void notify_all() { notify(std::numeric_limits<int>::max()); }

 private:
  void notify(int count);

  Computer& computer_;
  LabelId label_;
  std::uint64_t notifications_ = 0;
  WaitQueue waiters_;
};

}  // namespace gilsim::sim
