#include "sim/deadlock.h"

#include <algorithm>

namespace gilsim::sim {
namespace {

constexpr std::size_t nobody = ~std::size_t{0};

// Index of the thread that holds what thread `index` waits for.
std::size_t holder_of(const Diagnosis& diagnosis, std::size_t index) {
  const ThreadSituation& thread = diagnosis.threads[index];
  if (!thread.waits_for_lock || thread.gives_up) return nobody;
  const ThreadSituation* holder = diagnosis.find(thread.holder_tid);
  return holder ? static_cast<std::size_t>(holder - diagnosis.threads.data()) : nobody;
}

}  // namespace

const ThreadSituation* Diagnosis::find(std::uint32_t tid) const {
  const auto found = std::ranges::lower_bound(threads, tid, {}, &ThreadSituation::tid);
  return found != threads.end() && found->tid == tid ? &*found : nullptr;
}

// Every thread waits for at most one lock, so following holders from any thread leads into at most one cycle.
// `seen_in` says in which walk a thread was first met: meeting it again in the same walk closes a cycle.
void find_cycles(Diagnosis& diagnosis) {
  diagnosis.cycles.clear();
  std::vector<std::size_t> seen_in(diagnosis.threads.size(), nobody);
  for (std::size_t start = 0; start < diagnosis.threads.size(); ++start) {
    std::size_t at = start;
    while (at != nobody && seen_in[at] == nobody) {
      seen_in[at] = start;
      at = holder_of(diagnosis, at);
    }
    if (at == nobody || seen_in[at] != start) continue;
    std::vector<std::size_t> cycle;
    const std::size_t first = at;
    do {
      cycle.push_back(at);
      at = holder_of(diagnosis, at);
    } while (at != first);
    std::rotate(cycle.begin(), std::ranges::min_element(cycle), cycle.end());
    diagnosis.cycles.push_back(std::move(cycle));
  }
}

}  // namespace gilsim::sim
