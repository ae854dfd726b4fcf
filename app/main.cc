// The command line: what was asked for is done by one function a command.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <variant>

#include "app/check.h"
#include "app/command_line.h"
#include "app/compare.h"
#include "app/disassemble.h"
#include "app/exit_status.h"
#include "app/lesson.h"
#include "app/lessons.h"
#include "app/log.h"
#include "app/matrix.h"
#include "app/messages.h"
#include "app/new.h"
#include "app/run.h"
#include "app/wrap.h"

namespace gilsim::app {
namespace {

// As POSIX orders the variables; an empty one counts as unset.
Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* locale = std::getenv(name);
    if (locale && *locale) return reports::language_of_locale(locale);
  }
  return Language::English;
}

int perform(const RunOptions& options) {
  set_log_level(options.common.log_level);
  return run(options);
}

int perform(const DisassembleOptions& options) {
  set_log_level(options.common.log_level);
  return disassemble(options);
}

int perform(const CompareOptions& options) { return compare(options); }
int perform(const MatrixOptions& options) { return show_matrix(options); }
int perform(const LessonsOptions& options) { return list_lessons(options); }
int perform(const LessonOptions& options) { return study_lesson(options); }
int perform(const CheckOptions& options) { return check_lessons(options); }
int perform(const NewOptions& options) { return write_new_lesson(options); }

int perform(const Answer& answer) {
  fmt::print("{}",
             wrap(answer.text, reports::find_terminal(STDOUT_FILENO, reports::ColorChoice::Never).width));
  return exit_done;
}

int perform(const UsageError& error) {
  complain(error.text);
  return exit_bad_input;
}

}  // namespace
}  // namespace gilsim::app

int main(int count, char** values) {
  using namespace gilsim::app;
  Request request = parse_command_line({values + 1, values + count}, language_of_environment());
  return std::visit([](const auto& asked) { return perform(asked); }, request);
}
