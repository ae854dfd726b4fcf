#include "sim/scheduling_policy.h"

#include "sim/policies/fair_share.h"
#include "sim/policies/fifo.h"
#include "sim/policies/priority_feedback.h"
#include "sim/policies/round_robin.h"

namespace gilsim::sim {
namespace {

constexpr PolicyInfo policies[] = {
    {"fair-share", "equal CPU time for all, looked at in every tick (Linux EEVDF)", true, make_fair_share},
    {"round-robin", "in turn, a quantum each", true, make_round_robin},
    {"fifo", "in turn, until it blocks or ends", false, make_fifo},
    {"priority-feedback", "three levels; who uses up its quantum goes down", true, make_priority_feedback},
};

}  // namespace

std::span<const PolicyInfo> scheduling_policies() {
  return policies;
}

std::unique_ptr<SchedulingPolicy> make_policy(std::string_view name, const PolicyOptions& options) {
  for (const PolicyInfo& policy : policies) {
    if (policy.name == name) return policy.make(options);
  }
  return nullptr;
}

}  // namespace gilsim::sim
