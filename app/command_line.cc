// Which command is meant, and the help about all of them. Each command's own line is parsed by the function that
// parse_commands.h declares for it.
#include "app/command_line.h"

#include <algorithm>

#include "app/option_groups.h"
#include "app/parse_commands.h"
#include "app/suggestion.h"
#include "app/version.h"

namespace gilsim::app {
namespace {

struct Command {
  std::string_view name;
  Message description;
  Request (*parse)(const std::vector<std::string>& arguments, Language language);
};

constexpr Command commands[] = {
    {"run", Message::command_run, parse_run},
    {"disassemble", Message::command_disassemble, parse_disassemble},
    {"compare", Message::command_compare, parse_compare},
    {"matrix", Message::command_matrix, parse_matrix},
    {"lessons", Message::command_lessons, parse_lessons},
    {"lesson", Message::command_lesson, parse_lesson},
    {"check", Message::command_check, parse_check},
    {"new", Message::command_new, parse_new},
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
