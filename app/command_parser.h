// One command's options: declared, then parsed and checked, with help and errors in the user's language. The
// only part that knows CLI11. What options refer to must outlive the parser.
#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/messages.h"
#include "sim/time.h"

namespace gilsim::app {

class CommandParser {
 public:
  CommandParser(std::string name, Language language, Message about, Message usage);
  CommandParser(const CommandParser&) = delete;
  CommandParser& operator=(const CommandParser&) = delete;

  Language language() const { return language_; }

  // An option whose value is read by `read`, which returns what is wrong with it. `standard` is its default
  // in words.
  using Reader = std::function<std::string(const std::string& value)>;
  void add(const char* flags, const char* value_name, std::string description, const std::string& standard,
           Reader read);
  // An option that may be given again and again; its values are kept in order.
  void add_repeated(const char* flags, const char* value_name, std::string description, std::vector<std::string>& values);
  void add_flag(const char* flags, Message description, bool& flag);
  void add_hidden_flag(const char* flags, std::function<void()> action);
  // A value that must be one of the known ones, which `description` may list.
  void add_choice(const char* flags, const char* value_name, Message description,
                  std::vector<std::string> known, const std::string& standard,
                  std::function<void(const std::string&)> set);
  void add_duration(const char* flags, std::string description, const std::string& standard,
                    sim::Nanoseconds smallest, sim::Nanoseconds& result);
  void add_number(const char* flags, Message description, const std::string& standard, std::uint64_t smallest,
                  std::uint64_t largest, std::function<void(std::uint64_t)> set);
  // An amount of memory such as "512M".
  void add_size(const char* flags, Message description, const std::string& standard, std::size_t smallest,
                std::size_t& bytes);
  // What may stand beside the options: how many words, what is said when there are too few, and whether options may also
  // stand behind them (as they may not where a program's own arguments follow).
  struct Words {
    std::size_t least = 1;
    std::size_t most = SIZE_MAX;
    Message missing = Message::no_file;
    bool options_behind = false;
  };
  void set_words(const Words& words);
  // Text after the options in the help.
  void set_footer(std::string footer) { app_.footer(std::move(footer)); }

  // The words beside the options, such as FILE and the program's arguments. Nothing when help was asked for or something
  // is wrong.
  std::optional<std::vector<std::string>> parse(std::vector<std::string> arguments);
  // After parse: the first problem, or the help that was asked for; else empty.
  const std::string& problem() const { return problem_; }
  const std::string& help() const { return help_; }

 private:
  void check_values(const std::vector<std::string>& words);
  void note(std::string problem);
  std::optional<std::vector<std::string>> take_rest(std::vector<std::string> rest);
  std::string unknown_option(const std::string& word) const;

  std::string name_;
  Language language_;
  CLI::App app_;
  Words words_;
  std::string problem_;
  std::string help_;
};

}  // namespace gilsim::app
