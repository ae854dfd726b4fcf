// One run of a program under chosen settings, with all that is afterwards asked about it.
#pragma once

#include <memory>
#include <string>

#include "interpreter/runtime/program.h"
#include "lessons/run_settings.h"
#include "reports/statistics.h"
#include "sim/record.h"

namespace gilsim::lessons {

struct Experiment {
  std::string name;
  python::ProgramResult result;
  std::string output;  // standard output
  std::string errors;  // standard error
  std::unique_ptr<sim::Record> record;
  reports::Statistics statistics;

  // How it ended, in one word or two: "finished", "raised", "deadlock", "time limit", …
  std::string outcome() const;
};

// The words that outcome() may give.
std::vector<std::string> outcome_names();

// What runs share: the program, the files it may see, and what the host wants to know while one goes on.
// There is nothing on standard input, so that a lesson is the same for everybody.
class Bench {
 public:
  Bench(const python::LoadedProgram& program, python::Outside outside,
        const volatile std::sig_atomic_t* interrupt, std::vector<sim::SitePlan> sites = {})
      : program_(program), outside_(std::move(outside)), interrupt_(interrupt), sites_(std::move(sites)) {}

  Experiment perform(std::string name, const RunSettings& settings);
  // Whether Ctrl-C has ended a run: then no other should begin.
  bool interrupted() const { return interrupt_ && *interrupt_; }

 private:
  const python::LoadedProgram& program_;
  python::Outside outside_;
  const volatile std::sig_atomic_t* interrupt_;
  std::vector<sim::SitePlan> sites_;
};

}  // namespace gilsim::lessons
