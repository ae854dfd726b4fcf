#include "reports/timeline.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "reports/run_report.h"
#include "tests/reports/record_maker.h"

namespace gilsim::reports {
namespace {

using sim::ThreadState;

std::string letters(const TimelineRow& row) {
  std::string text;
  for (auto cell : row.cells) text += cell ? letter(*cell) : ' ';
  return text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

TEST_CASE("a column shows what the thread did most of in its slice") {
  RecordMaker maker;
  maker.thread(101, "a").state(101, ThreadState::Running, 0);
  maker.at(20).thread(102, "b").state(102, ThreadState::WaitingForGil);
  maker.at(46).state(101, ThreadState::Sleeping).state(102, ThreadState::Running, 0);
  maker.at(80).state(102, ThreadState::Done).at(100).state(101, ThreadState::Done).end();
  Timeline timeline = make_timeline(maker.record, {{101, 102}, {"a", "b"}}, 10);
  CHECK(timeline.column_ns == 10);
  CHECK(letters(timeline.rows[0]) == "RRRRRsssss");
  CHECK(letters(timeline.rows[1]) == "  gggRRR  ");
}

TEST_CASE("threads without a row of their own share the last one") {
  RecordMaker maker;
  for (std::uint32_t tid : {101u, 102u, 103u}) maker.thread(tid, "t").state(tid, ThreadState::Sleeping);
  maker.at(10).state(102, ThreadState::Running, 0).at(20).end();
  Timeline timeline = make_timeline(maker.record, {{101}, {"main", "and 2 more"}}, 4);
  CHECK(letters(timeline.rows[0]) == "ssss");
  CHECK(letters(timeline.rows[1]) == "ssRR");
}

TEST_CASE("a run without time and a run shorter than the columns have timelines") {
  RecordMaker maker;
  maker.thread(101, "a").state(101, ThreadState::Running, 0).end();
  CHECK(letters(make_timeline(maker.record, {{101}, {"a"}}, 10).rows[0]) == "");
  RecordMaker three;
  three.thread(101, "a").state(101, ThreadState::Running, 0).at(3).end();
  CHECK(letters(make_timeline(three.record, {{101}, {"a"}}, 10).rows[0]) == "RRR");
}

TEST_CASE("the report fits the terminal and lines up names in Chinese") {
  RecordMaker maker;
  make_random(maker, 7, 12, 2, 3000);
  for (int width : {60, 80, 133}) {
    Terminal terminal{.width = width};
    std::string report = format_run_report(maker.record, Language::Chinese, terminal);
    auto lines = lines_of(report);
    auto timeline =
        std::find_if(lines.begin(), lines.end(), [](auto& line) { return line.starts_with("时间线"); });
    REQUIRE(timeline != lines.end());
    for (auto line = timeline; line != lines.end(); ++line) CHECK(display_width(*line) <= width);
  }
}

TEST_CASE("the table shows its figures under their headings") {
  RecordMaker maker;
  maker.thread(101, "MainThread").state(101, ThreadState::Running, 0).take_gil(101);
  maker.at(1'000'000).thread(102, "工人").state(102, ThreadState::WaitingForGil);
  maker.at(3'000'000).drop_gil(101, sim::GilDropCause::Forced).state(101, ThreadState::Joining);
  maker.state(102, ThreadState::Running, 1).take_gil(102).at(4'000'500);
  maker.drop_gil(102, sim::GilDropCause::Voluntary)
      .state(102, ThreadState::Done)
      .state(101, ThreadState::Done)
      .end();
  Terminal terminal;
  CHECK(format_table(measure(maker.record), Language::English, terminal) ==
        "threads: times in ms\n"
        "            lifetime  running  GIL wait   join  GIL held  gave GIL\n"
        "MainThread     4.001    3.000     0.000  1.001    75.0 %       0/1\n"
        "工人           3.001    1.001     2.000  0.000    25.0 %       1/0\n"
        "all 2          7.001    4.001     2.000  1.000   100.0 %       1/1\n");
  terminal.width = 40;
  CHECK(format_table(measure(maker.record), Language::English, terminal) ==
        "threads: times in ms\n"
        "           lifetime running GIL wait\n"
        "MainThread    4.001   3.000    0.000\n"
        "工人          3.001   1.001    2.000\n"
        "all 2         7.001   4.001    2.000\n"
        "            join GIL held gave GIL\n"
        "MainThread 1.001   75.0 %      0/1\n"
        "工人       0.000   25.0 %      1/0\n"
        "all 2      1.000  100.0 %      1/1\n");
}

TEST_CASE("ten thousand threads make a short report that still counts them all") {
  RecordMaker maker;
  make_random(maker, 3, 10000, 4, 60000);
  std::string report = format_run_report(maker.record, Language::English, Terminal{});
  CHECK(lines_of(report).size() < 90);
  CHECK(report.find("and 9980 more") != std::string::npos);
  CHECK(report.find("all 10000") != std::string::npos);
}

TEST_CASE("colours appear only where they are wanted") {
  RecordMaker maker;
  make_random(maker, 1, 3, 2, 200);
  CHECK(format_run_report(maker.record, Language::English, {.width = 80}).find('\033') == std::string::npos);
  CHECK(format_run_report(maker.record, Language::English, {.width = 80, .colors = true}).find('\033') !=
        std::string::npos);
}

}  // namespace
}  // namespace gilsim::reports
