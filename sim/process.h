// A process of the simulated computer: a pid, a name and the number of its live threads.
#pragma once

#include <cstdint>

#include "sim/record.h"

namespace gilsim::sim {

// Owned by the computer, which keeps it to its own end.
struct Process {
  std::uint32_t pid;
  LabelId name;
  std::uint32_t live_threads = 0;
};

}  // namespace gilsim::sim
