// The settings of one run as a lesson, `compare` and `matrix` name them: a key and its value as text. The
// keys are those of the options of `gilsim run`, with _ for -.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interpreter/runtime/program.h"
#include "lessons/messages.h"

namespace gilsim::lessons {

struct RunSettings {
  python::Settings settings;
  sim::Machine machine = sim::machine_profiles()[0];
  std::string policy{sim::scheduling_policies()[0].name};
  sim::Nanoseconds quantum_ns = 0;  // 0: the policy's own

  python::ProgramOptions program_options() const;
};

std::vector<std::string> setting_keys();

// Returns what is wrong with the value, with what would be right; empty when it is set. REQUIRES: `key` is
// known. "machine" brings its own number of cores, so it is set before "cores".
std::string apply_setting(RunSettings& run, std::string_view key, const std::string& value,
                          Language language);

// What is wrong with the settings together; empty when nothing is.
std::string settings_problem(const RunSettings& run, Language language);

}  // namespace gilsim::lessons
