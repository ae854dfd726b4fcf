// Options are declared once, with the place that each one's value goes to; CommandParser makes help and
// errors of that. A value that depends on another option (the number of cores, the quantum) is settled after
// all have been read, so that their order does not matter.
#include "app/command_line.h"

#include <algorithm>
#include <optional>

#include "app/command_parser.h"
#include "app/memory_size.h"
#include "app/suggestion.h"
#include "app/version.h"
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

std::vector<std::string> policies_with_quantum() {
  std::vector<std::string> names;
  for (const sim::PolicyInfo& policy : sim::scheduling_policies()) {
    if (policy.has_quantum) names.emplace_back(policy.name);
  }
  return names;
}

std::vector<std::string> policy_names() {
  std::vector<std::string> names;
  for (const sim::PolicyInfo& policy : sim::scheduling_policies()) names.emplace_back(policy.name);
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

// Below this no program gets as far as its first line.
constexpr std::size_t smallest_memory = 1 << 20;

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

Request parse_run(const std::vector<std::string>& arguments, Language language) {
  RunOptions options;
  options.machine = sim::machine_profiles()[0];
  options.policy = sim::scheduling_policies()[0].name;
  int cores = 0;
  CommandParser parser("run", language, Message::about_run, Message::usage_run);
  add_interpreter(parser, options.settings);
  add_computer(parser, options, cores);
  parser.add_flag("-q,--quiet", Message::option_quiet, options.quiet);
  parser.add("--trace", "FILE", say(language, Message::option_trace), "",
             [&options](const std::string& value) {
               options.trace_path = value;
               return "";
             });
  add_common(parser, options.common);
  parser.set_footer(run_footer(language));
  auto rest = parser.parse(arguments);
  if (!rest) return answer(parser);
  if (cores > 0) options.machine.cores = cores;
  auto with_quantum = policies_with_quantum();
  bool has_quantum =
      std::find(with_quantum.begin(), with_quantum.end(), options.policy) != with_quantum.end();
  if (options.quantum_ns > 0 && !has_quantum)
    return UsageError{say(options.common.language, Message::no_quantum, options.policy, list(with_quantum))};
  options.file = rest->front();
  options.settings.arguments.assign(rest->begin() + 1, rest->end());
  return options;
}

Request parse_disassemble(const std::vector<std::string>& arguments, Language language) {
  DisassembleOptions options;
  CommandParser parser("disassemble", language, Message::about_disassemble, Message::usage_disassemble);
  add_python(parser, Message::option_python_disassemble, options.version);
  add_common(parser, options.common);
  parser.set_footer(section(language, Message::examples, Message::examples_disassemble));
  auto rest = parser.parse(arguments);
  if (!rest) return answer(parser);
  if (rest->size() > 1) return UsageError{say(language, Message::too_many_files, (*rest)[1])};
  options.file = rest->front();
  return options;
}

struct Command {
  std::string_view name;
  Message description;
  Request (*parse)(const std::vector<std::string>& arguments, Language language);
};

constexpr Command commands[] = {
    {"run", Message::command_run, parse_run},
    {"disassemble", Message::command_disassemble, parse_disassemble},
};

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const Command& command : commands) names.emplace_back(command.name);
  return names;
}

std::string help(Language language) {
  std::string all =
      fmt::format("{}\n\n{}{}{}\n\n{}", text(Message::about, language), text(Message::usage, language),
                  text(Message::colon, language), text(Message::usage_all, language),
                  say(language, Message::heading, text(Message::commands, language)));
  for (const Command& command : commands) {
    all += fmt::format("  {:<14}{}\n", command.name, text(command.description, language));
  }
  return all + fmt::format("\n{}\n\n{}", text(Message::command_help, language), run_footer(language));
}

// --lang also chooses the language of help and errors, so it is looked for before anything is parsed.
Language language_asked_for(const std::vector<std::string>& arguments, Language language) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string value = arguments[i] == "--lang" && i + 1 < arguments.size() ? arguments[i + 1] : "";
    if (arguments[i].starts_with("--lang=")) value = arguments[i].substr(7);
    if (value == "zh") return Language::Chinese;
    if (value == "en") return Language::English;
    if (arguments[i].ends_with(".py")) break;  // the program's own arguments follow
  }
  return language;
}

Request unknown_command(const std::string& name, Language language) {
  if (name.starts_with('-')) {
    std::vector<std::string> near = near_names(name, {"--help", "--version"});
    std::string problem = say(language, Message::option_first, list(command_names()));
    if (near.empty()) return UsageError{problem};
    return UsageError{two_sentences(problem, say(language, Message::did_you_mean, list(near)), language)};
  }
  std::vector<std::string> near = near_names(name, command_names());
  std::string problem = say(language, Message::unknown_command, name, list(command_names()));
  if (name.ends_with(".py")) near = {"'gilsim run " + name + "'"};
  if (!near.empty())
    problem = two_sentences(problem, say(language, Message::did_you_mean, list(near)), language);
  return UsageError{problem};
}

}  // namespace

Request parse_command_line(const std::vector<std::string>& arguments, Language language) {
  language = language_asked_for(arguments, language);
  if (arguments.empty()) return UsageError{say(language, Message::no_command, list(command_names()))};
  bool asks_for_help = arguments[0] == "help" && arguments.size() > 1;
  for (const Command& command : commands) {
    if (asks_for_help && arguments[1] == command.name) return command.parse({"--help"}, language);
    if (arguments[0] == command.name)
      return command.parse({arguments.begin() + 1, arguments.end()}, language);
  }
  for (const std::string& word : arguments) {
    if (word == "--help" || word == "-h" || word == "help") return Answer{help(language)};
    if (word == "--version" || word == "-V") return Answer{fmt::format("gilsim {}\n", version)};
  }
  return unknown_command(arguments[0], language);
}

}  // namespace gilsim::app
