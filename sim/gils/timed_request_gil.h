// The GIL of CPython 3.2 to 3.12 (Python/ceval_gil.h, ceval_gil.c): a waiter sleeps on a condition variable
// for the whole switch interval and asks the holder to drop the lock only if it timed out with no switch
// meanwhile. A newcomer may take a free lock ahead of sleepers that were already signalled (barging). A
// holder that drops the lock while a request is set waits until another thread has taken it (forced switch,
// FORCE_SWITCHING), also before a system call.
#pragma once

#include "sim/gil.h"

namespace gilsim::sim {

class TimedRequestGil final : public GlobalInterpreterLock, private WaitRenewal {
 public:
  TimedRequestGil(Computer& computer, LabelId label) : computer_(computer), label_(label) {}

  bool take(Thread& thread) override;
  void drop(Thread& thread) override { release(thread, GilDropCause::Voluntary); }
  bool yield(Thread& thread) override;

  // How often the lock went to another thread than the one that held it last.
  std::uint64_t switches() const { return switch_number_; }

 private:
  // WaitRenewal. A waiter that times out when there has been a switch, or somebody has asked already, would only begin a
  // new wait. It does so without being given a core for it: the one thing in which this differs from CPython,
  // where each costs some 2 us of CPU time. With few threads that is not to be seen; with thousands it is
  // what they spend their time on.
  // The thread's note is the switch number at the beginning of its wait.
  std::optional<Nanoseconds> renew(Thread& thread, Nanoseconds now) override;
  bool wait_until_free(Thread& thread);
  void release(Thread& thread, GilDropCause cause);

  Computer& computer_;
  LabelId label_;
  // CPython guards its state by a mutex. None is needed here: nothing between two waits of this class takes
  // virtual time, so no other thread can look in between.
  WaitQueue cond_;         // those that want the lock
  WaitQueue switch_cond_;  // droppers that wait for the forced switch
  std::uint32_t last_holder_ = 0;
  std::uint64_t switch_number_ = 0;
};

}  // namespace gilsim::sim
