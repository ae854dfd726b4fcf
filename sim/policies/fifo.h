// First in, first out: a thread keeps its core until it blocks or ends, as SCHED_FIFO threads of one priority
// do.
#pragma once

#include <memory>

#include "sim/policies/ranked_queues.h"

namespace gilsim::sim {

class Fifo final : public RankedQueues {
 public:
  std::string_view name() const override { return "fifo"; }

 protected:
  std::int64_t rank(Thread&, int, ReadyReason, Nanoseconds) override { return 0; }
};

std::unique_ptr<SchedulingPolicy> make_fifo(const PolicyOptions& options);

}  // namespace gilsim::sim
