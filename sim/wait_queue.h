// A futex-like queue of blocked threads, in the order in which they began to wait. It only links threads
// together; Computer::wait and Computer::wake do the rest. 16 bytes, no allocation. It lies in shared memory: for what lies
// in a program's own memory there is FutexQueue.
#pragma once

#include <cstdint>

namespace gilsim::sim {

class Thread;

// Invariant: a thread is in at most one queue, and only while it is blocked. REQUIRES at destruction: it is
// empty, or the run has ended.
class WaitQueue {
 public:
  WaitQueue() = default;
  WaitQueue(const WaitQueue&) = delete;
  WaitQueue& operator=(const WaitQueue&) = delete;

  bool empty() const { return first_ == nullptr; }
  Thread* first() const { return first_; }
  // The one that began to wait after `thread`, or nullptr.
  static Thread* after(const Thread& thread);

 private:
  friend class Computer;
  void push_back(Thread& thread);
  void remove(Thread& thread);

  Thread* first_ = nullptr;
  Thread* last_ = nullptr;
};

}  // namespace gilsim::sim
