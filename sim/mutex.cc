#include "sim/mutex.h"

#include <cassert>

namespace gilsim::sim {

bool Mutex::try_lock() {
  if (locked_) return false;
  locked_ = true;
  return true;
}

bool Mutex::lock(ThreadState reason) {
  while (!try_lock()) {
    if (computer_.wait(waiters_, never, reason, label_) == WakeReason::Cancelled) return false;
  }
  return true;
}

void Mutex::unlock() {
  assert(locked_ || computer_.ending());
  locked_ = false;
  if (!waiters_.empty()) computer_.wake(waiters_, 1);
}

}  // namespace gilsim::sim
