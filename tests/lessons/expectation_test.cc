#include "lessons/expectation.h"

#include <doctest/doctest.h>

namespace gilsim::lessons {
namespace {

Experiment experiment(const std::string& name, const std::string& output, sim::Nanoseconds running, sim::Nanoseconds gil) {
  Experiment done;
  done.name = name;
  done.output = output;
  reports::ThreadStatistics thread;
  thread.ended_at = running + gil;
  thread[reports::Part::Running] = running;
  thread[reports::Part::Gil] = gil;
  done.statistics.threads.push_back(thread);
  done.statistics.ended_at = running + gil;
  return done;
}

std::vector<Experiment> two_runs() {
  std::vector<Experiment> runs;
  runs.push_back(experiment("a", "same\nnumber 1\n", 3 * sim::second, sim::second));
  runs.push_back(experiment("b", "same\nnumber 2\n", sim::second, 0));
  return runs;
}

std::size_t failures(const Expectation& expectation) {
  return judge(expectation, two_runs(), Language::English).size();
}

TEST_CASE("output is looked at in the runs that are meant") {
  CHECK(failures({.kind = Expects::Contains, .text = "same"}) == 0);
  CHECK(failures({.kind = Expects::Contains, .text = "number 1"}) == 1);
  CHECK(failures({.kind = Expects::Contains, .run = "a", .text = "number 1"}) == 0);
  CHECK(failures({.kind = Expects::Lacks, .text = "same"}) == 2);
  CHECK(failures({.kind = Expects::Output, .run = "b", .text = "same\nnumber 2"}) == 0);
  CHECK(failures({.kind = Expects::Output, .run = "b", .text = "number 2"}) == 1);
}

TEST_CASE("an outcome is how the run ended") {
  auto runs = two_runs();
  CHECK(runs[0].outcome() == "finished");
  runs[0].result.raised = true;
  CHECK(runs[0].outcome() == "raised");
  runs[0].result.run.outcome = sim::RunOutcome::TimeLimit;
  CHECK(runs[0].outcome() == "time limit");
  CHECK(judge({.kind = Expects::Outcome, .run = "a", .text = "time limit"}, runs, Language::English).empty());
}

TEST_CASE("an exception is that of the traceback") {
  auto runs = two_runs();
  runs[0].errors = "hm\nTraceback (most recent call last):\n  File \"a.py\", line 1, in <module>\nKeyError: 'x'\n";
  Expectation expected{.kind = Expects::Exception, .run = "a", .text = "KeyError"};
  CHECK(judge(expected, runs, Language::English).empty());
  expected.text = "Key";
  auto problems = judge(expected, runs, Language::English);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "run 'a': it should raise Key, but raised KeyError");
}

TEST_CASE("a measure is taken of one run or as the ratio of two, and what came is named") {
  auto runs = two_runs();
  Expectation share{.kind = Expects::Measure, .run = "a", .measure = Measure::gil_wait_share, .least = 0.2, .most = 0.3};
  CHECK(judge(share, runs, Language::English).empty());
  Expectation ratio{.kind = Expects::Measure, .run = "a", .measure = Measure::cpu, .over = "b", .least = 3, .most = 3};
  CHECK(judge(ratio, runs, Language::English).empty());
  ratio.least = ratio.most = 2;
  CHECK(judge(ratio, runs, Language::English).at(0).message ==
        "the CPU time of run 'a' over that of run 'b' should be 2 to 2, but is 3");
  Expectation nothing{.kind = Expects::Measure, .run = "a", .measure = Measure::gil_wait, .over = "b", .least = 1};
  CHECK(judge(nothing, runs, Language::Chinese).at(0).message == "运行“a”与运行“b”的等待 GIL 的时间之比应为 至少 1，实际为 无法相除");
}

}  // namespace
}  // namespace gilsim::lessons
