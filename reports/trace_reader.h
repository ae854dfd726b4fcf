// Reads back what chrome_trace.h saves: a record from which statistics, timeline and switches come out as
// from the one that was saved. What viewers do not show is not in a trace, and so not in the record: who
// created a thread, how long locks were waited for, states that lasted no time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "sim/record.h"

namespace gilsim::reports {

enum class TraceProblem : std::uint8_t {
  None,
  Unreadable,  // `error` says why
  NoJson,
  NotOurs,  // JSON, but nothing that this gilsim saved
};

struct ReadTrace {
  std::unique_ptr<sim::Record> record;  // null when there is a problem
  TraceProblem problem = TraceProblem::None;
  int error = 0;  // an errno value
};

ReadTrace parse_chrome_trace(const std::string& text);
// Plain or compressed, by its content.
ReadTrace load_chrome_trace(const std::string& path);

// Whether a file's first bytes are those of a trace rather than of a program.
bool looks_like_trace(const std::string& text);

}  // namespace gilsim::reports
