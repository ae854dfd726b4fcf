// Saves a record as Chrome Trace Event JSON, the form that Perfetto and chrome://tracing open. Tracks:
// - one process for each simulated process, in it one track a thread: slices of its states, one after the
// other, and a
//   "GIL" track with who held it;
// - a process "cores" with one track a core: who ran there, and the switches.
// No two slices of a track overlap. Times are microseconds with three decimals, so nothing is lost. The metadata hold the
// run's settings ("gilsim") and its end ("run"). A RUNNING slice names its core, a slice of the GIL the tid of its holder:
// that is what trace_reader.h needs beside what viewers show.
#pragma once

#include <string>

#include "sim/record.h"

namespace gilsim::reports {

// Takes the trace piece by piece; false: it could not be written.
class TraceOutput {
 public:
  virtual ~TraceOutput() = default;
  virtual bool write(std::string_view text) = 0;
};

bool write_chrome_trace(const sim::Record& record, TraceOutput& output);

// The same to a file, compressed with gzip when its name ends in ".gz". Returns what went wrong as an errno
// value, 0 when all is well.
int save_chrome_trace(const sim::Record& record, const std::string& path);

}  // namespace gilsim::reports
