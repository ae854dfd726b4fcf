// CLI11 splits words into options and lists them in the help. All else is done here, because its messages are
// English and do not say what would be right: values are taken as text and read by our own readers.
#include "app/command_parser.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <memory>
#include <utility>

#include "app/memory_size.h"
#include "app/suggestion.h"

namespace gilsim::app {
namespace {

// CLI11 lists the options, we frame them.
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter(Language language, Message usage) : language_(language), usage_(usage) { column_width(34); }
  std::string make_usage(const CLI::App*, std::string) const override {
    return fmt::format("\n{}{}{}\n", text(Message::usage, language_), text(Message::colon, language_),
                       text(usage_, language_));
  }
  std::string make_group(std::string group, bool is_positional,
                         std::vector<const CLI::Option*> options) const override {
    std::string lines = "\n" + say(language_, Message::heading, group);
    for (const CLI::Option* option : options) lines += make_option(option, is_positional);
    return lines;
  }

 private:
  Language language_;
  Message usage_;
};

// Of "-n,--cores" the long form.
std::string long_name(std::string_view flags) {
  std::size_t at = flags.find("--");
  return std::string(at == std::string_view::npos ? flags : flags.substr(at));
}

// CLI11's messages begin with the option's name.
std::string option_in(std::string_view message) {
  return std::string(message.substr(0, std::min(message.find(' '), message.find(':'))));
}

std::optional<std::uint64_t> parse_number(std::string_view text) {
  std::uint64_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

CommandParser::CommandParser(std::string name, Language language, Message about, Message usage)
    : name_(std::move(name)), language_(language), app_(std::string(text(about, language))) {
  app_.formatter(std::make_shared<HelpFormatter>(language, usage));
  app_.set_help_flag("-h,--help", say(language, Message::option_help));
  app_.prefix_command();  // what follows FILE is not ours
  app_.option_defaults()->group(std::string(text(Message::options, language)));
  app_.get_help_ptr()->group(std::string(text(Message::options, language)));
}

void CommandParser::add(const char* flags, const char* value_name, std::string description,
                        const std::string& standard, Reader read) {
  if (!standard.empty()) description += say(language_, Message::default_is, standard);
  auto* option = app_.add_option_function<std::string>(
      flags, [this, read](const std::string& value) { note(read(value)); }, std::move(description));
  option->type_name(value_name)->take_last();
}

void CommandParser::add_repeated(const char* flags, const char* value_name, std::string description,
                                 std::vector<std::string>& values) {
  auto* option = app_.add_option_function<std::vector<std::string>>(
      flags, [&values](const std::vector<std::string>& given) { values = given; }, std::move(description));
  option->type_name(value_name)->expected(1)->take_all()->allow_extra_args(false)->delimiter(',');
}

void CommandParser::add_flag(const char* flags, Message description, bool& flag) {
  app_.add_flag(flags, flag, say(language_, description));
}

void CommandParser::add_hidden_flag(const char* flags, std::function<void()> action) {
  app_.add_flag_callback(flags, std::move(action))->group("");
}

void CommandParser::add_choice(const char* flags, const char* value_name, Message description,
                               std::vector<std::string> known, const std::string& standard,
                               std::function<void(const std::string&)> set) {
  std::string words = say(language_, description, list(known));
  add(flags, value_name, words, standard, [this, flags, known, set](const std::string& value) -> std::string {
    bool is_known = std::find(known.begin(), known.end(), value) != known.end();
    if (!is_known) return say(language_, Message::unknown_value, long_name(flags), value, list(known));
    set(value);
    return "";
  });
}

void CommandParser::add_duration(const char* flags, std::string description, const std::string& standard,
                                 sim::Nanoseconds smallest, sim::Nanoseconds& result) {
  add(flags, "TIME", std::move(description), standard,
      [this, flags, smallest, &result](const std::string& value) -> std::string {
        auto duration = sim::parse_duration(value);
        bool good = duration && *duration >= smallest;
        if (!good) return say(language_, Message::bad_duration, long_name(flags), value);
        result = *duration;
        return "";
      });
}

void CommandParser::add_number(const char* flags, Message description, const std::string& standard,
                               std::uint64_t smallest, std::uint64_t largest,
                               std::function<void(std::uint64_t)> set) {
  add(flags, "N", say(language_, description), standard,
      [this, flags, smallest, largest, set](const std::string& value) -> std::string {
        auto number = parse_number(value);
        bool good = number && *number >= smallest && *number <= largest;
        if (!good) return say(language_, Message::bad_number, long_name(flags), smallest, largest, value);
        set(*number);
        return "";
      });
}

void CommandParser::add_size(const char* flags, Message description, const std::string& standard,
                             std::size_t smallest, std::size_t& bytes) {
  add(flags, "SIZE", say(language_, description), standard,
      [this, flags, smallest, &bytes](const std::string& value) -> std::string {
        auto size = parse_memory_size(value);
        if (!size || *size < smallest)
          return say(language_, Message::bad_size, long_name(flags), format_memory_size(smallest), value);
        bytes = *size;
        return "";
      });
}

void CommandParser::set_words(const Words& words) {
  words_ = words;
  app_.prefix_command(!words.options_behind);
  app_.allow_extras(words.options_behind);
}

std::optional<std::vector<std::string>> CommandParser::parse(std::vector<std::string> arguments) {
  check_values(arguments);
  std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
  try {
    app_.parse(arguments);
  } catch (const CLI::CallForHelp&) {
    help_ = app_.help();
    if (std::size_t gap = help_.find("\n\n\n"); gap != std::string::npos) help_.erase(gap, 1);  // for hidden options
    return std::nullopt;
  } catch (const CLI::ArgumentMismatch& mismatch) {
    note(say(language_, Message::value_missing, option_in(mismatch.what())));
  } catch (const CLI::ParseError& error) {
    note(error.what());
  }
  if (!problem_.empty()) return std::nullopt;
  return take_rest(app_.remaining());
}

// CLI11 takes the next word for an option that ends in "=", and any value for a flag.
void CommandParser::check_values(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--") return;
    if (!word.starts_with('-') || word == "-") {
      if (words_.options_behind) continue;
      return;
    }
    std::size_t equals = word.find('=');
    const CLI::Option* option = app_.get_option_no_throw(word.substr(0, equals));
    if (!option) continue;
    bool takes_value = option->get_items_expected_max() > 0;
    if (equals == std::string::npos) {
      i += takes_value;
    } else if (!takes_value) {
      note(say(language_, Message::value_unwanted, word.substr(0, equals)));
    } else if (equals + 1 == word.size()) {
      note(say(language_, Message::value_missing, word.substr(0, equals)));
    }
  }
}

void CommandParser::note(std::string problem) {
  if (problem_.empty()) problem_ = std::move(problem);
}

std::optional<std::vector<std::string>> CommandParser::take_rest(std::vector<std::string> rest) {
  for (const std::string& word : rest) {
    bool is_option = word.starts_with('-') && word != "-" && word != "--";
    if (is_option) note(unknown_option(word));
    if (word == "--" || (!is_option && !words_.options_behind)) break;
  }
  if (!rest.empty() && rest[0] == "--") rest.erase(rest.begin());
  if (rest.size() < words_.least) note(say(language_, words_.missing, "gilsim " + name_));
  if (rest.size() > words_.most) note(say(language_, Message::too_many_words, rest[words_.most]));
  if (!problem_.empty()) return std::nullopt;
  return rest;
}

std::string CommandParser::unknown_option(const std::string& word) const {
  std::string name = word.substr(0, word.find('='));
  std::vector<std::string> known;
  for (const CLI::Option* option : app_.get_options()) {
    if (option->get_group().empty()) continue;  // hidden
    for (const std::string& long_form : option->get_lnames()) known.push_back("--" + long_form);
  }
  std::vector<std::string> near = near_names(name, known);
  std::string advice = near.empty() ? say(language_, Message::see_help, "gilsim " + name_)
                                    : say(language_, Message::did_you_mean, list(near));
  return two_sentences(say(language_, Message::unknown_option, name), advice, language_);
}

}  // namespace gilsim::app
