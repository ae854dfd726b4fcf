#include "lessons/run_settings.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "sim/time.h"

namespace gilsim::lessons {
namespace {

std::string one_of(Language language, const std::string& known) {
  return say(language, Message::setting_is_one_of, known);
}

std::string whole_number(const std::string& value, std::uint64_t least, std::uint64_t most, Language language,
                         std::uint64_t& number) {
  std::uint64_t read = 0;
  auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), read);
  bool good = error == std::errc{} && end == value.data() + value.size() && read >= least && read <= most;
  if (!good) return say(language, Message::setting_is_number, least, most);
  number = read;
  return "";
}

std::string duration(const std::string& value, Language language, sim::Nanoseconds& time) {
  auto read = sim::parse_duration(value);
  if (!read || *read < sim::microsecond) return say(language, Message::setting_is_time);
  time = *read;
  return "";
}

std::string set_python(RunSettings& run, const std::string& value, Language language) {
  auto version = python::find_python_version(value);
  if (!version) return one_of(language, python::known_python_versions());
  run.settings.version = *version;
  return "";
}

std::string set_machine(RunSettings& run, const std::string& value, Language language) {
  std::vector<std::string> names;
  for (const sim::Machine& machine : sim::machine_profiles()) names.push_back(machine.name);
  const sim::Machine* machine = sim::find_machine(value);
  if (!machine) return one_of(language, list(names));
  run.machine = *machine;
  return "";
}

std::string set_policy(RunSettings& run, const std::string& value, Language language) {
  std::vector<std::string> names;
  for (const sim::PolicyInfo& policy : sim::scheduling_policies()) names.emplace_back(policy.name);
  if (std::find(names.begin(), names.end(), value) == names.end()) return one_of(language, list(names));
  run.policy = value;
  return "";
}

std::string set_cores(RunSettings& run, const std::string& value, Language language) {
  std::uint64_t cores = 0;
  std::string problem = whole_number(value, 1, 64, language, cores);
  if (problem.empty()) run.machine.cores = static_cast<int>(cores);
  return problem;
}

struct Setting {
  std::string_view key;
  std::string (*set)(RunSettings& run, const std::string& value, Language language);
};

constexpr Setting setting_table[] = {
    {"machine", set_machine},
    {"cores", set_cores},
    {"python", set_python},
    {"switch_interval",
     [](RunSettings& run, const std::string& value, Language language) {
       return duration(value, language, run.settings.switch_interval_ns);
     }},
    {"policy", set_policy},
    {"quantum", [](RunSettings& run, const std::string& value,
                   Language language) { return duration(value, language, run.quantum_ns); }},
    {"seed",
     [](RunSettings& run, const std::string& value, Language language) {
       return whole_number(value, 0, INT64_MAX, language, run.settings.seed);
     }},
    {"max_time", [](RunSettings& run, const std::string& value,
                    Language language) { return duration(value, language, run.settings.max_time_ns); }},
    {"max_steps",
     [](RunSettings& run, const std::string& value, Language language) {
       return whole_number(value, 1, INT64_MAX, language, run.settings.max_steps);
     }},
};

}  // namespace

python::ProgramOptions RunSettings::program_options() const {
  python::ProgramOptions options;
  options.settings = settings;
  options.machine = machine;
  options.policy = policy;
  options.policy_options.quantum = quantum_ns;
  return options;
}

std::vector<std::string> setting_keys() {
  std::vector<std::string> keys;
  for (const Setting& setting : setting_table) keys.emplace_back(setting.key);
  return keys;
}

std::string apply_setting(RunSettings& run, std::string_view key, const std::string& value,
                          Language language) {
  auto setting = std::find_if(std::begin(setting_table), std::end(setting_table),
                              [&](const Setting& known) { return known.key == key; });
  std::string problem = setting->set(run, value, language);
  return problem.empty() ? "" : say(language, Message::bad_setting, key, value, problem);
}

std::string settings_problem(const RunSettings& run, Language language) {
  if (run.quantum_ns == 0) return "";
  for (const sim::PolicyInfo& policy : sim::scheduling_policies()) {
    if (policy.name == run.policy && !policy.has_quantum)
      return say(language, Message::quantum_unused, run.policy);
  }
  return "";
}

}  // namespace gilsim::lessons
