// Round robin: ready threads run in the order in which they became ready, each for at most a quantum; then it
// goes to the back of the queue.
#pragma once

#include <memory>

#include "sim/policies/ranked_queues.h"

namespace gilsim::sim {

class RoundRobin final : public RankedQueues {
 public:
  explicit RoundRobin(Nanoseconds quantum) : quantum_(quantum) {}

  std::string_view name() const override { return "round-robin"; }
  Nanoseconds next_check(const Core& core, Nanoseconds now) const override;
  bool should_preempt(const Core&, Nanoseconds) override { return true; }

 protected:
  std::int64_t rank(Thread&, int, ReadyReason, Nanoseconds) override { return 0; }

 private:
  Nanoseconds quantum_;
};

std::unique_ptr<SchedulingPolicy> make_round_robin(const PolicyOptions& options);

}  // namespace gilsim::sim
