// Numbers of processes and threads as programs see them: those of the simulated computer, counted from where a system has
// come to that has been up for a while.
#pragma once

#include <cstdint>

#include "sim/process.h"

namespace gilsim::python {

inline constexpr int64_t kNumbersBefore = 4241;  // the program's own pid is 4242
inline constexpr int64_t kShellPid = 4200, kInitPid = 1;

inline int64_t shown_pid(uint32_t pid) {
  return pid == sim::shell_pid ? kShellPid : pid == sim::init_pid ? kInitPid : kNumbersBefore + pid;
}
// That of no process where there is none: 0.
inline uint32_t pid_of_shown(int64_t shown) {
  return shown > kNumbersBefore && shown < UINT32_MAX ? static_cast<uint32_t>(shown - kNumbersBefore) : 0;
}

}  // namespace gilsim::python
