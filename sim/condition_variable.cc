#include "sim/condition_variable.h"

namespace gilsim::sim {

// Unlocking may take time if others wait for the mutex. A notification in that time must not be lost: as in
// the C library, the notifications are counted, and the thread sleeps only if there was none since it
// unlocked.
WakeReason ConditionVariable::wait(Mutex& mutex, Nanoseconds deadline, ThreadState reason) {
  const std::uint64_t seen = notifications_;
  mutex.unlock();
  WakeReason result = WakeReason::Woken;
  if (seen == notifications_) result = computer_.wait(waiters_, deadline, reason, label_);
  return mutex.lock(reason) ? result : WakeReason::Cancelled;
}

void ConditionVariable::notify(int count) {
  ++notifications_;
  if (!waiters_.empty()) computer_.wake(waiters_, count);
}

}  // namespace gilsim::sim
