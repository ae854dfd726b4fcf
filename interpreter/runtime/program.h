// Running one Python program on one simulated computer: the way in for everybody above the interpreter.
//
//   LoadedProgram program = load_program(text, "counter.py", outside);
//   if (!program.problems.empty()) …            // nothing has run
//   sim::Record record;
//   ProgramResult result = run_program(program, options, outside, record);
//
// One run at a time in a host process: built-in types and the heap are set up by run_program and torn down at its end.
#pragma once

#include <csignal>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "interpreter/compiler/code.h"
#include "interpreter/runtime/settings.h"
#include "interpreter/syntax/problem.h"
#include "sim/machine.h"
#include "sim/record.h"
#include "sim/run_result.h"
#include "sim/scheduling_policy.h"

namespace gilsim::python {

// The name of a program that came from standard input, as CPython shows it.
inline constexpr char standard_input[] = "<stdin>";

// A program that was read and compiled, or what is wrong with it.
struct LoadedProgram {
  std::string file_name;  // as the user wrote it: sys.argv[0], reports; or standard_input
  std::string path;       // the same as __file__ and tracebacks show it: absolute where `outside` knows the folder
  std::string source;     // UTF-8, whatever the file was
  std::shared_ptr<compiler::CompiledCode> code;  // null when there are problems
  std::vector<syntax::Problem> problems;         // in the file `path`
  std::vector<syntax::Problem> doubts = {};      // of the compiler's: SyntaxWarning
};

// Compiles a program and looks for what gilsim does not have: constructs and standard modules are refused by name and
// position here, before anything runs. Imports inside a `try` are the program's own business.
LoadedProgram load_program(std::string source, std::string file_name, const Outside& outside);

struct Progress {
  sim::Nanoseconds now;
  size_t threads;
  uint64_t steps;
};

struct ProgramOptions {
  Settings settings;
  sim::Machine machine;                    // sim/machine.h: find_machine("reference")
  std::string policy = "fair-share";       // sim/scheduling_policy.h
  sim::PolicyOptions policy_options;
  const volatile std::sig_atomic_t* interrupt = nullptr;  // becomes nonzero when the run is to end at once
  volatile std::sig_atomic_t* keyboard = nullptr;         // becomes nonzero when the program is to get SIGINT; is set to 0 again
  std::function<void(const Progress&)> heartbeat;         // now and then, see Computer::set_heartbeat; or empty
};

struct ProgramResult {
  sim::RunResult run;       // Finished or Stopped: the program came to its own end
  int exit_status = 0;      // what the program's process would have given: 0, sys.exit's, 1 (130: KeyboardInterrupt) if uncaught
  int killed_by = 0;        // the signal that ended that process; the status is then 128 more, as shells have it
  bool raised = false;      // an exception was uncaught in the main thread
  uint64_t steps = 0;       // logical instructions
  bool out_of_memory = false;  // that exception was MemoryError
  size_t peak_memory_bytes = 0;
};

// Runs a program that loaded without problems. Everything that happens goes into `record`, with the settings; what the
// program prints goes to `outside`.
ProgramResult run_program(const LoadedProgram& program, const ProgramOptions& options, Outside& outside, sim::Record& record);

// The program's instructions, with a mark on those after which threads may switch under `version`.
std::string disassemble_program(const LoadedProgram& program, PythonVersion version);

}  // namespace gilsim::python
