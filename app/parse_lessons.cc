// Command lines of the commands about lessons. Their options may stand behind the lesson's name.
#include "app/option_groups.h"
#include "app/parse_commands.h"

namespace gilsim::app {
namespace {

// The file is written where the user is, and a name that begins with a dot would hide it.
bool is_new_id(const std::string& id) {
  return !id.empty() && id.find('/') == std::string::npos && id.front() != '.' && id.front() != '-';
}

}  // namespace

Request parse_lessons(const std::vector<std::string>& arguments, Language language) {
  LessonsOptions options;
  CommandParser parser("lessons", language, Message::about_lessons, Message::usage_lessons);
  parser.set_words({.least = 0, .most = 1, .options_behind = true});
  add_common(parser, options.common);
  parser.set_footer(section(language, Message::examples, Message::examples_lessons));
  auto words = parser.parse(arguments);
  if (!words) return answer(parser);
  if (!words->empty()) options.folder = words->front();
  return options;
}

Request parse_lesson(const std::vector<std::string>& arguments, Language language) {
  LessonOptions options;
  CommandParser parser("lesson", language, Message::about_lesson, Message::usage_lesson);
  parser.set_words({.most = 1, .missing = Message::no_lesson, .options_behind = true});
  parser.add_flag("-c,--compute", Message::option_compute, options.compute);
  add_common(parser, options.common);
  parser.set_footer(section(language, Message::examples, Message::examples_lesson));
  auto words = parser.parse(arguments);
  if (!words) return answer(parser);
  options.id = words->front();
  return options;
}

Request parse_check(const std::vector<std::string>& arguments, Language language) {
  CheckOptions options;
  CommandParser parser("check", language, Message::about_check, Message::usage_check);
  parser.set_words({.missing = Message::no_lesson, .options_behind = true});
  add_common(parser, options.common);
  parser.set_footer(section(language, Message::examples, Message::examples_check) + "\n" +
                    section(language, Message::exit_statuses, Message::exits_check));
  auto words = parser.parse(arguments);
  if (!words) return answer(parser);
  options.files = *words;
  return options;
}

Request parse_new(const std::vector<std::string>& arguments, Language language) {
  NewOptions options;
  CommandParser parser("new", language, Message::about_new, Message::usage_new);
  parser.set_words({.most = 1, .missing = Message::no_new_name, .options_behind = true});
  add_common(parser, options.common);
  parser.set_footer(section(language, Message::examples, Message::examples_new));
  auto words = parser.parse(arguments);
  if (!words) return answer(parser);
  options.id = words->front();
  if (!is_new_id(options.id)) return UsageError{say(language, Message::bad_new_name, options.id)};
  return options;
}

}  // namespace gilsim::app
