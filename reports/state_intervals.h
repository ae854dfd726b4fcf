// The record as intervals: for every thread, one interval for each stretch of time in one state. Statistics,
// timeline and traces are all made from these, so that they cannot disagree.
#pragma once

#include <cassert>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "sim/record.h"
#include "sim/thread_state.h"

namespace gilsim::reports {

struct StateInterval {
  std::uint32_t tid = 0;
  sim::ThreadState state = sim::ThreadState::New;
  std::uint8_t core = sim::no_core;
  sim::LabelId object = sim::no_label;  // what the thread waits for
  sim::PlaceId place = sim::no_place;
  sim::Nanoseconds from = 0;
  sim::Nanoseconds to = 0;

  sim::Nanoseconds length() const { return to - from; }
};

// The time of the record's last happening: its end, or how far an unfinished one goes.
inline sim::Nanoseconds end_of(const sim::Record& record) {
  return record.empty() ? 0 : record[record.size() - 1].time;
}

// Collects intervals from happenings in order. Empty intervals are left out.
class StateIntervals {
 public:
  // Calls visit(const StateInterval&) for the interval that this happening closes, if it does.
  template <typename Visit>
  void follow(const sim::Happening& happening, Visit&& visit) {
    if (happening.kind == sim::HappeningKind::ThreadCreated) {
      index_[happening.thread] = open_.size();
      open_.push_back({.tid = happening.thread, .place = happening.place, .from = happening.time});
    } else if (happening.kind == sim::HappeningKind::StateChanged) {
      auto at = index_.find(happening.thread);
      assert(at != index_.end() && "a state change of a thread that was never created");
      StateInterval& current = open_[at->second];
      close(current, happening.time, visit);
      current = {happening.thread, static_cast<sim::ThreadState>(happening.detail),
                 happening.core,   happening.object,
                 happening.place,  happening.time,
                 happening.time};
    }
  }

  // Calls visit for the last interval of every thread that has not ended, in order of creation.
  template <typename Visit>
  void finish(sim::Nanoseconds end, Visit&& visit) {
    for (StateInterval& current : open_) close(current, end, visit);
  }

 private:
  template <typename Visit>
  static void close(StateInterval& interval, sim::Nanoseconds at, Visit&& visit) {
    assert(at >= interval.from && "time ran backwards");
    interval.to = at;
    if (interval.state != sim::ThreadState::Done && interval.length() > 0) visit(interval);
  }

  std::vector<StateInterval> open_;  // in order of creation
  std::unordered_map<std::uint32_t, std::size_t> index_;
};

template <typename Visit>
void for_each_interval(const sim::Record& record, Visit&& visit) {
  StateIntervals intervals;
  for (const sim::Happening& happening : record) intervals.follow(happening, visit);
  intervals.finish(end_of(record), visit);
}

}  // namespace gilsim::reports
