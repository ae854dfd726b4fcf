#include "app/check.h"

#include <algorithm>

#include "app/exit_status.h"
#include "app/interrupt.h"
#include "app/lesson_file.h"

namespace gilsim::app {
namespace {

// How many expectations do not hold; the user is told of each.
std::size_t judge_all(const OpenedLesson& opened, const std::vector<lessons::Experiment>& runs,
                      Language language) {
  std::size_t failed = 0;
  for (const lessons::Expectation& expectation : opened.lesson.expectations) {
    auto problems = lessons::judge(expectation, runs, language);
    for (const lessons::Problem& problem : problems)
      fmt::print(stderr, "{}", lessons::format(problem, opened.path));
    failed += !problems.empty();
  }
  return failed;
}

int check(const std::string& path, Language language) {
  auto opened = open_lesson(path, language);
  if (!opened) return exit_bad_input;
  auto runs = perform_runs(*opened);
  if (opened->program->bench().interrupted()) return exit_by_signal + *interrupt_flag();
  std::size_t all = opened->lesson.expectations.size(), failed = judge_all(*opened, runs, language);
  Message verdict = failed ? Message::check_failed : Message::check_passed;
  fmt::print("{}\n", say(language, verdict, path, runs.size(), failed ? failed : all, all));
  return failed ? exit_unexpected : exit_done;
}

}  // namespace

// The worst status of all: an interruption, then a file that cannot be used, then one that does not hold.
int check_lessons(const CheckOptions& options) {
  bool bad = false, unexpected = false;
  for (const std::string& name : options.files) {
    auto path = find_lesson_file(name, options.common.language);
    int status = path ? check(*path, options.common.language) : int{exit_bad_input};
    if (status >= exit_by_signal) return status;
    bad |= status == exit_bad_input;
    unexpected |= status == exit_unexpected;
  }
  return bad ? exit_bad_input : unexpected ? exit_unexpected : exit_done;
}

}  // namespace gilsim::app
