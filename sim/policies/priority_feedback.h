// Priority feedback (the multi-level feedback queue of the textbooks): a thread begins at the highest of
// three levels and goes down one whenever it has used up the quantum of its level, which doubles from level
// to level. A thread that wakes up pushes a running one of a lower level off. Once a second every thread is
// back at the highest level, so that none starves.
#pragma once

#include <memory>

#include "sim/policies/ranked_queues.h"

namespace gilsim::sim {

class PriorityFeedback final : public RankedQueues {
 public:
  explicit PriorityFeedback(Nanoseconds quantum) : quantum_(quantum) {}

  std::string_view name() const override { return "priority-feedback"; }
  void started(Thread& thread, int core, Nanoseconds now) override;
  void ran(Thread& thread, Nanoseconds used) override;
  Nanoseconds next_check(const Core& core, Nanoseconds now) const override;
  bool should_preempt(const Core& core, Nanoseconds now) override;
  bool wake_preempts(const Core& core, const Thread& woken, Nanoseconds now) override;

 protected:
  std::int64_t rank(Thread& thread, int core, ReadyReason reason, Nanoseconds now) override;

 private:
  void lift(Thread& thread, Nanoseconds now);
  Nanoseconds quantum_of(const Thread& thread) const { return quantum_ << thread.scheduling().priority; }

  Nanoseconds quantum_;
};

std::unique_ptr<SchedulingPolicy> make_priority_feedback(const PolicyOptions& options);

}  // namespace gilsim::sim
