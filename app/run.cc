// The report stands on standard error, so that standard output stays the program's own and can be piped or
// compared.
#include "app/run.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <cstring>
#include <memory>

#include "app/console.h"
#include "app/exit_status.h"
#include "app/input_file.h"
#include "app/interrupt.h"
#include "app/load.h"
#include "app/memory_size.h"
#include "app/program_files.h"
#include "app/progress.h"
#include "interpreter/runtime/program.h"
#include "reports/chrome_trace.h"
#include "reports/run_report.h"
#include "reports/verdict.h"

namespace gilsim::app {
namespace {

using sim::RunOutcome;

int exit_status(const python::ProgramResult& result) {
  switch (result.run.outcome) {
    case RunOutcome::Finished:
    case RunOutcome::Stopped: return result.exit_status;
    case RunOutcome::Interrupted: return exit_by_signal + *interrupt_flag();
    case RunOutcome::Deadlock:
    case RunOutcome::TimeLimit:
    case RunOutcome::StepLimit:
    case RunOutcome::MemoryLimit: return exit_stuck;
  }
  return exit_stuck;
}

class Run {
 public:
  Run(const RunOptions& options, const ProgramText& program)
      : options_(options),
        language_(options.common.language),
        terminal_(reports::find_terminal(STDERR_FILENO, options.common.color)),
        console_(terminal_),
        progress_(console_, language_),
        files_(program.file_name, program.text) {
    outside_ = files_.outside();
    outside_.write_output = [this](std::string_view text) { console_.write_output(text); };
    outside_.write_errors = [this](std::string_view text) { console_.write_errors(text); };
    outside_.read_line = [this] { return console_.read_line(); };
  }

  int run(const ProgramText& program) {
    auto loaded = compile_program(program, outside_, language_);
    auto sites = read_sites(program, language_);
    if (!loaded || !sites) return exit_bad_input;
    sites_ = std::move(*sites);
    python::ProgramResult result = python::run_program(*loaded, program_options(), outside_, record_);
    spdlog::debug("{} instructions, {} happenings, {} bytes of objects at most", result.steps, record_.size(),
                  result.peak_memory_bytes);
    console_.erase_status();
    int output_problem = console_.flush();
    show(result);
    bool saved = save_trace();
    if (output_problem)
      complain(say(language_, Message::output_failed, host_error(output_problem, language_)));
    int status = exit_status(result);
    bool lost = !saved || output_problem;
    return lost && status == exit_done ? exit_bad_input : status;
  }

 private:
  python::ProgramOptions program_options() {
    python::ProgramOptions program;
    program.settings = options_.settings;
    program.settings.sites = sites_;
    program.machine = options_.machine;
    program.policy = options_.policy;
    program.policy_options.quantum = options_.quantum_ns;
    program.interrupt = interrupt_flag();
    program.keyboard = keyboard_flag();
    program.heartbeat = [this](const python::Progress& now) {
      progress_.beat(now.now, now.threads, now.steps);
    };
    return program;
  }

  // How it ended is an error and always said; the report can be left out.
  void show(const python::ProgramResult& result) {
    auto lines = [this](std::string_view file, std::uint32_t line) { return files_.line(file, line); };
    std::string verdict = reports::format_verdict(result.run, record_, lines, language_, terminal_);
    if (!verdict.empty()) fmt::print(stderr, "\n{}", verdict);
    if (result.killed_by) complain(say(language_, Message::killed_by, sigabbrev_np(result.killed_by), strsignal(result.killed_by)));
    if (result.run.outcome == RunOutcome::MemoryLimit) {
      fmt::print(stderr, "  {}\n", memory_hint());
    } else if (result.out_of_memory) {
      complain(memory_hint());
    }
    if (!options_.quiet)
      fmt::print(stderr, "\n{}", reports::format_run_report(record_, language_, terminal_));
  }

  // MemoryError is CPython's and says nothing; whoever meets it should hear of the limit all the same.
  std::string memory_hint() const {
    return say(language_, Message::memory_hint, format_memory_size(options_.settings.max_memory_bytes));
  }

  bool save_trace() {
    if (options_.trace_path.empty()) return true;
    int problem = reports::save_chrome_trace(record_, options_.trace_path);
    if (problem) {
      complain(say(language_, Message::trace_failed, options_.trace_path, host_error(problem, language_)));
    } else if (!options_.quiet) {
      fmt::print(stderr, "\n{}\n", say(language_, Message::trace_saved, options_.trace_path));
    }
    return problem == 0;
  }

  const RunOptions& options_;
  const Language language_;
  const reports::Terminal terminal_;
  Console console_;
  Progress progress_;
  ProgramFiles files_;
  python::Outside outside_;
  const std::unique_ptr<sim::Record> record_owner_ = std::make_unique<sim::Record>();
  sim::Record& record_ = *record_owner_;
  std::vector<sim::SitePlan> sites_;
};

}  // namespace

int run(const RunOptions& options) {
  auto program = read_program(options.file, options.common.language);
  if (!program) return exit_bad_input;
  if (!options.trace_path.empty()) {
    std::string problem = trace_problem(options.trace_path, options.file, options.common.language);
    if (!problem.empty()) {
      complain(problem);
      return exit_bad_input;
    }
  }
  return Run(options, *program).run(*program);
}

}  // namespace gilsim::app
