#include "reports/statistics.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <map>
#include <numeric>
#include <unordered_map>

#include "reports/state_intervals.h"

namespace gilsim::reports {
namespace {

using sim::Happening;
using sim::HappeningKind;
using sim::Nanoseconds;
using sim::ThreadState;

constexpr PartInfo part_table[part_count] = {
    {Part::Running, ThreadState::Running, Word::running, Word::legend_running},
    {Part::Gil, ThreadState::WaitingForGil, Word::gil, Word::legend_gil},
    {Part::Ready, ThreadState::Ready, Word::ready, Word::legend_ready},
    {Part::Lock, ThreadState::WaitingForLock, Word::lock, Word::legend_lock},
    {Part::Condition, ThreadState::WaitingForCondition, Word::condition, Word::legend_condition},
    {Part::Events, ThreadState::WaitingForEvents, Word::events, Word::legend_events},
    {Part::Sleeping, ThreadState::Sleeping, Word::sleeping, Word::legend_sleeping},
    {Part::Io, ThreadState::DoingIo, Word::io, Word::legend_io},
    {Part::Network, ThreadState::UsingNetwork, Word::network, Word::legend_network},
    {Part::Joining, ThreadState::Joining, Word::joining, Word::legend_joining},
};

Nanoseconds sum(const ThreadStatistics& thread) {
  return std::accumulate(thread.parts.begin(), thread.parts.end(), Nanoseconds{0});
}

// One walk over the record, one method a kind of happening that counts.
class Measurement {
 public:
  explicit Measurement(const sim::Record& record) : record_(record) {
    for (const auto& [key, value] : record.settings()) {
      if (key == "cores") result_.cores.resize(std::clamp(std::atoi(value.c_str()), 0, int{sim::no_core}));
    }
  }

  Statistics run() {
    auto visit = [this](const StateInterval& interval) { add(interval); };
    for (const Happening& happening : record_) {
      intervals_.follow(happening, visit);
      follow(happening);
    }
    result_.ended_at = end_of(record_);
    end_switches();
    intervals_.finish(result_.ended_at, visit);
    end_threads();
    check();
    return std::move(result_);
  }

 private:
  void follow(const Happening& happening) {
    switch (happening.kind) {
      case HappeningKind::ProcessCreated:
        result_.processes.emplace_back(static_cast<std::uint32_t>(happening.value),
                                       record_.text(happening.object));
        break;
      case HappeningKind::ThreadCreated: create(happening); break;
      case HappeningKind::ThreadRenamed: thread(happening).name = record_.text(happening.object); break;
      case HappeningKind::StateChanged:
        if (static_cast<ThreadState>(happening.detail) == ThreadState::Done) end(happening);
        break;
      case HappeningKind::CpuSpent: thread(happening).purposes[happening.detail] = happening.value; break;
      case HappeningKind::CoreSwitched: switch_core(happening); break;
      case HappeningKind::GilTaken: take_gil(happening); break;
      case HappeningKind::GilDropped: drop_gil(happening); break;
      case HappeningKind::RunEnded: result_.outcome = static_cast<sim::RunOutcome>(happening.detail); break;
      default: break;  // says nothing about where time went
    }
  }

  void create(const Happening& happening) {
    index_[happening.thread] = result_.threads.size();
    result_.threads.push_back({.tid = happening.thread,
                               .pid = static_cast<std::uint32_t>(happening.value >> 32),
                               .name = std::string(record_.text(happening.object)),
                               .created_at = happening.time});
  }

  // A process that ends drops nothing: what it held is gone with it.
  void end(const Happening& happening) {
    ThreadStatistics& ended = thread(happening);
    ended.ended_at = happening.time;
    ended.ended = true;
    auto holding = std::find_if(holders_.begin(), holders_.end(), [&](const auto& holder) {
      return &result_.threads[holder.second.thread] == &ended;
    });
    if (holding != holders_.end()) release(holding->first, happening.time);
  }

  void add(const StateInterval& interval) {
    result_.threads[index_.at(interval.tid)][part_of(interval.state)] += interval.length();
    if (interval.state == ThreadState::Running) core(interval.core).running += interval.length();
  }

  void switch_core(const Happening& happening) {
    CoreStatistics& switched = core(happening.core);
    ++switched.switches;
    switched.switching += happening.value;
    switched_until_[happening.core] = happening.time + happening.value;
  }

  // A switch that the end of the run cut short was busy only until then.
  void end_switches() {
    for (std::size_t i = 0; i < result_.cores.size(); ++i) {
      result_.cores[i].switching -= std::max<Nanoseconds>(0, switched_until_[i] - result_.ended_at);
    }
  }

  void take_gil(const Happening& happening) {
    holders_[happening.object] = {index_.at(happening.thread), happening.time};
  }

  void drop_gil(const Happening& happening) {
    ThreadStatistics& dropper = thread(happening);
    bool forced = static_cast<sim::GilDropCause>(happening.detail) == sim::GilDropCause::Forced;
    ++(forced ? dropper.gil_taken_away : dropper.gil_given_up);
    release(happening.object, happening.time);
  }

  void release(sim::LabelId gil, Nanoseconds at) {
    auto holder = holders_.find(gil);
    if (holder == holders_.end()) return;
    result_.threads[holder->second.thread].gil_held += at - holder->second.since;
    result_.gil_held += at - holder->second.since;
    holders_.erase(holder);
  }

  void end_threads() {
    while (!holders_.empty()) release(holders_.begin()->first, result_.ended_at);
    for (ThreadStatistics& thread : result_.threads) {
      if (!thread.ended) thread.ended_at = result_.ended_at;
      split_running(thread);
    }
  }

  // What was begun and cut short by the end of the run may have been counted whole.
  static void split_running(ThreadStatistics& thread) {
    Nanoseconds left = thread[Part::Running];
    for (int i = sim::purpose_count; i-- > 1;) {
      thread.purposes[i] = std::min(thread.purposes[i], left);
      left -= thread.purposes[i];
    }
    thread.purposes[static_cast<int>(sim::Purpose::Program)] = left;
  }

  void check() const {
    Nanoseconds threads_ran = 0, cores_ran = 0;
    for (const ThreadStatistics& thread : result_.threads) {
      assert(sum(thread) == thread.lifetime());
      assert(thread.gil_held <= thread.lifetime());
      threads_ran += thread[Part::Running];
    }
    for (const CoreStatistics& core : result_.cores) cores_ran += core.running;
    assert(threads_ran == cores_ran);
  }

  ThreadStatistics& thread(const Happening& happening) {
    return result_.threads[index_.at(happening.thread)];
  }

  CoreStatistics& core(std::uint8_t number) {
    assert(number != sim::no_core);
    if (number >= result_.cores.size()) result_.cores.resize(number + 1);
    return result_.cores[number];
  }

  struct Holding {
    std::size_t thread = 0;
    Nanoseconds since = 0;
  };

  const sim::Record& record_;
  StateIntervals intervals_;
  Statistics result_;
  std::unordered_map<std::uint32_t, std::size_t> index_;  // tid to place in threads
  std::map<sim::LabelId, Holding> holders_;               // of each GIL
  std::array<Nanoseconds, sim::no_core + 1> switched_until_{};
};

}  // namespace

const PartInfo& info(Part part) {
  return part_table[static_cast<int>(part)];
}

char letter(Part part) {
  return sim::info(info(part).state).letter;
}

Part part_of(ThreadState state) {
  switch (state) {
    case ThreadState::New:
    case ThreadState::Ready: return Part::Ready;
    case ThreadState::Running: return Part::Running;
    case ThreadState::WaitingForGil: return Part::Gil;
    case ThreadState::WaitingForLock: return Part::Lock;
    case ThreadState::WaitingForCondition: return Part::Condition;
    case ThreadState::WaitingForEvents: return Part::Events;
    case ThreadState::Sleeping: return Part::Sleeping;
    case ThreadState::DoingIo: return Part::Io;
    case ThreadState::UsingNetwork: return Part::Network;
    case ThreadState::Joining: return Part::Joining;
    case ThreadState::Done: break;
  }
  assert(false && "a thread that has ended spends no time");
  return Part::Ready;
}

void ThreadStatistics::add(const ThreadStatistics& other) {
  ended_at += other.lifetime();
  for (int i = 0; i < part_count; ++i) parts[i] += other.parts[i];
  for (int i = 0; i < sim::purpose_count; ++i) purposes[i] += other.purposes[i];
  gil_held += other.gil_held;
  gil_given_up += other.gil_given_up;
  gil_taken_away += other.gil_taken_away;
}

ThreadStatistics Statistics::total() const {
  ThreadStatistics result;
  for (const ThreadStatistics& thread : threads) result.add(thread);
  return result;
}

Statistics measure(const sim::Record& record) {
  return Measurement(record).run();
}

}  // namespace gilsim::reports
