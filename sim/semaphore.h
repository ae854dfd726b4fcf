// A counting semaphore of the simulated system (POSIX sem_t): a post adds one and, if a thread waits, wakes
// one; the woken thread must still win the value, so a thread that is already running may overtake it.
#pragma once

#include "sim/computer.h"

namespace gilsim::sim {

// In shared memory when several processes use it.
class Semaphore : public SharedObject {
 public:
  // `is_lock`: only who has taken it gives it back.
  explicit Semaphore(Computer& computer, int value = 0, LabelId label = no_label, bool is_lock = false)
      : computer_(computer), label_(label), is_lock_(is_lock), value_(value) {}

  bool try_wait();
  // Woken means that the value was taken.
  WakeReason wait(Nanoseconds deadline = never, ThreadState reason = ThreadState::WaitingForLock,
                  OnSignal on_signal = OnSignal::GoOn);
  void post();
  int value() const { return value_; }
  LabelId label() const { return label_; }
  void set_label(LabelId label) { label_ = label; }
  bool is_lock() const { return is_lock_; }
  // tid of the thread that took it last, for a lock; 0 when it is free.
  std::uint32_t holder() const { return holder_; }
  // Where that was: a PlaceToken (lock.h) of its process.
  std::uint64_t taken_at() const { return taken_at_; }
  void set_taken_at(std::uint64_t place) { taken_at_ = place; }

 private:
  Computer& computer_;
  LabelId label_;
  const bool is_lock_;
  std::uint32_t holder_ = 0;
  std::uint64_t taken_at_ = 0;
  int value_;
  WaitQueue waiters_;
};

}  // namespace gilsim::sim
