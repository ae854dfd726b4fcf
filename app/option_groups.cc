// Options that several commands share, each declared once, with the place that its value goes to. A value
// that depends on another option (the number of cores, the quantum) is settled after all have been read, so
// that their order does not matter.
#include "app/option_groups.h"

#include <algorithm>

#include "app/memory_size.h"
#include "app/suggestion.h"
#include "sim/scheduling_policy.h"
#include "sim/time.h"

namespace gilsim::app {
namespace {

constexpr int most_cores = 64;

std::vector<std::string> python_versions() {
  std::vector<std::string> names;
  std::string all = python::known_python_versions();
  for (std::size_t at = 0; at < all.size();) {
    std::size_t end = std::min(all.find(", ", at), all.size());
    names.push_back(all.substr(at, end - at));
    at = end + 2;
  }
  return names;
}

std::vector<std::string> machine_names() {
  std::vector<std::string> names;
  for (const sim::Machine& machine : sim::machine_profiles()) names.push_back(machine.name);
  return names;
}

std::vector<std::string> policy_names() {
  std::vector<std::string> names;
  for (const sim::PolicyInfo& policy : sim::scheduling_policies()) names.emplace_back(policy.name);
  return names;
}

// Below this no program gets as far as its first line.
constexpr std::size_t smallest_memory = 1 << 20;

}  // namespace

std::vector<std::string> policies_with_quantum() {
  std::vector<std::string> names;
  for (const sim::PolicyInfo& policy : sim::scheduling_policies()) {
    if (policy.has_quantum) names.emplace_back(policy.name);
  }
  return names;
}

void add_common(CommandParser& parser, CommonOptions& common) {
  common.language = parser.language();
  parser.add_choice("--lang", "LANGUAGE", Message::option_language, {"en", "zh"}, "",
                    [&common](const std::string& value) {
                      common.language = value == "zh" ? Language::Chinese : Language::English;
                    });
  parser.add_choice("--color", "WHEN", Message::option_color, {"auto", "always", "never"}, "",
                    [&common](const std::string& value) {
                      common.color = value == "auto"     ? reports::ColorChoice::Auto
                                     : value == "always" ? reports::ColorChoice::Always
                                                         : reports::ColorChoice::Never;
                    });
  parser.add_choice("--log-level", "LEVEL", Message::option_log, {"off", "error", "warning", "info", "debug"},
                    "", [&common](const std::string& value) { common.log_level = value; });
}

void add_python(CommandParser& parser, Message description, python::PythonVersion& version) {
  parser.add_choice("--python", "VERSION", description, python_versions(),
                    std::string(python::describe(version).text),
                    [&version](const std::string& value) { version = *python::find_python_version(value); });
}

// `cores` stays 0 when the machine's own number is to be used.
void add_computer(CommandParser& parser, RunOptions& options, int& cores) {
  parser.add_number("-n,--cores", Message::option_cores, std::to_string(options.machine.cores), 1, most_cores,
                    [&cores](std::uint64_t value) { cores = static_cast<int>(value); });
  parser.add_choice("--machine", "NAME", Message::option_machine, machine_names(), options.machine.name,
                    [&options](const std::string& value) { options.machine = *sim::find_machine(value); });
  parser.add_choice("--policy", "NAME", Message::option_policy, policy_names(), options.policy,
                    [&options](const std::string& value) { options.policy = value; });
  parser.add_duration("--quantum",
                      say(parser.language(), Message::option_quantum, list(policies_with_quantum())), "",
                      sim::microsecond, options.quantum_ns);
}

void add_interpreter(CommandParser& parser, python::Settings& settings) {
  add_python(parser, Message::option_python, settings.version);
  parser.add_number("-s,--seed", Message::option_seed, "0", 0, UINT64_MAX,
                    [&settings](std::uint64_t value) { settings.seed = value; });
  parser.add_duration("--switch-interval", say(parser.language(), Message::option_interval),
                      sim::format_duration(settings.switch_interval_ns), sim::microsecond,
                      settings.switch_interval_ns);
  parser.add_number("--max-steps", Message::option_max_steps, "", 1, UINT64_MAX,
                    [&settings](std::uint64_t value) { settings.max_steps = value; });
  parser.add_duration("--max-time", say(parser.language(), Message::option_max_time), "", 1,
                      settings.max_time_ns);
  parser.add_size("--max-memory", Message::option_max_memory, format_memory_size(settings.max_memory_bytes),
                  smallest_memory, settings.max_memory_bytes);
  parser.add_hidden_flag("--no-fusion", [&settings] { settings.fusion = false; });
}

std::string section(Language language, Message heading, Message body) {
  return say(language, Message::heading, text(heading, language)) + std::string(text(body, language)) + "\n";
}

std::string run_footer(Language language) {
  return section(language, Message::examples, Message::examples_run) + "\n" +
         section(language, Message::exit_statuses, Message::exits_run);
}

Request answer(const CommandParser& parser) {
  if (!parser.problem().empty()) return UsageError{parser.problem()};
  return Answer{parser.help()};
}

}  // namespace gilsim::app
