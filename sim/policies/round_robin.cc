#include "sim/policies/round_robin.h"

namespace gilsim::sim {

// A thread that nobody waited for at the end of its quantum has begun another.
Nanoseconds RoundRobin::next_check(const Core& core, Nanoseconds now) const {
  const Nanoseconds quanta_used = (now - core.running_since) / quantum_;
  return core.running_since + (quanta_used + 1) * quantum_;
}

std::unique_ptr<SchedulingPolicy> make_round_robin(const PolicyOptions& options) {
  // Linux runs SCHED_RR threads for 100 ms; teaching systems and most textbooks use about 10 ms.
  constexpr Nanoseconds default_quantum = 10 * millisecond;
  return std::make_unique<RoundRobin>(options.quantum > 0 ? options.quantum : default_quantum);
}

}  // namespace gilsim::sim
