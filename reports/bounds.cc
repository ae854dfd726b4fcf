#include "reports/bounds.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <unordered_map>
#include <vector>

#include "reports/state_intervals.h"

namespace gilsim::reports {
namespace {

using sim::Happening;
using sim::HappeningKind;
using sim::Nanoseconds;
using sim::ThreadState;

struct Holding {
  std::uint32_t thread = 0;
  sim::LabelId gil = sim::no_label;
  Nanoseconds from = 0, to = 0;
};

struct History {
  std::uint32_t creator = 0;
  Nanoseconds created_at = 0;
  std::vector<StateInterval> intervals;  // in order
  std::vector<Nanoseconds> timeouts;     // when a timed wait for a lock ended without it
  std::unordered_map<Nanoseconds, std::uint32_t> wakers;  // by time
};

class BoundsFinder {
 public:
  explicit BoundsFinder(const sim::Record& record) : record_(record), end_(end_of(record)) {
    for (const Happening& happening : record) follow(happening);
    for_each_interval(record, [this](const StateInterval& interval) {
      histories_[interval.tid].intervals.push_back(interval);
    });
    for (Holding& holding : holdings_) holding.to = holding.to == 0 ? end_ : holding.to;
  }

  Bounds run() {
    Bounds bounds;
    Nanoseconds running = 0;
    for (const auto& [tid, history] : histories_) running += time_in(history, ThreadState::Running);
    bounds.cores = running / cores();
    bounds.gil = running_with_gil();
    walk(bounds);
    return bounds;
  }

 private:
  void follow(const Happening& happening) {
    switch (happening.kind) {
      case HappeningKind::ThreadCreated:
        histories_[happening.thread].creator = static_cast<std::uint32_t>(happening.value);
        histories_[happening.thread].created_at = happening.time;
        if (last_ended_ == 0) last_ended_ = happening.thread;
        break;
      case HappeningKind::LockGivenUp: histories_[happening.thread].timeouts.push_back(happening.time); break;
      case HappeningKind::GilTaken:
        open_[happening.object] = holdings_.size();
        holdings_.push_back({happening.thread, happening.object, happening.time, 0});
        break;
      case HappeningKind::GilDropped:
        if (open_.count(happening.object)) holdings_[open_[happening.object]].to = happening.time;
        break;
      case HappeningKind::StateChanged:
        if (static_cast<ThreadState>(happening.detail) == ThreadState::Done) end(happening);
        if (happening.value != 0) {
          histories_[happening.thread].wakers[happening.time] = static_cast<std::uint32_t>(happening.value);
          knows_wakers_ = true;
        }
        break;
      default: break;
    }
  }

  void end(const Happening& happening) {
    last_ended_ = happening.thread;
    // A process that ends drops nothing.
    for (const auto& [gil, index] : open_) {
      Holding& holding = holdings_[index];
      if (holding.thread == happening.thread && holding.to == 0) holding.to = happening.time;
    }
  }

  Nanoseconds cores() const {
    for (const auto& [key, value] : record_.settings()) {
      if (key == "cores") return std::max(1, std::atoi(value.c_str()));
    }
    return 1;
  }

  static Nanoseconds time_in(const History& history, ThreadState state) {
    Nanoseconds sum = 0;
    for (const StateInterval& interval : history.intervals)
      sum += interval.state == state ? interval.length() : 0;
    return sum;
  }

  // A thread may keep the GIL while it has no core: that is the core's fault.
  Nanoseconds running_with_gil() const {
    std::unordered_map<sim::LabelId, Nanoseconds> sums;
    Nanoseconds largest = 0;
    for (const Holding& holding : holdings_) {
      const auto& intervals = histories_.at(holding.thread).intervals;
      auto interval = std::partition_point(intervals.begin(), intervals.end(),
                                           [&](const StateInterval& one) { return one.to <= holding.from; });
      for (; interval != intervals.end() && interval->from < holding.to; ++interval) {
        if (interval->state == ThreadState::Running)
          sums[holding.gil] += std::min(interval->to, holding.to) - std::max(interval->from, holding.from);
      }
      largest = std::max(largest, sums[holding.gil]);
    }
    return largest;
  }

  // What a thread did up to `at`: its last interval that began before.
  const StateInterval* interval_before(std::uint32_t tid, Nanoseconds at) const {
    auto history = histories_.find(tid);
    if (history == histories_.end()) return nullptr;
    const auto& intervals = history->second.intervals;
    auto next = std::partition_point(intervals.begin(), intervals.end(),
                                     [&](const StateInterval& one) { return one.from < at; });
    return next == intervals.begin() ? nullptr : &*(next - 1);
  }

  // Who has woken a thread and ran; nobody: a timer or a device.
  std::optional<std::uint32_t> waker(const StateInterval& wait) const {
    if (!knows_wakers_) return is_woken(wait.state) ? holder_then(wait) : std::nullopt;
    const auto& wakers = histories_.at(wait.tid).wakers;
    auto known = wakers.find(wait.to);
    return known != wakers.end() && runs_at(known->second, wait.to) ? std::optional(known->second) : std::nullopt;
  }

  std::optional<std::uint32_t> holder_then(const StateInterval& wait) const {
    const auto& timeouts = histories_.at(wait.tid).timeouts;
    if (std::binary_search(timeouts.begin(), timeouts.end(), wait.to)) return std::nullopt;
    auto next = std::partition_point(holdings_.begin(), holdings_.end(),
                                     [&](const Holding& one) { return one.from < wait.to; });
    if (next == holdings_.begin()) return std::nullopt;
    const Holding& holding = *(next - 1);
    if (holding.to < wait.to || holding.thread == wait.tid) return std::nullopt;
    return runs_at(holding.thread, wait.to) ? std::optional(holding.thread) : std::nullopt;
  }

  bool runs_at(std::uint32_t tid, Nanoseconds at) const {
    const StateInterval* doing = interval_before(tid, at);
    return doing && doing->state == ThreadState::Running && doing->to >= at;
  }

  // Every step goes back in time or to a thread that ran at that time, whose next step does.
  void walk(Bounds& bounds) const {
    std::uint32_t tid = last_ended_;
    for (Nanoseconds at = end_; tid != 0;) {
      const StateInterval* doing = interval_before(tid, at);
      if (!doing) {
        auto history = histories_.find(tid);
        if (history == histories_.end()) return;
        at = std::min(at, history->second.created_at);
        tid = history->second.creator;
        continue;
      }
      Nanoseconds length = std::min(at, doing->to) - doing->from;
      // A wait for the GIL is not followed: this is about the run without one.
      bool followed = sim::is_blocked(doing->state) && doing->state != ThreadState::WaitingForGil;
      if (auto other = followed && at >= doing->to ? waker(*doing) : std::nullopt) {
        at = doing->to;
        tid = *other;
        continue;
      }
      bool counts = doing->state != ThreadState::WaitingForGil && doing->state != ThreadState::Ready &&
                    doing->state != ThreadState::New;
      if (counts) bounds.chain += length;
      if (doing->state == ThreadState::Running) bounds.chain_running += length;
      at = doing->from;
    }
  }

  static bool is_woken(ThreadState state) {
    return state == ThreadState::WaitingForLock || state == ThreadState::WaitingForCondition ||
           state == ThreadState::WaitingForEvents || state == ThreadState::Joining;
  }

  const sim::Record& record_;
  const Nanoseconds end_;
  std::unordered_map<std::uint32_t, History> histories_;
  std::vector<Holding> holdings_;  // by time
  std::unordered_map<sim::LabelId, std::size_t> open_;
  std::uint32_t last_ended_ = 0;
  bool knows_wakers_ = false;
};

}  // namespace

Bounds find_bounds(const sim::Record& record) {
  return BoundsFinder(record).run();
}

}  // namespace gilsim::reports
