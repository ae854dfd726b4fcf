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
  loads_.resize(static_cast<std::size_t>(machine.cores));
}

Nanoseconds FairShare::average(const CoreLoad& load) const {
  const std::int64_t count = load.waiting + (load.running ? 1 : 0);
  if (count == 0) return load.last_average;
  const Nanoseconds running = load.running ? load.running->scheduling().virtual_runtime : 0;
  const auto sum = load.waiting_runtime + running;
  return static_cast<Nanoseconds>(count == 1 ? sum : sum / count);  // a wide division is slow
}

// The thread joins the competition for a core with the lag that it left with. Its own arrival moves the
// average towards it and so shrinks the lag. The kernel stretches it to make up for that; then two threads
// that share a core and a GIL stay in whichever rhythm they happen to begin, slices of two ticks or of three.
// Two is what is observed, and is what comes out of shrinking from any beginning.
void FairShare::join(Thread& thread, int core) {
  SchedulingData& data = thread.scheduling();
  data.virtual_runtime = average(load(core)) - data.lag;
  data.home_core = core;
}

// The kernel keeps lag within two slices or a tick, whichever is more.
void FairShare::leave(Thread& thread, int core) {
  SchedulingData& data = thread.scheduling();
  CoreLoad& load = this->load(core);
  const Nanoseconds most = std::max(2 * slice_, tick_ns_);
  load.last_average = average(load);
  data.lag = std::clamp(load.last_average - data.virtual_runtime, -most, most);
  data.home_core = -1;
}

std::int64_t FairShare::rank(Thread& thread, int core, ReadyReason reason, Nanoseconds) {
  SchedulingData& data = thread.scheduling();
  if (data.home_core < 0) join(thread, core);
  // sched_yield gives up the rest of the slice.
  if (reason == ReadyReason::Yielded)
    data.virtual_runtime += std::max<Nanoseconds>(slice_ - data.slice_used, 0);
  CoreLoad& load = this->load(core);
  load.waiting_runtime += data.virtual_runtime;
  ++load.waiting;
  return data.virtual_runtime;
}

void FairShare::dequeued(Thread& thread, int from, int to) {
  CoreLoad& load = this->load(from);
  if (from != to) leave(thread, from);
  load.last_average = average(load);
  load.waiting_runtime -= thread.scheduling().virtual_runtime;
  --load.waiting;
}

void FairShare::started(Thread& thread, int core, Nanoseconds) {
  SchedulingData& data = thread.scheduling();
  data.slice_used = 0;
  if (data.home_core < 0) join(thread, core);
  load(core).running = &thread;
}

void FairShare::ran(Thread& thread, Nanoseconds used) {
  thread.scheduling().slice_used += used;
  thread.scheduling().virtual_runtime += used;
}

void FairShare::stopped(Thread& thread, int core, bool stays_ready) {
  if (!stays_ready) leave(thread, core);
  load(core).running = nullptr;
}

// The ticks of all cores come at the multiples of the period.
Nanoseconds FairShare::next_check(const Core&, Nanoseconds now) const {
  return (now / tick_ns_ + 1) * tick_ns_;
}

bool FairShare::should_preempt(const Core& core, Nanoseconds) {
  const SchedulingData& running = core.running->scheduling();
  return running.slice_used >= slice_ && front_rank(core.id) < running.virtual_runtime;
}

bool FairShare::wake_preempts(const Core& core, const Thread& woken, Nanoseconds) {
  const SchedulingData& running = core.running->scheduling();
  if (front(core.id) != &woken || woken.scheduling().virtual_runtime >= running.virtual_runtime) return false;
  return running.slice_used >= slice_ || running.virtual_runtime > average(load(core.id));
}

std::unique_ptr<SchedulingPolicy> make_fair_share(const PolicyOptions& options) {
  return std::make_unique<FairShare>(options.quantum);
}

}  // namespace gilsim::sim
