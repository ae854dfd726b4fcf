#include "interpreter/runtime/command.h"

#include <algorithm>
#include <string_view>

#include <fmt/core.h>

namespace gilsim::python {

namespace {

constexpr std::string_view kUsage = "usage: /usr/bin/python3 [option] ... [-c cmd | -m mod | file | -] [arg] ...\n"
                                    "Try `python -h' for more information.\n";
constexpr std::string_view kPassedOver = "bBdEhiIOPqRsStuvx";  // options that change nothing here

// Reads one word of options; false: the command is known, and what follows are its arguments.
bool read_options(const std::vector<std::string>& words, size_t* next, Command* command) {
  const std::string& word = words[(*next)++];
  for (size_t i = 1; i < word.size(); ++i) {
    const char letter = word == "--version" ? 'V' : word[i];
    if (kPassedOver.find(letter) != kPassedOver.npos) continue;
    if (letter == 'V') return *command = {Command::Kind::Code, "import sys; print('Python', sys.version.split()[0])", {}}, false;
    if (std::string_view("cmWX").find(letter) == std::string_view::npos)
      return *command = {Command::Kind::Wrong, fmt::format("Unknown option: -{}\n{}", letter, kUsage), {}}, false;
    const bool is_beside = i + 1 < word.size();
    if (!is_beside && *next == words.size())
      return *command = {Command::Kind::Wrong, fmt::format("Argument expected for the -{} option\n{}", letter, kUsage), {}}, false;
    const std::string value = is_beside ? word.substr(i + 1) : words[(*next)++];
    if (letter == 'W' || letter == 'X') return true;
    return *command = {letter == 'c' ? Command::Kind::Code : Command::Kind::Module, value, {}}, false;
  }
  return true;
}

}  // namespace

Command read_command(const std::vector<std::string>& words) {
  Command command;
  size_t i = 0;
  bool goes_on = true;
  while (goes_on && i < words.size() && words[i].size() > 1 && words[i][0] == '-') goes_on = read_options(words, &i, &command);
  if (goes_on) {
    command.kind = i < words.size() && words[i] != "-" ? Command::Kind::File : Command::Kind::Input;
    if (i < words.size()) command.text = words[i++];
  }
  command.arguments.assign(words.begin() + static_cast<ptrdiff_t>(std::min(i, words.size())), words.end());
  return command;
}

}  // namespace gilsim::python
