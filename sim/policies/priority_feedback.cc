#include "sim/policies/priority_feedback.h"

#include <algorithm>

namespace gilsim::sim {
namespace {

constexpr int lowest_priority = 2;
constexpr Nanoseconds lift_period = second;

}  // namespace

// A waiting thread is lifted when it next queues or runs, which keeps the order of the queue as it is.
void PriorityFeedback::lift(Thread& thread, Nanoseconds now) {
  SchedulingData& data = thread.scheduling();
  if (data.lifted_in == now / lift_period) return;
  data.lifted_in = now / lift_period;
  data.priority = 0;
  data.slice_used = 0;
}

std::int64_t PriorityFeedback::rank(Thread& thread, int, ReadyReason, Nanoseconds now) {
  lift(thread, now);
  return thread.scheduling().priority;
}

void PriorityFeedback::started(Thread& thread, int, Nanoseconds now) {
  lift(thread, now);
}

// Blocking does not give back what was used of the quantum, else a thread could stay on top by sleeping in
// time.
void PriorityFeedback::ran(Thread& thread, Nanoseconds used) {
  SchedulingData& data = thread.scheduling();
  data.slice_used += used;
  while (data.slice_used >= quantum_of(thread)) {
    data.slice_used -= quantum_of(thread);
    data.priority = std::min(data.priority + 1, lowest_priority);
  }
}

Nanoseconds PriorityFeedback::next_check(const Core& core, Nanoseconds now) const {
  const Thread& running = *core.running;
  return now + quantum_of(running) - running.scheduling().slice_used;
}

// The running thread has just used up a quantum and may have gone down; those of its new level go first.
bool PriorityFeedback::should_preempt(const Core& core, Nanoseconds) {
  return front_rank(core.id) <= core.running->scheduling().priority;
}

bool PriorityFeedback::wake_preempts(const Core& core, const Thread& woken, Nanoseconds) {
  return woken.scheduling().priority < core.running->scheduling().priority;
}

std::unique_ptr<SchedulingPolicy> make_priority_feedback(const PolicyOptions& options) {
  constexpr Nanoseconds default_quantum = 5 * millisecond;
  return std::make_unique<PriorityFeedback>(options.quantum > 0 ? options.quantum : default_quantum);
}

}  // namespace gilsim::sim
