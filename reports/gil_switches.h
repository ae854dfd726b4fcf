// The switches of a run: each time the GIL went from one thread to another, and why the first one lost it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/record.h"
#include "sim/thread_state.h"

namespace gilsim::reports {

struct GilSwitch {
  sim::Nanoseconds at = 0;  // when the next one had it
  std::string from, to;     // names of the threads
  std::string place;        // "file:line" where the first one was; empty when it is not known
  bool forced = false;      // the other one had waited a whole switch interval and asked
  // What the first one did next, unless it was forced; Running when it went on after something short.
  sim::ThreadState next = sim::ThreadState::Running;

  // The same switch at another time?
  bool same_kind(const GilSwitch& other) const {
    return from == other.from && to == other.to && place == other.place && forced == other.forced &&
           next == other.next;
  }
};

std::vector<GilSwitch> gil_switches(const sim::Record& record);

}  // namespace gilsim::reports
