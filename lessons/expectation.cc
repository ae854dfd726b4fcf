#include "lessons/expectation.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "lessons/script_block.h"

namespace gilsim::lessons {
namespace {

const Experiment& find(const std::vector<Experiment>& runs, const std::string& name) {
  auto run =
      std::find_if(runs.begin(), runs.end(), [&](const Experiment& known) { return known.name == name; });
  assert(run != runs.end());
  return *run;
}

// The class of the exception that a traceback ends with; empty without one.
std::string exception_of(const std::string& errors) {
  auto lines = split_lines(errors);
  auto traceback =
      std::find_if(lines.begin(), lines.end(), [](auto line) { return line.starts_with("Traceback"); });
  auto is_last = [](auto line) { return !line.empty() && line[0] != ' ' && !line.starts_with("Traceback"); };
  auto last = std::find_if(traceback, lines.end(), is_last);
  return last == lines.end() ? "" : std::string(last->substr(0, last->find(':')));
}

std::string wrong_exception(const Expectation& expected, const Experiment& run, Language language) {
  std::string raised = exception_of(run.errors);
  if (raised == expected.text) return "";
  std::string instead =
      raised.empty() ? say(language, Message::raised_nothing) : say(language, Message::raised_other, raised);
  return say(language, Message::expected_exception, run.name, expected.text, instead);
}

// What is wrong with one run; empty when nothing is.
std::string wrong_in(const Expectation& expected, const Experiment& run, Language language) {
  bool contains = run.output.find(expected.text) != std::string::npos;
  switch (expected.kind) {
    case Expects::Output:
      if (run.output == expected.text || run.output == expected.text + "\n") return "";
      return say(language, Message::expected_output, run.name, expected.text, run.output);
    case Expects::Contains:
      return contains ? "" : say(language, Message::expected_contains, run.name, expected.text, run.output);
    case Expects::Lacks:
      return contains ? say(language, Message::expected_lacks, run.name, expected.text, run.output) : "";
    case Expects::Outcome:
      if (run.outcome() == expected.text) return "";
      return say(language, Message::expected_outcome, run.name, expected.text, run.outcome());
    case Expects::Exception: return wrong_exception(expected, run, language);
    case Expects::Measure: break;
  }
  return "";
}

std::string wrong_measure(const Expectation& expected, const std::vector<Experiment>& runs,
                          Language language) {
  auto value = measured(expected, runs);
  if (value && *value >= expected.least && *value <= expected.most) return "";
  std::string came = value ? format_figure(*value) : say(language, Message::not_measurable);
  return say(language, Message::expected_measure, describe(expected, language),
             format_band(expected, language), came);
}

}  // namespace

std::vector<Problem> judge(const Expectation& expected, const std::vector<Experiment>& runs,
                           Language language) {
  std::vector<Problem> problems;
  auto note = [&](std::string wrong) {
    if (!wrong.empty()) problems.push_back({expected.place, std::move(wrong)});
  };
  if (expected.kind == Expects::Measure) {
    note(wrong_measure(expected, runs, language));
    return problems;
  }
  for (const Experiment& run : runs) {
    if (expected.run.empty() || expected.run == run.name) note(wrong_in(expected, run, language));
  }
  return problems;
}

std::string describe(const Expectation& expectation, Language language) {
  std::string_view measure = describe(expectation.measure, language);
  if (expectation.over.empty()) return say(language, Message::measure_of_run, measure, expectation.run);
  return say(language, Message::measure_ratio, measure, expectation.run, expectation.over);
}

std::string format_band(const Expectation& expectation, Language language) {
  if (std::isinf(expectation.most))
    return say(language, Message::band_at_least, format_figure(expectation.least));
  if (std::isinf(expectation.least))
    return say(language, Message::band_at_most, format_figure(expectation.most));
  return say(language, Message::band_between, format_figure(expectation.least),
             format_figure(expectation.most));
}

std::optional<double> measured(const Expectation& expectation, const std::vector<Experiment>& runs) {
  double value = value_of(expectation.measure, find(runs, expectation.run));
  if (expectation.over.empty()) return value;
  double divisor = value_of(expectation.measure, find(runs, expectation.over));
  if (divisor == 0) return std::nullopt;
  return value / divisor;
}

// Four significant digits, whole numbers whole.
std::string format_figure(double value) {
  if (value == std::floor(value) && std::fabs(value) < 1e15) return fmt::format("{:.0f}", value);
  return fmt::format("{:.4g}", value);
}

}  // namespace gilsim::lessons
