#include "sim/semaphore.h"

namespace gilsim::sim {

bool Semaphore::try_wait() {
  if (value_ == 0) return false;
  --value_;
  return true;
}

WakeReason Semaphore::wait(Nanoseconds deadline, ThreadState reason) {
  while (!try_wait()) {
    const WakeReason result = computer_.wait(waiters_, deadline, reason, label_);
    if (result != WakeReason::Woken) return result;
  }
  return WakeReason::Woken;
}

void Semaphore::post() {
  ++value_;
  if (!waiters_.empty()) computer_.wake(waiters_, 1);
}

}  // namespace gilsim::sim
