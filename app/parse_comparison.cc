// Command lines of the commands that set runs beside each other.
#include <algorithm>

#include "app/option_groups.h"
#include "app/parse_commands.h"
#include "lessons/run_settings.h"

namespace gilsim::app {

Request parse_compare(const std::vector<std::string>& arguments, Language language) {
  CompareOptions options;
  CommandParser parser("compare", language, Message::about_compare, Message::usage_compare);
  parser.set_words({.most = 2, .missing = Message::no_compared, .options_behind = true});
  parser.add_repeated("--with", "SETTINGS", say(language, Message::option_with), options.with);
  add_common(parser, options.common);
  parser.set_footer(section(language, Message::examples, Message::examples_compare));
  auto words = parser.parse(arguments);
  if (!words) return answer(parser);
  options.files = *words;
  return options;
}

namespace {

// "3.9,3.11" is two values.
std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> values;
  for (std::size_t at = 0; at <= list.size();) {
    std::size_t end = std::min(list.find(',', at), list.size());
    values.push_back(list.substr(at, end - at));
    at = end + 1;
  }
  return values;
}

// What the setting says is wrong with one of the values is said now, before anything runs.
void add_list(CommandParser& parser, const char* flags, Message description, const char* key,
              std::vector<std::string>& values) {
  parser.add(flags, "LIST", say(parser.language(), description), "",
             [&parser, &values, key](const std::string& value) -> std::string {
               values = split(value);
               for (const std::string& one : values) {
                 lessons::RunSettings ignored;
                 std::string problem = lessons::apply_setting(ignored, key, one, parser.language());
                 if (!problem.empty()) return problem;
               }
               return "";
             });
}

}  // namespace

Request parse_matrix(const std::vector<std::string>& arguments, Language language) {
  MatrixOptions options;
  CommandParser parser("matrix", language, Message::about_matrix, Message::usage_matrix);
  parser.set_words({.most = 1, .options_behind = true});
  add_list(parser, "--python", Message::option_pythons, "python", options.pythons);
  add_list(parser, "-n,--cores", Message::option_core_counts, "cores", options.cores);
  add_list(parser, "--switch-interval", Message::option_intervals, "switch_interval",
           options.switch_intervals);
  std::vector<std::string> seeds;
  add_list(parser, "-s,--seed", Message::option_seed, "seed", seeds);
  parser.add_repeated("--variant", "NAME", say(language, Message::option_variant), options.variants);
  parser.add_choice("--format", "FORMAT", Message::option_format, {"table", "json", "csv"}, "table",
                    [&options](const std::string& value) {
                      options.format = value == "json"  ? MatrixFormat::Json
                                       : value == "csv" ? MatrixFormat::Csv
                                                        : MatrixFormat::Table;
                    });
  add_common(parser, options.common);
  parser.set_footer(section(language, Message::examples, Message::examples_matrix));
  auto words = parser.parse(arguments);
  if (!words) return answer(parser);
  if (seeds.size() > 1) return UsageError{say(language, Message::one_seed)};
  if (!seeds.empty()) options.seed = seeds.front();
  options.file = words->front();
  return options;
}

}  // namespace gilsim::app
