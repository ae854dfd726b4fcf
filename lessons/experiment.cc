#include "lessons/experiment.h"

#include <algorithm>

namespace gilsim::lessons {
namespace {

// "TIME LIMIT" as a lesson writes it.
std::string lower(std::string_view verdict) {
  std::string word(verdict);
  for (char& letter : word) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
  return word;
}

constexpr std::string_view finished = "finished", raised = "raised";

}  // namespace

std::string Experiment::outcome() const {
  bool own_end =
      result.run.outcome == sim::RunOutcome::Finished || result.run.outcome == sim::RunOutcome::Stopped;
  if (own_end) return std::string(result.raised ? raised : finished);
  return lower(sim::info(result.run.outcome).verdict);
}

std::vector<std::string> outcome_names() {
  return {std::string(finished), std::string(raised), "deadlock", "time limit", "step limit", "memory limit"};
}

Experiment Bench::perform(std::string name, const RunSettings& settings) {
  Experiment done;
  done.name = std::move(name);
  done.record = std::make_unique<sim::Record>();
  python::Outside outside = outside_;
  outside.write_output = [&done](std::string_view text) { done.output += text; };
  outside.write_errors = [&done](std::string_view text) { done.errors += text; };
  outside.read_line = [] { return std::nullopt; };
  python::ProgramOptions options = settings.program_options();
  options.settings.sites = sites_;
  options.interrupt = interrupt_;
  done.result = python::run_program(program_, options, outside, *done.record);
  done.statistics = reports::measure(*done.record);
  return done;
}

}  // namespace gilsim::lessons
