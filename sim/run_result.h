// How a run ended and, unless it simply finished, where each thread was.
#pragma once

#include <cstdint>
#include <string_view>

#include "sim/deadlock.h"
#include "sim/time.h"

namespace gilsim::sim {

enum class RunOutcome : std::uint8_t {
#define OUTCOME(name, verdict, meaning) name,
#include "sim/run_outcomes.def"
#undef OUTCOME
};

struct RunOutcomeInfo {
  RunOutcome outcome;
  std::string_view verdict;  // "DEADLOCK"
  std::string_view meaning;
};

inline constexpr RunOutcomeInfo run_outcome_table[] = {
#define OUTCOME(name, verdict, meaning) {RunOutcome::name, verdict, meaning},
#include "sim/run_outcomes.def"
#undef OUTCOME
};

constexpr const RunOutcomeInfo& info(RunOutcome outcome) {
  return run_outcome_table[static_cast<int>(outcome)];
}

struct RunResult {
  RunOutcome outcome = RunOutcome::Finished;
  Nanoseconds ended_at = 0;
  // The threads that had not ended, by tid, and for a deadlock the cycles among them. Empty after Finished.
  Diagnosis diagnosis;
};

}  // namespace gilsim::sim
