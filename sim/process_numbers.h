// Numbers of processes and threads as programs and reports show them: those of the simulated computer, counted from where a
// system has come to that has been up for a while.
#pragma once

#include <cstdint>

#include "sim/process.h"

namespace gilsim::sim {

inline constexpr std::int64_t numbers_before = 4241;  // the first process's pid is 4242

inline std::int64_t shown_pid(std::uint32_t pid) {
  constexpr std::int64_t shells = 4200, inits = 1;
  return pid == shell_pid ? shells : pid == init_pid ? inits : numbers_before + pid;
}
// That of no process where there is none: 0.
inline std::uint32_t pid_of_shown(std::int64_t shown) {
  return shown > numbers_before && shown < UINT32_MAX ? static_cast<std::uint32_t>(shown - numbers_before) : 0;
}

}  // namespace gilsim::sim
