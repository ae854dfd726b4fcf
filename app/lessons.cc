#include "app/lessons.h"

#include <unistd.h>

#include <algorithm>

#include "app/exit_status.h"
#include "app/input_file.h"
#include "app/wrap.h"
#include "lessons/course.h"
#include "lessons/lesson_reader.h"
#include "reports/terminal.h"

namespace gilsim::app {
namespace {

std::string title_of(const lessons::CourseFile& file, Language language) {
  lessons::LessonFile read = lessons::read_lesson(read_file(file.path).value_or(""), language);
  if (read.problems.empty()) return read.lesson.title.in(language);
  return say(language, Message::lesson_has_problems, file.path);
}

}  // namespace

int list_lessons(const LessonsOptions& options) {
  Language language = options.common.language;
  std::string folder = options.folder.empty() ? lessons::find_course() : options.folder;
  auto files = lessons::lessons_in(folder);
  if (files.empty()) {
    complain(folder.empty() ? say(language, Message::no_course)
                            : say(language, Message::no_lessons_in, folder));
    return exit_bad_input;
  }
  int width = 0;
  for (const auto& file : files) width = std::max(width, reports::display_width(file.id));
  std::string lines = say(language, Message::heading, folder);
  for (const auto& file : files)
    lines += "  " + reports::pad_right(file.id, width + 2) + title_of(file, language) + "\n";
  lines += "\n" + say(language, Message::lessons_hint) + "\n";
  fmt::print("{}", wrap(lines, reports::find_terminal(STDOUT_FILENO, options.common.color).width));
  return exit_done;
}

}  // namespace gilsim::app
