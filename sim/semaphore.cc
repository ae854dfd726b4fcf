#include "sim/semaphore.h"

namespace gilsim::sim {

bool Semaphore::try_wait() {
  if (value_ == 0) return false;
  --value_;
  taken_at_ = 0;
  holder_ = computer_.active() ? computer_.active()->tid() : 0;
  return true;
}

WakeReason Semaphore::wait(Nanoseconds deadline, ThreadState reason, OnSignal on_signal) {
  Thread* thread = computer_.active();
  WakeReason result = WakeReason::Woken;
  while (result == WakeReason::Woken && !try_wait()) {
    if (is_lock_) thread->set_wanted_semaphore(this, computer_.now());
    result = computer_.wait(waiters_, deadline, reason, label_, nullptr, on_signal);
  }
  if (is_lock_) thread->set_wanted_semaphore(nullptr, 0);
  return result;
}

void Semaphore::post() {
  ++value_;
  holder_ = 0;
  if (!waiters_.empty()) computer_.wake(waiters_, 1);
}

}  // namespace gilsim::sim
