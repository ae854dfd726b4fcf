// A process of the simulated computer: a pid, a name, the number of its live threads and its signals.
#pragma once

#include <cstdint>

#include "sim/record.h"
#include "sim/signals.h"

namespace gilsim::sim {

// The simulated process that this host process executes; 0 before the first one is made.
inline constinit std::uint32_t current_pid = 0;

// Owned by the computer, which keeps it to its own end.
struct Process : SharedObject {
  Process(std::uint32_t its_pid, LabelId its_name) : pid(its_pid), name(its_name), signals(this) {}
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  std::uint32_t pid;
  LabelId name;
  std::uint32_t live_threads = 0;
  ProcessSignals signals;
};

}  // namespace gilsim::sim
