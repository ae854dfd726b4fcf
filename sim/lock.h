// The lock behind threading.Lock of Python 3: on Linux a POSIX semaphore of value 0 or 1
// (Python/thread_pthread.h). A release never hands the lock over: it wakes one waiter, which must win the
// lock against whoever is running. Any thread of its process may release it; a forked process has a copy. 40 bytes; while nobody waits, acquiring and
// releasing costs no event and no record.
#pragma once

#include <cstdint>

#include "sim/computer.h"
#include "sim/futex_queue.h"

namespace gilsim::sim {

// What the layer above needs to find a source line later; it alone knows the meaning. Resolved by its
// PlaceSource.
using PlaceToken = std::uint64_t;

class Lock {
 public:
  Lock() = default;
  explicit Lock(LabelId label) : label_(label) {}

  bool locked() const { return holder_ != 0; }
  // Thread::identity() of the thread that took it, 0 when it is free.
  std::uint32_t holder() const { return holder_; }
  PlaceToken taken_at() const { return taken_at_; }
  // A label of its own is made at the first contention if none was set.
  LabelId label() const { return label_; }
  void set_label(LabelId label) { label_ = label; }
  bool contended() const { return !waiters_.empty(); }

  // Takes it if it is free.
  bool try_acquire(const Thread& thread, PlaceToken place = 0) {
    if (holder_ != 0) return false;
    holder_ = thread.identity();
    taken_at_ = place;
    return true;
  }

  // Waits for it, to be called after try_acquire has failed (and the GIL was dropped): Woken means taken.
  // `reason` says what the wait means to the program: a lock, a condition, a join. Thread context; `thread`
  // is the active one.
  WakeReason acquire(Thread& thread, Nanoseconds deadline = never, PlaceToken place = 0,
                     ThreadState reason = ThreadState::WaitingForLock, OnSignal on_signal = OnSignal::GoOn);

  // REQUIRES: locked, unless the run is ending.
  void release(Computer& computer) {
    holder_ = 0;
    if (!waiters_.empty()) [[unlikely]]
      computer.wake(waiters_, 1);
  }

 private:
  void ensure_label(Record& record);

  PlaceToken taken_at_ = 0;
  FutexQueue waiters_;
  std::uint32_t holder_ = 0;
  LabelId label_ = no_label;
};
static_assert(sizeof(Lock) <= 40);

}  // namespace gilsim::sim
