// Two sides: two files, each a trace or a program; or one program under two settings, where one --with is
// compared with the settings that the program would have anyway.
#include "app/compare.h"

#include <unistd.h>

#include <memory>
#include <optional>

#include "app/exit_status.h"
#include "app/interrupt.h"
#include "app/lesson_file.h"
#include "app/setting_words.h"
#include "reports/comparison.h"
#include "reports/trace_reader.h"

namespace gilsim::app {
namespace {

struct Side {
  std::string name;
  std::unique_ptr<sim::Record> record;
};

std::optional<Side> complain_about(const std::string& problem) {
  complain(problem);
  return std::nullopt;
}

std::optional<Side> load_trace(const std::string& path, Language language) {
  reports::ReadTrace read = reports::load_chrome_trace(path);
  switch (read.problem) {
    case reports::TraceProblem::None: return Side{path, std::move(read.record)};
    case reports::TraceProblem::Unreadable:
      return complain_about(say(language, Message::file_unreadable, path, host_error(read.error, language)));
    case reports::TraceProblem::NoJson: return complain_about(say(language, Message::trace_no_json, path));
    case reports::TraceProblem::NotOurs: return complain_about(say(language, Message::trace_not_ours, path));
  }
  return std::nullopt;
}

// A program under settings in words; none of them are the program's own output, which is not shown.
std::optional<Side> run_program(const ProgramText& text, const std::string& words, Language language) {
  lessons::RunSettings settings;
  std::string problem = apply_words(settings, words, runs_of(text.text, language), language);
  if (!problem.empty()) return complain_about(problem);
  auto program = RunnableProgram::load(text, language);
  if (!program) return std::nullopt;
  lessons::Experiment done = program->bench().perform(words, settings);
  std::string name = words.empty() ? text.file_name : fmt::format("{} ({})", text.file_name, words);
  return Side{fmt::format("{}: {}", name, done.outcome()), std::move(done.record)};
}

std::optional<Side> make_side(const std::string& path, const std::string& words, Language language) {
  auto text = read_program(path, language);
  if (!text) return std::nullopt;
  if (!reports::looks_like_trace(text->text)) return run_program(*text, words, language);
  if (words.empty()) return load_trace(path, language);
  return complain_about(say(language, Message::trace_has_settings, path));
}

}  // namespace

int compare(const CompareOptions& options) {
  Language language = options.common.language;
  const auto& files = options.files;
  const auto& with = options.with;
  std::size_t sides = files.size() == 1 ? with.size() : files.size();
  if (sides == 0 || (files.size() == 2 && !with.empty()) || with.size() > 2) {
    complain(say(language, Message::compare_two));
    return exit_bad_input;
  }
  bool one_program = files.size() == 1;
  auto a = make_side(files[0], one_program && with.size() == 2 ? with[0] : "", language);
  if (!a) return exit_bad_input;
  auto b = make_side(files.back(), one_program ? with.back() : "", language);
  if (!b) return exit_bad_input;
  if (*interrupt_flag()) return exit_by_signal + *interrupt_flag();
  auto terminal = reports::find_terminal(STDOUT_FILENO, options.common.color);
  fmt::print("{}",
             reports::format_comparison({a->name, *a->record}, {b->name, *b->record}, language, terminal));
  return exit_done;
}

}  // namespace gilsim::app
