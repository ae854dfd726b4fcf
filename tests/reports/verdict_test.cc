#include "reports/verdict.h"

#include <doctest/doctest.h>

#include "tests/reports/record_maker.h"

namespace gilsim::reports {
namespace {

using sim::RunOutcome;
using sim::ThreadState;

std::string no_lines(std::string_view, std::uint32_t) {
  return "";
}

// Threads 甲 and 乙, each waiting for a lock that the other holds, and the main thread that waits for 甲.
struct CrossedLocks {
  CrossedLocks() {
    sim::LabelId file = record.label("crossed.py");
    result.outcome = RunOutcome::Deadlock;
    result.ended_at = 100 * sim::millisecond;
    auto& threads = result.diagnosis.threads;
    threads.push_back({.tid = 1,
                       .name = record.label("MainThread"),
                       .state = ThreadState::Joining,
                       .wanted_at = record.place(file, 9)});
    threads.push_back({.tid = 2,
                       .name = record.label("甲"),
                       .state = ThreadState::WaitingForLock,
                       .object = record.label("lock b"),
                       .wanted_at = record.place(file, 5),
                       .waits_for_lock = true,
                       .holder_tid = 3,
                       .taken_at = record.place(file, 14)});
    threads.push_back({.tid = 3,
                       .name = record.label("乙"),
                       .state = ThreadState::WaitingForLock,
                       .object = record.label("lock a"),
                       .wanted_at = record.place(file, 15),
                       .waits_for_lock = true,
                       .holder_tid = 2,
                       .taken_at = record.place(file, 4)});
    result.diagnosis.cycles = {{1, 2}};
  }

  sim::Record record;
  sim::RunResult result;
};

TEST_CASE("a deadlock names its threads, locks and lines") {
  CrossedLocks crossed;
  auto lines = [](std::string_view, std::uint32_t line) { return line == 5 ? "with b:" : ""; };
  CHECK(format_verdict(crossed.result, crossed.record, lines, Language::English, Terminal{}) ==
        "DEADLOCK at 100 ms: every thread that is left waits for ever\n"
        "  These threads wait for each other in a circle:\n"
        "    甲 wants lock b, which 乙 holds\n"
        "      wanted at crossed.py:5: with b:\n"
        "      taken at crossed.py:14\n"
        "    乙 wants lock a, which 甲 holds\n"
        "      wanted at crossed.py:15\n"
        "      taken at crossed.py:4\n"
        "  The other threads:\n"
        "    MainThread: joins another thread or process\n"
        "      at crossed.py:9\n");
}

TEST_CASE("the same in Chinese keeps the verdict's word") {
  CrossedLocks crossed;
  std::string text = format_verdict(crossed.result, crossed.record, no_lines, Language::Chinese, Terminal{});
  CHECK(text.starts_with("DEADLOCK 于 100 ms：剩下的每个线程都在永远等待"));
  CHECK(text.find("“甲”想要“lock b”，而它被“乙”持有") != std::string::npos);
}

TEST_CASE("a thread can wait for itself") {
  CrossedLocks crossed;
  crossed.result.diagnosis.threads[1].holder_tid = 2;
  crossed.result.diagnosis.cycles = {{1}};
  std::string text = format_verdict(crossed.result, crossed.record, no_lines, Language::English, Terminal{});
  CHECK(text.find("This thread waits for itself:\n    甲 wants lock b, which it holds itself\n") !=
        std::string::npos);
}

TEST_CASE("a circle that a limit met is told with its time") {
  CrossedLocks crossed;
  crossed.result.outcome = RunOutcome::MemoryLimit;
  crossed.result.diagnosis.threads[1].waits_since = 20 * sim::millisecond;
  crossed.result.diagnosis.threads[2].waits_since = 30 * sim::millisecond;
  auto said = [&](Language language) {
    return format_verdict(crossed.result, crossed.record, no_lines, language, Terminal{});
  };
  CHECK(said(Language::English)
            .starts_with("MEMORY LIMIT at 100 ms: the limit of memory was reached\n"
                         "  Since 30 ms these threads have waited for each other in a circle; only another thread "
                         "could free them:\n    甲 wants lock b, which 乙 holds\n"));
  CHECK(said(Language::Chinese).find("  这些线程从 30 ms 起互相等待，形成环；只有别的线程才能解开：\n") != std::string::npos);
}

TEST_CASE("a thread that joins another waits for its end, not for a lock") {
  CrossedLocks crossed;
  auto& main = crossed.result.diagnosis.threads[0];
  main.waits_for_lock = true;
  main.holder_tid = 2;
  main.taken_at = crossed.record.place(crossed.record.label("threading.py"), 1);
  std::string text =
      format_verdict(crossed.result, crossed.record, no_lines, Language::English, Terminal{});
  CHECK(text.ends_with("    MainThread waits for 甲 to end\n      at crossed.py:9\n"));
}

TEST_CASE("a limit says where each thread was, and does not list thousands") {
  CrossedLocks crossed;
  crossed.result.outcome = RunOutcome::StepLimit;
  crossed.result.diagnosis.cycles.clear();
  crossed.result.diagnosis.threads.resize(50, crossed.result.diagnosis.threads[0]);
  std::string text = format_verdict(crossed.result, crossed.record, no_lines, Language::English, Terminal{});
  CHECK(
      text.starts_with("STEP LIMIT at 100 ms: the limit of executed instructions was reached\n"
                       "  Where each thread was:\n"));
  CHECK(text.ends_with("    and 30 more\n"));
}

TEST_CASE("a good end needs no words") {
  CrossedLocks crossed;
  for (RunOutcome outcome : {RunOutcome::Finished, RunOutcome::Stopped}) {
    crossed.result.outcome = outcome;
    CHECK(format_verdict(crossed.result, crossed.record, no_lines, Language::English, Terminal{}) == "");
  }
}

}  // namespace
}  // namespace gilsim::reports
