// What a student meets: goal, prose and program, then what to predict. With --compute the runs, what the
// lesson says about them with the figures that came, and the answers.
#include "app/lesson.h"

#include <unistd.h>

#include "app/exit_status.h"
#include "app/interrupt.h"
#include "app/lesson_file.h"
#include "app/prose.h"
#include "reports/run_report.h"
#include "reports/verdict.h"

namespace gilsim::app {
namespace {

using lessons::Cell;
using lessons::CellKind;
using lessons::Experiment;
using lessons::Question;

class Study {
 public:
  Study(const LessonOptions& options, OpenedLesson& opened)
      : options_(options),
        language_(options.common.language),
        terminal_(reports::find_terminal(STDOUT_FILENO, options.common.color)),
        opened_(opened) {}

  int show() {
    show_head();
    for (const Cell& cell : opened_.lesson.cells) show_cell(cell);
    show_questions(opened_.lesson.predictions, Message::predictions);
    if (!options_.compute) {
      show_questions(opened_.lesson.questions, Message::questions);
      fmt::print("\n{}", prose(say(language_, Message::compute_hint, opened_.path, options_.id)));
      return exit_done;
    }
    return compute();
  }

 private:
  std::string prose(const std::string& markdown, int indent = 0) const {
    return format_prose(markdown, terminal_, indent);
  }

  void heading(const std::string& text) const {
    fmt::print("\n{}\n", reports::paint(text, reports::Color::Bold, terminal_));
  }

  void show_head() const {
    fmt::print("{}\n", reports::paint(opened_.lesson.title.in(language_), reports::Color::Bold, terminal_));
    fmt::print("{}", prose(say(language_, Message::goal, opened_.lesson.goal.in(language_))));
  }

  void show_cell(const Cell& cell) {
    if (cell.kind == CellKind::Prose && cell.language != language_) return;
    if (cell.is_solution && !options_.compute) {
      if (!hidden_) fmt::print("\n{}", prose(say(language_, Message::solution_hidden)));
      hidden_ = true;
      return;
    }
    fmt::print("\n");
    if (cell.kind == CellKind::Prose) {
      fmt::print("{}", prose(cell.text));
      return;
    }
    int number = cell.line;
    for (std::string_view line : lessons::split_lines(cell.text)) fmt::print("{:>4}  {}\n", number++, line);
  }

  void show_questions(const std::vector<Question>& questions, Message title) const {
    if (questions.empty()) return;
    heading(say(language_, title));
    for (std::size_t i = 0; i < questions.size(); ++i) {
      fmt::print("{}", prose(fmt::format("{}. {}", i + 1, questions[i].ask.in(language_)), 2));
      if (options_.compute && title != Message::predictions) show_answer(questions[i]);
    }
  }

  void show_answer(const Question& question) const {
    fmt::print("{}", prose(say(language_, Message::answer, question.answer.in(language_)), 5));
  }

  int compute() {
    auto runs = perform_runs(opened_);
    for (std::size_t i = 0; i < runs.size(); ++i) show_run(opened_.lesson.runs[i], runs[i]);
    if (opened_.program->bench().interrupted()) return exit_by_signal + *interrupt_flag();
    bool holds = show_expectations(runs);
    if (!opened_.lesson.predictions.empty()) heading(say(language_, Message::prediction_answers));
    for (std::size_t i = 0; i < opened_.lesson.predictions.size(); ++i) {
      const Question& question = opened_.lesson.predictions[i];
      fmt::print("{}", prose(fmt::format("{}. {}", i + 1, question.answer.in(language_)), 2));
    }
    show_questions(opened_.lesson.questions, Message::questions);
    return holds ? exit_done : exit_unexpected;
  }

  void show_run(const lessons::Run& run, const Experiment& done) {
    std::string settings;
    for (const auto& [key, value] : run.given)
      settings += fmt::format("{}{}={}", settings.empty() ? "" : " ", key, value);
    heading(say(language_, Message::run_heading, run.name, settings));
    fmt::print("{}{}", done.output, done.errors);
    auto lines = [this](std::string_view file, std::uint32_t line) {
      return opened_.program->files().line(file, line);
    };
    fmt::print("{}", reports::format_verdict(done.result.run, *done.record, lines, language_, terminal_));
    fmt::print("\n{}", reports::format_table(done.statistics, language_, terminal_));
  }

  bool show_expectations(const std::vector<Experiment>& runs) const {
    bool holds = true, titled = false;
    for (const lessons::Expectation& expectation : opened_.lesson.expectations) {
      for (const lessons::Problem& problem : lessons::judge(expectation, runs, language_)) {
        fmt::print(stderr, "{}", lessons::format(problem, opened_.path));
        holds = false;
      }
      if (expectation.kind != lessons::Expects::Measure) continue;
      if (!titled) heading(say(language_, Message::measured));
      titled = true;
      auto value = lessons::measured(expectation, runs);
      fmt::print("{}",
                 prose(say(language_, Message::measured_value, lessons::describe(expectation, language_),
                           value ? lessons::format_figure(*value) : "-"),
                       2));
    }
    return holds;
  }

  const LessonOptions& options_;
  const Language language_;
  const reports::Terminal terminal_;
  OpenedLesson& opened_;
  bool hidden_ = false;
};

}  // namespace

int study_lesson(const LessonOptions& options) {
  auto path = find_lesson_file(options.id, options.common.language);
  if (!path) return exit_bad_input;
  auto opened = open_lesson(*path, options.common.language);
  return opened ? Study(options, *opened).show() : int{exit_bad_input};
}

}  // namespace gilsim::app
