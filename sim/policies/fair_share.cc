#include "sim/policies/fair_share.h"

#include <algorithm>
#include <bit>

namespace gilsim::sim {
namespace {

constexpr Nanoseconds base_slice = 750 * microsecond;  // sysctl_sched_base_slice

// The kernel's scaling: 1 + floor(log2(cores)), of at most eight cores (sched_tunable_scaling = logarithmic).
Nanoseconds scaled_slice(int cores) {
  const auto counted = static_cast<unsigned>(std::clamp(cores, 1, 8));
  return base_slice * std::bit_width(counted);
}

}  // namespace

void FairShare::attach(const Machine& machine) {
  RankedQueues::attach(machine);
  tick_ns_ = machine.tick_ns;
  if (slice_ == 0) slice_ = scaled_slice(machine.cores);
  reached_.assign(static_cast<std::size_t>(machine.cores), 0);
}

// A thread that slept, or comes from another core, joins at the virtual time of this core. What it was ahead or behind
// is kept, up to one slice, so that sleeping neither earns a share nor loses one.
void FairShare::place_on(Thread& thread, int core) {
  SchedulingData& data = thread.scheduling();
  const Nanoseconds here = reached_[static_cast<std::size_t>(core)];
  const int home = data.home_core;
  const Nanoseconds there = home < 0 ? data.virtual_runtime : reached_[static_cast<std::size_t>(home)];
  data.home_core = core;
  data.virtual_runtime = here + std::clamp(data.virtual_runtime - there, -slice_, slice_);
}

std::int64_t FairShare::rank(Thread& thread, int core, ReadyReason reason, Nanoseconds) {
  SchedulingData& data = thread.scheduling();
  if (reason == ReadyReason::Started || reason == ReadyReason::Woken) place_on(thread, core);
  // sched_yield gives up the rest of the slice.
  if (reason == ReadyReason::Yielded) data.virtual_runtime += std::max<Nanoseconds>(slice_ - data.slice_used, 0);
  return data.virtual_runtime + slice_;
}

void FairShare::started(Thread& thread, int core, Nanoseconds) {
  SchedulingData& data = thread.scheduling();
  data.slice_used = 0;
  if (data.home_core != core) place_on(thread, core);
}

void FairShare::ran(Thread& thread, Nanoseconds used) {
  SchedulingData& data = thread.scheduling();
  data.slice_used += used;
  data.virtual_runtime += used;
  Nanoseconds least = data.virtual_runtime;
  if (front(data.home_core) != nullptr) least = std::min(least, front_rank(data.home_core) - slice_);
  Nanoseconds& reached = reached_[static_cast<std::size_t>(data.home_core)];
  reached = std::max(reached, least);
}

// The ticks of all cores come at the multiples of the period.
Nanoseconds FairShare::next_check(const Core&, Nanoseconds now) const { return (now / tick_ns_ + 1) * tick_ns_; }

bool FairShare::should_preempt(const Core& core, Nanoseconds) {
  const SchedulingData& running = core.running->scheduling();
  return running.slice_used >= slice_ && front_rank(core.id) < running.virtual_runtime + slice_;
}

std::unique_ptr<SchedulingPolicy> make_fair_share(const PolicyOptions& options) {
  return std::make_unique<FairShare>(options.quantum);
}

}  // namespace gilsim::sim
