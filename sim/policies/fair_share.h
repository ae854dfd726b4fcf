// Fair share, after Linux's EEVDF scheduler (6.6 and later; kernel/sched/fair.c), all threads having the same
// weight. A thread's virtual runtime is the CPU time that it has used, its core's average is that of all
// threads which are ready or running there, and its lag is how far it is behind that average: what it is
// owed. The ready thread that is furthest behind runs next. Lag is kept through sleep.
// - A running thread that is not ahead of the average keeps its core until it has used a slice.
// - At a tick, one that has used its slice loses the core to any that is further behind.
// - A thread that wakes up pushes the running one off at once if that is ahead of the average or has used its
// slice,
//   and itself is the one furthest behind.
#pragma once

#include <memory>

#include "sim/policies/ranked_queues.h"

namespace gilsim::sim {

class FairShare final : public RankedQueues {
 public:
  // `slice` 0: the kernel's own, 0.75 ms scaled by the number of cores.
  explicit FairShare(Nanoseconds slice) : slice_(slice) {}

  std::string_view name() const override { return "fair-share"; }
  void attach(const Machine& machine) override;
  void started(Thread& thread, int core, Nanoseconds now) override;
  void ran(Thread& thread, Nanoseconds used) override;
  void stopped(Thread& thread, int core, bool stays_ready) override;
  Nanoseconds next_check(const Core& core, Nanoseconds now) const override;
  bool should_preempt(const Core& core, Nanoseconds now) override;
  bool wake_preempts(const Core& core, const Thread& woken, Nanoseconds now) override;

 protected:
  std::int64_t rank(Thread& thread, int core, ReadyReason reason, Nanoseconds now) override;
  void dequeued(Thread& thread, int from, int to) override;

 private:
  struct CoreLoad {
    __extension__ __int128 waiting_runtime = 0;  // sum of the virtual runtimes of those that wait
    std::int64_t waiting = 0;
    const Thread* running = nullptr;
    Nanoseconds last_average = 0;  // valid while there is nobody
  };
  CoreLoad& load(int core) { return loads_[static_cast<std::size_t>(core)]; }
  Nanoseconds average(const CoreLoad& load) const;
  void join(Thread& thread, int core);
  void leave(Thread& thread, int core);

  Nanoseconds slice_;
  Nanoseconds tick_ns_ = 0;
  SharedVector<CoreLoad> loads_;
};

std::unique_ptr<SchedulingPolicy> make_fair_share(const PolicyOptions& options);

}  // namespace gilsim::sim
