#include "sim/wait_queue.h"

#include <cassert>

#include "sim/thread.h"

namespace gilsim::sim {

Thread* WaitQueue::after(const Thread& thread) {
  return thread.wait_after_;
}

void WaitQueue::push_back(Thread& thread) {
  assert(thread.wait_queue_ == nullptr);
  thread.wait_queue_ = this;
  thread.wait_before_ = last_;
  thread.wait_after_ = nullptr;
  (last_ ? last_->wait_after_ : first_) = &thread;
  last_ = &thread;
}

void WaitQueue::remove(Thread& thread) {
  assert(thread.wait_queue_ == this);
  (thread.wait_before_ ? thread.wait_before_->wait_after_ : first_) = thread.wait_after_;
  (thread.wait_after_ ? thread.wait_after_->wait_before_ : last_) = thread.wait_before_;
  thread.wait_queue_ = nullptr;
  thread.wait_before_ = thread.wait_after_ = nullptr;
}

}  // namespace gilsim::sim
