// What the policies have in common: a queue of ready threads for each core, ordered by a rank that the policy
// gives each thread when it queues and then by arrival; an idle core is always preferred, first the one that
// the thread ran on last; a core that falls idle takes over work from the longest queue.
#pragma once

#include "sim/scheduling_policy.h"

namespace gilsim::sim {

class RankedQueues : public SchedulingPolicy {
 public:
  void attach(const Machine& machine) override;
  int choose_core(const Thread& thread, std::span<const Core> cores) override;
  void enqueue(Thread& thread, int core, ReadyReason reason, Nanoseconds now) override;
  Thread* pick_next(int core, Nanoseconds now) override;
  void withdraw(Thread& thread) override;
  std::size_t waiting(int core) const override { return queue(core).size(); }

  // What a policy without opinions answers: never pre-empt.
  void started(Thread&, int, Nanoseconds) override {}
  void ran(Thread&, Nanoseconds) override {}
  void stopped(Thread&, int, bool) override {}
  Nanoseconds next_check(const Core&, Nanoseconds) const override { return never; }
  bool should_preempt(const Core&, Nanoseconds) override { return false; }
  bool wake_preempts(const Core&, const Thread&, Nanoseconds) override { return false; }

 protected:
  // A smaller rank runs first. Called once each time that a thread queues.
  virtual std::int64_t rank(Thread& thread, int core, ReadyReason reason, Nanoseconds now) = 0;
  // `thread` was taken out of the queue of `from` to run on `to`, or on none (-1).
  virtual void dequeued(Thread&, int /*from*/, int /*to*/) {}
  // The thread that would run next on `core`, or nullptr.
  Thread* front(int core) const { return queue(core).empty() ? nullptr : queue(core).front().thread; }
  std::int64_t front_rank(int core) const { return queue(core).front().rank; }

 private:
  struct Entry {
    std::int64_t rank;
    std::uint64_t arrival;
    Thread* thread;
  };
  using Queue = SharedVector<Entry>;  // a binary heap
  static bool later(const Entry& a, const Entry& b) {
    return a.rank != b.rank ? a.rank > b.rank : a.arrival > b.arrival;
  }
  const Queue& queue(int core) const { return queues_[static_cast<std::size_t>(core)]; }
  int longest_queue() const;

  SharedVector<Queue> queues_;
  std::uint64_t arrivals_ = 0;
};

}  // namespace gilsim::sim
