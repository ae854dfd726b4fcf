// Fair share, after Linux's EEVDF scheduler (6.6 and later; kernel/sched/fair.c): the ready thread with the earliest
// virtual deadline runs, where a thread's virtual time is the CPU time that it has used and its deadline lies one slice
// ahead. A running thread keeps its core until it has used its slice, and that is looked at only at the ticks of the
// core; a thread that wakes up pushes nobody off. All threads have the same weight.
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
  Nanoseconds next_check(const Core& core, Nanoseconds now) const override;
  bool should_preempt(const Core& core, Nanoseconds now) override;

 protected:
  std::int64_t rank(Thread& thread, int core, ReadyReason reason, Nanoseconds now) override;

 private:
  void place_on(Thread& thread, int core);

  Nanoseconds slice_;
  Nanoseconds tick_ns_ = 0;
  // For each core the virtual time that its threads have reached; never decreases.
  std::vector<Nanoseconds> reached_;
};

std::unique_ptr<SchedulingPolicy> make_fair_share(const PolicyOptions& options);

}  // namespace gilsim::sim
