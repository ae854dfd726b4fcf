// How long a run would take at least if one resource were scarce and all others were not: what limits it.
#pragma once

#include "sim/record.h"

namespace gilsim::reports {

struct Bounds {
  sim::Nanoseconds gil = 0;    // threads ran with the GIL: one at a time; of several GILs, the busiest
  sim::Nanoseconds cores = 0;  // the CPU time of all threads, spread over all cores
  // The longest chain of work, sleep and I/O in which each began when the one before had ended or woken it.
  // Found by walking back from the end of the run: a thread that was woken is left for the one that woke it. Where
  // the record does not say who that was (one read from a trace), it was the one that held the GIL then.
  sim::Nanoseconds chain = 0;
  sim::Nanoseconds chain_running = 0;  // the part of it that is work
};

Bounds find_bounds(const sim::Record& record);

}  // namespace gilsim::reports
