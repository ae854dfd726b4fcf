// The queue of those who wait at something in a process's own memory, such as a lock of the program's. As with a futex,
// the kernel's part is there only while somebody waits, and a process that was forked meanwhile has a copy of the memory
// but none of the waiters: it finds its queue empty. Computer::wait and Computer::wake take it like a WaitQueue.
#pragma once

#include "sim/process.h"
#include "sim/wait_queue.h"

namespace gilsim::sim {

class FutexQueue {
 public:
  FutexQueue() = default;
  FutexQueue(const FutexQueue&) = delete;
  FutexQueue& operator=(const FutexQueue&) = delete;

  bool empty() const { return !exists() || queue_->empty(); }

 private:
  friend class Computer;
  bool exists() const { return queue_ != nullptr && process_ == current_pid; }

  WaitQueue* queue_ = nullptr;
  std::uint32_t process_ = 0;  // whose threads wait in it
};

}  // namespace gilsim::sim
