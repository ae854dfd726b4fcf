#include "app/command_line.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>

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

std::vector<std::string> policy_names() {
  std::vector<std::string> names;
  for (const sim::PolicyInfo& policy : sim::scheduling_policies()) names.emplace_back(policy.name);
  return names;
}

// Memory as people write it: "512MB", "2 GB", in powers of 1024.
std::optional<std::size_t> parse_size(std::string_view text) {
  std::size_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{}) return std::nullopt;
  std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  constexpr std::pair<std::string_view, int> units[] = {{"B", 0}, {"KB", 10}, {"MB", 20}, {"GB", 30}};
  for (auto [name, shift] : units) {
    if (unit == name && number > 0 && number <= SIZE_MAX >> shift >> 1) return number << shift;
  }
  return std::nullopt;
}

// The help of a command: CLI11 lists the options, we frame them.
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter(Language language, Message usage) : language_(language), usage_(usage) { column_width(34); }
  std::string make_usage(const CLI::App*, std::string) const override {
    return fmt::format("\n{}: {}\n", text(Message::usage, language_), text(usage_, language_));
  }

 private:
  Language language_;
  Message usage_;
};

// One command's options, parsed and checked. The first problem found is the one that is told.
class CommandParser {
 public:
  CommandParser(std::string name, Language language, Message about, Message usage)
      : name_(std::move(name)), language_(language), app_(std::string(text(about, language))) {
    app_.formatter(std::make_shared<HelpFormatter>(language, usage));
    app_.set_help_flag("-h,--help", say(language, Message::option_help));
    app_.prefix_command();  // what follows FILE is not ours
    app_.option_defaults()->group(std::string(text(Message::options, language)));
    app_.get_help_ptr()->group(std::string(text(Message::options, language)));
  }

  // An option whose value is read by `read`, which returns what is wrong with it.
  using Reader = std::function<std::string(const std::string& value)>;
  void add(const char* flags, const char* value_name, std::string description, std::string standard, Reader read) {
    if (!standard.empty()) description += say(language_, Message::default_is, standard);
    auto* option = app_.add_option_function<std::string>(
        flags, [this, read](const std::string& value) { note(read(value)); }, std::move(description));
    option->type_name(value_name)->take_last();
  }

  void add_flag(const char* flags, std::string description, bool& flag) {
    app_.add_flag(flags, flag, std::move(description));
  }
  void add_hidden_flag(const char* flags, std::function<void()> action) {
    app_.add_flag_callback(flags, std::move(action))->group("");
  }

  // A value that must be one of the known ones.
  void add_choice(const char* flags, const char* value_name, Message description, std::vector<std::string> known,
                  const std::string& standard, std::function<void(const std::string&)> set) {
    std::string words = say(language_, description, list(known));
    add(flags, value_name, words, standard, [this, flags, known, set](const std::string& value) -> std::string {
      if (std::find(known.begin(), known.end(), value) == known.end()) {
        return say(language_, Message::unknown_value, long_name(flags), value, list(known));
      }
      set(value);
      return "";
    });
  }

  void add_duration(const char* flags, Message description, const std::string& standard, sim::Nanoseconds& result,
                    sim::Nanoseconds smallest) {
    add(flags, "TIME", say(language_, description), standard,
        [this, flags, smallest, &result](const std::string& value) -> std::string {
          auto duration = sim::parse_duration(value);
          if (!duration || *duration < smallest) return say(language_, Message::bad_duration, long_name(flags), value);
          result = *duration;
          return "";
        });
  }

  template <typename Number>
  void add_number(const char* flags, Message description, const std::string& standard, Number smallest, Number largest,
                  Number& result) {
    add(flags, "N", say(language_, description), standard,
        [this, flags, smallest, largest, &result](const std::string& value) -> std::string {
          Number number{};
          auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
          bool good = error == std::errc{} && end == value.data() + value.size() && number >= smallest &&
                      number <= largest;
          if (!good) return say(language_, Message::bad_number, long_name(flags), smallest, largest, value);
          result = number;
          return "";
        });
  }

  void add_common(CommonOptions& common) {
    common.language = language_;
    add("--lang", "LANGUAGE", say(language_, Message::option_language), "", [this, &common](const std::string& value) {
      common.language = value == "zh" ? Language::Chinese : Language::English;
      bool known = value == "zh" || value == "en";
      return known ? "" : say(language_, Message::unknown_value, "--lang", value, "en, zh");
    });
    add_choice("--color", "WHEN", Message::option_color, {"auto", "always", "never"}, "",
               [&common](const std::string& value) {
                 common.color = value == "auto"     ? reports::ColorChoice::Auto
                                : value == "always" ? reports::ColorChoice::Always
                                                    : reports::ColorChoice::Never;
               });
    add_choice("--log-level", "LEVEL", Message::option_log, {"off", "error", "warning", "info", "debug"}, "",
               [&common](const std::string& value) { common.log_level = value; });
  }

  void set_footer(std::string footer) { app_.footer(std::move(footer)); }

  // What follows the options: FILE and the program's arguments. Nothing when there is an answer() instead.
  std::optional<std::vector<std::string>> parse(std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    try {
      app_.parse(arguments);
    } catch (const CLI::CallForHelp&) {
      answer_ = Answer{app_.help()};
    } catch (const CLI::ArgumentMismatch& mismatch) {
      note(say(language_, Message::value_missing, option_in(mismatch.what())));
    } catch (const CLI::ParseError& error) {
      note(error.what());
    }
    if (std::holds_alternative<Answer>(answer_) || !problem_.empty()) return std::nullopt;
    return take_rest(app_.remaining());
  }

  Request answer() const {
    if (problem_.empty()) return answer_;
    return UsageError{problem_};
  }

 private:
  void note(std::string problem) {
    if (problem_.empty()) problem_ = std::move(problem);
  }

  static std::string long_name(std::string_view flags) {
    std::size_t at = flags.find("--");
    return std::string(at == std::string_view::npos ? flags : flags.substr(at));
  }

  // CLI11's messages begin with the option's name.
  static std::string option_in(std::string_view message) {
    return std::string(message.substr(0, std::min(message.find(' '), message.find(':'))));
  }

  std::optional<std::vector<std::string>> take_rest(std::vector<std::string> rest) {
    for (const std::string& word : rest) {
      if (word == "--" || !word.starts_with('-') || word == "-") break;
      note(unknown_option(word));
    }
    if (!rest.empty() && rest[0] == "--") rest.erase(rest.begin());
    if (rest.empty()) note(say(language_, Message::no_file, "gilsim " + name_));
    if (!problem_.empty()) return std::nullopt;
    return rest;
  }

  std::string unknown_option(const std::string& word) const {
    std::string name = word.substr(0, word.find('='));
    std::vector<std::string> known;
    for (const CLI::Option* option : app_.get_options()) {
      if (option->get_group().empty()) continue;
      for (const std::string& long_form : option->get_lnames()) known.push_back("--" + long_form);
    }
    std::vector<std::string> near = near_names(name, known);
    return say(language_, Message::unknown_option, name) + " " +
           (near.empty() ? say(language_, Message::see_help, "gilsim " + name_)
                         : say(language_, Message::did_you_mean, list(near)));
  }

  std::string name_;
  Language language_;
  CLI::App app_;
  std::string problem_;
  Request answer_ = UsageError{};
};

std::string section(Language language, Message heading, Message body) {
  return fmt::format("{}:\n{}\n", text(heading, language), text(body, language));
}

void add_python(CommandParser& parser, python::PythonVersion& version) {
  parser.add_choice("--python", "VERSION", Message::option_python, python_versions(),
                    std::string(python::describe(version).text),
                    [&version](const std::string& value) { version = *python::find_python_version(value); });
}

void add_computer(CommandParser& parser, RunOptions& options, int& cores) {
  parser.add_number<int>("-n,--cores", Message::option_cores, std::to_string(options.machine.cores), 1, most_cores, cores);
  parser.add_choice("--machine", "NAME", Message::option_machine, machine_names(), options.machine.name,
                    [&options](const std::string& value) { options.machine = *sim::find_machine(value); });
  parser.add_choice("--policy", "NAME", Message::option_policy, policy_names(), options.policy,
                    [&options](const std::string& value) { options.policy = value; });
  parser.add_duration("--quantum", Message::option_quantum, "", options.quantum_ns, sim::microsecond);
}

void add_limits(CommandParser& parser, python::Settings& settings, Language language) {
  parser.add_number<std::uint64_t>("--max-steps", Message::option_max_steps, "", 1, UINT64_MAX, settings.max_steps);
  parser.add_duration("--max-time", Message::option_max_time, "", settings.max_time_ns, 1);
  parser.add("--max-memory", "SIZE", say(language, Message::option_max_memory), "4GB",
             [&settings, language](const std::string& value) -> std::string {
               auto size = parse_size(value);
               if (!size) return say(language, Message::bad_size, "--max-memory", value);
               settings.max_memory_bytes = *size;
               return "";
             });
}

Request parse_run(const std::vector<std::string>& arguments, Language language) {
  RunOptions options;
  options.machine = sim::machine_profiles()[0];
  options.policy = sim::scheduling_policies()[0].name;
  int cores = 0;
  CommandParser parser("run", language, Message::about_run, Message::usage_run);
  add_python(parser, options.settings.version);
  parser.add_number<std::uint64_t>("-s,--seed", Message::option_seed, "0", 0, UINT64_MAX, options.settings.seed);
  parser.add_duration("--switch-interval", Message::option_interval,
                      sim::format_duration(options.settings.switch_interval_ns), options.settings.switch_interval_ns,
                      sim::microsecond);
  add_computer(parser, options, cores);
  add_limits(parser, options.settings, language);
  parser.add_flag("-q,--quiet", say(language, Message::option_quiet), options.quiet);
  parser.add("--trace", "FILE", say(language, Message::option_trace), "", [&options](const std::string& value) {
    options.trace_path = value;
    return "";
  });
  parser.add_common(options.common);
  parser.add_hidden_flag("--no-fusion", [&options] { options.settings.fusion = false; });
  parser.set_footer(section(language, Message::examples, Message::examples_run) + "\n" +
                    section(language, Message::exit_statuses, Message::exits_run));
  auto rest = parser.parse(arguments);
  if (!rest) return parser.answer();
  if (cores > 0) options.machine.cores = cores;
  options.file = rest->front();
  options.settings.arguments.assign(rest->begin() + 1, rest->end());
  return options;
}

Request parse_disassemble(const std::vector<std::string>& arguments, Language language) {
  DisassembleOptions options;
  CommandParser parser("disassemble", language, Message::about_disassemble, Message::usage_disassemble);
  add_python(parser, options.version);
  parser.add_common(options.common);
  parser.set_footer(section(language, Message::examples, Message::examples_disassemble));
  auto rest = parser.parse(arguments);
  if (!rest) return parser.answer();
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
  std::string all = fmt::format("{}\n\n{}: {}\n\n{}:\n", text(Message::about, language), text(Message::usage, language),
                                text(Message::usage_all, language), text(Message::commands, language));
  for (const Command& command : commands) {
    all += fmt::format("  {:<14}{}\n", command.name, text(command.description, language));
  }
  all += fmt::format("\n{}\n\n{}", text(Message::command_help, language),
                     section(language, Message::examples, Message::examples_run));
  return all + "\n" + section(language, Message::exit_statuses, Message::exits_run);
}

// --lang also chooses the language of help and errors, so it is looked for before anything is parsed.
Language language_asked_for(const std::vector<std::string>& arguments, Language language) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--lang=zh" || (arguments[i] == "--lang" && i + 1 < arguments.size() && arguments[i + 1] == "zh"))
      return Language::Chinese;
    if (arguments[i] == "--lang=en" || (arguments[i] == "--lang" && i + 1 < arguments.size() && arguments[i + 1] == "en"))
      return Language::English;
    if (arguments[i].ends_with(".py")) break;  // the program's own arguments follow
  }
  return language;
}

Request unknown_command(const std::string& name, Language language) {
  std::vector<std::string> near = near_names(name, command_names());
  std::string problem = say(language, Message::unknown_command, name, list(command_names()));
  if (name.ends_with(".py")) near = {"'gilsim run " + name + "'"};
  if (!near.empty()) problem += " " + say(language, Message::did_you_mean, list(near));
  return UsageError{problem};
}

}  // namespace

Request parse_command_line(const std::vector<std::string>& arguments, Language language) {
  language = language_asked_for(arguments, language);
  if (arguments.empty()) return UsageError{say(language, Message::no_command, list(command_names()))};
  for (const Command& command : commands) {
    if (arguments[0] == command.name) return command.parse({arguments.begin() + 1, arguments.end()}, language);
  }
  for (const std::string& word : arguments) {
    if (word == "--help" || word == "-h" || word == "help") return Answer{help(language)};
    if (word == "--version") return Answer{fmt::format("gilsim {}\n", version)};
  }
  return unknown_command(arguments[0], language);
}

}  // namespace gilsim::app
