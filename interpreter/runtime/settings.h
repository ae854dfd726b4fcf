// What a run is asked to do, and the outside world it sees. Both come from the caller, so that a test sets them up in a line.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interpreter/runtime/python_version.h"
#include "sim/files/host_files.h"
#include "sim/net/site.h"
#include "sim/time.h"

namespace gilsim::python {

struct Settings {
  PythonVersion version = PythonVersion::Python311;
  uint64_t seed = 0;
  sim::Nanoseconds switch_interval_ns = 5'000'000;
  uint64_t max_steps = UINT64_MAX;               // logical instructions
  sim::Nanoseconds max_time_ns = INT64_MAX;      // virtual
  size_t max_memory_bytes = size_t{4} << 30;     // of Python objects and the record
  bool fusion = true;                            // developers: false runs every instruction alone
  std::vector<std::string> arguments;            // sys.argv[1:]
  std::vector<sim::SitePlan> sites = {};         // what there is on the network beside the computer itself
  bool passes_for_c = false;                     // the program stands for one written in C, whose instructions take no time
};

// The host, as far as a run may reach it.
struct Outside {
  std::function<void(std::string_view)> write_output;  // the program's stdout; empty: a flush
  std::function<void(std::string_view)> write_errors;  // the program's stderr
  std::function<std::optional<std::string>()> read_line;  // standard input: a line with its newline; nothing: end of file
  // Where the program stands on the host, as absolute folders that end with a slash, because tracebacks and __file__ give
  // absolute names: `folder` is where the program's own name starts from, `module_folder` holds the modules beside it.
  // When empty, names stay as they are. The record never holds them: it must be the same wherever a program stands.
  std::string folder = {};
  std::string module_folder = {};
  // A neighbouring Python file by path (relative to the program's folder, "helper.py", "package/__init__.py"); nothing
  // when there is none. Before the run only: then the files below count.
  std::function<std::optional<std::string>(std::string_view)> read_source;
  // The files that the program may see copies of. It can reach no others.
  sim::HostFiles host_files = {};
};

}  // namespace gilsim::python
