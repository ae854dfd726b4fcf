#include "reports/comparison.h"

#include <doctest/doctest.h>

#include "record_maker.h"

namespace gilsim::reports {
namespace {

using sim::ThreadState;

// Thread a has the GIL until `at`, b has it then; a was made to give it up, or slept.
void make_run(RecordMaker& maker, sim::Nanoseconds at, bool forced) {
  maker.thread(101, "a").thread(102, "b").state(101, ThreadState::Running, 0).take_gil(101);
  maker.state(102, ThreadState::WaitingForGil, sim::no_core, "GIL");
  maker.at(at).drop_gil(101, forced ? sim::GilDropCause::Forced : sim::GilDropCause::Voluntary);
  maker.state(101, forced ? ThreadState::WaitingForGil : ThreadState::Sleeping);
  maker.at(at + 100).state(102, ThreadState::Running, 1).take_gil(102);
  maker.at(at + 5000).drop_gil(102, sim::GilDropCause::Voluntary).state(102, ThreadState::Done).state(101, ThreadState::Done).end();
}

std::string compared(const RecordMaker& a, const RecordMaker& b, Language language = Language::English) {
  return format_comparison({"one", a.record}, {"two", b.record}, language, Terminal{});
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("equal runs are said to be equal") {
  RecordMaker a, b;
  make_run(a, 5000, true), make_run(b, 5000, true);
  std::string text = compared(a, b);
  CHECK(holds(text, "A: one\nB: two\n"));
  CHECK(holds(text, "settings that differ (A / B):\n  none\n"));
  CHECK(holds(text, "All 1 switches are the same, at the same times."));
  CHECK(holds(text, "duration"));
  CHECK(holds(text, "1.000"));
}

TEST_CASE("the same switches at other times part in time only") {
  RecordMaker a, b;
  make_run(a, 5000, true), make_run(b, 15000, true);
  b.record.set("switch_interval", "15 us");
  a.record.set("switch_interval", "5 us");
  std::string text = compared(a, b);
  CHECK(holds(text, "  switch interval: 5 us / 15 us\n"));
  CHECK(holds(text, "20 us  2.000\n"));
  CHECK(holds(text, "Switch 1 is the first at another time:\n"
                    "  A: at 5.1 us from a to b, at its end: b had waited a whole switch interval and asked for it\n"
                    "  B: at 15.1 us from a to b, at its end: b had waited a whole switch interval and asked for it\n"));
  CHECK(holds(text, "All 1 switches come in the same order, for the same causes."));
}

TEST_CASE("the first switch that differs is told with both causes") {
  RecordMaker a, b;
  make_run(a, 5000, true), make_run(b, 5000, false);
  CHECK(holds(compared(a, b), "Switch 1 is the first to differ:\n"
                              "  A: at 5.1 us from a to b, at its end: b had waited a whole switch interval and asked for it\n"
                              "  B: at 5.1 us from a to b, at its end: a sleeps\n"));
  CHECK(holds(compared(a, b, Language::Chinese), "“a”睡眠"));
}

TEST_CASE("both timelines have one scale") {
  RecordMaker a, b;
  make_run(a, 5000, true), make_run(b, 15000, true);
  std::string text = compared(a, b);
  auto row = [&](const std::string& name) {
    std::size_t at = text.find("\n" + name) + 1;
    return text.substr(at, text.find('\n', at) - at);
  };
  CHECK(2 * (row("A a").size() - 5) == doctest::Approx(row("B a").size() - 5).epsilon(0.05));
}

}  // namespace
}  // namespace gilsim::reports
