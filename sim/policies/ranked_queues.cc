#include "sim/policies/ranked_queues.h"

#include <algorithm>

namespace gilsim::sim {

void RankedQueues::attach(const Machine& machine) {
  queues_.resize(static_cast<std::size_t>(machine.cores));
}

int RankedQueues::choose_core(const Thread& thread, std::span<const Core> cores) {
  const int last = thread.core();
  if (last >= 0 && cores[static_cast<std::size_t>(last)].idle()) return last;
  int best = last >= 0 ? last : 0;
  for (const Core& core : cores) {
    if (core.idle()) return core.id;
    if (waiting(core.id) < waiting(best)) best = core.id;
  }
  return best;
}

void RankedQueues::enqueue(Thread& thread, int core, ReadyReason reason, Nanoseconds now) {
  Queue& target = queues_[static_cast<std::size_t>(core)];
  target.push_back({rank(thread, core, reason, now), arrivals_++, &thread});
  std::ranges::push_heap(target, later);
}

Thread* RankedQueues::pick_next(int core, Nanoseconds) {
  const int from = queue(core).empty() ? longest_queue() : core;
  Queue& source = queues_[static_cast<std::size_t>(from)];
  if (source.empty()) return nullptr;
  std::ranges::pop_heap(source, later);
  Thread* thread = source.back().thread;
  source.pop_back();
  dequeued(*thread, from, core);
  return thread;
}

void RankedQueues::withdraw(Thread& thread) {
  for (Queue& queue : queues_) {
    const auto entry = std::ranges::find(queue, &thread, &Entry::thread);
    if (entry == queue.end()) continue;
    queue.erase(entry);
    std::ranges::make_heap(queue, later);
    return dequeued(thread, static_cast<int>(&queue - queues_.data()), -1);
  }
}

int RankedQueues::longest_queue() const {
  const auto longest = std::ranges::max_element(queues_, {}, [](const Queue& queue) { return queue.size(); });
  return static_cast<int>(longest - queues_.begin());
}

}  // namespace gilsim::sim
