#include "reports/statistics.h"

#include <doctest/doctest.h>

#include <numeric>

#include "reports/run_report.h"
#include "tests/reports/record_maker.h"

namespace gilsim::reports {
namespace {

using sim::GilDropCause;
using sim::millisecond;
using sim::ThreadState;

TEST_CASE("each stretch of time counts for the state that the thread was in") {
  RecordMaker maker;
  maker.at(1000).thread(101, "MainThread").at(1500).state(101, ThreadState::Ready);
  maker.at(2000).state(101, ThreadState::Running, 0).take_gil(101);
  maker.at(5000).drop_gil(101, GilDropCause::Voluntary).state(101, ThreadState::Sleeping);
  maker.at(9000).state(101, ThreadState::Running, 1);
  maker.at(9100).state(101, ThreadState::Done).at(10000).end();
  Statistics statistics = measure(maker.record);
  REQUIRE(statistics.threads.size() == 1);
  const ThreadStatistics& thread = statistics.threads[0];
  CHECK(thread.lifetime() == 8100);
  CHECK(thread[Part::Ready] == 1000);
  CHECK(thread[Part::Running] == 3100);
  CHECK(thread[Part::Sleeping] == 4000);
  CHECK(thread.gil_held == 3000);
  CHECK(thread.gil_given_up == 1);
  CHECK(thread.gil_taken_away == 0);
  CHECK(statistics.cores.size() == 2);
  CHECK(statistics.cores[0].running == 3000);
  CHECK(statistics.cores[1].running == 100);
  CHECK(statistics.ended_at == 10000);
}

TEST_CASE("a thread that never ended lives to the end of the run") {
  RecordMaker maker;
  maker.thread(101, "a")
      .state(101, ThreadState::Running, 0)
      .take_gil(101)
      .at(700)
      .end(sim::RunOutcome::TimeLimit);
  Statistics statistics = measure(maker.record);
  CHECK(statistics.threads[0].lifetime() == 700);
  CHECK_FALSE(statistics.threads[0].ended);
  CHECK(statistics.threads[0].gil_held == 700);
  CHECK(statistics.outcome == sim::RunOutcome::TimeLimit);
}

TEST_CASE("a thread that ends with the GIL held has held it until then") {
  RecordMaker maker;
  maker.thread(101, "a").state(101, ThreadState::Running, 0).take_gil(101);
  maker.at(700).state(101, ThreadState::Done).at(900).end();
  CHECK(measure(maker.record).threads[0].gil_held == 700);
}

TEST_CASE("a core is also busy while it switches, but not beyond the end of the run") {
  RecordMaker maker;
  maker.thread(101, "a").switch_core(0, 101, 100).at(100).state(101, ThreadState::Running, 0);
  maker.at(500).state(101, ThreadState::Sleeping).at(1000).switch_core(0, 101, 300).at(1200).end();
  CoreStatistics core = measure(maker.record).cores[0];
  CHECK(core.running == 400);
  CHECK(core.switching == 300);
  CHECK(core.switches == 2);
}

TEST_CASE("a renamed thread shows its last name") {
  RecordMaker maker;
  maker.thread(101, "Thread-1")
      .record.append(
          {.thread = 101, .object = maker.record.label("工人"), .kind = sim::HappeningKind::ThreadRenamed});
  maker.at(1).end();
  CHECK(measure(maker.record).threads[0].name == "工人");
}

TEST_CASE("an empty record has no threads") {
  sim::Record record;
  CHECK(measure(record).threads.empty());
}

TEST_CASE("in random runs the parts of every thread add up to its lifetime") {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    RecordMaker maker;
    make_random(maker, seed, 1 + seed % 30, 1 + seed % 5, 2000);
    Statistics statistics = measure(maker.record);
    sim::Nanoseconds running = 0;
    for (const ThreadStatistics& thread : statistics.threads) {
      CHECK(std::accumulate(thread.parts.begin(), thread.parts.end(), sim::Nanoseconds{0}) ==
            thread.lifetime());
      running += thread[Part::Running];
    }
    for (const CoreStatistics& core : statistics.cores) running -= core.running;
    CHECK(running == 0);
    CHECK(statistics.gil_held <= statistics.ended_at);
  }
}

TEST_CASE("rounded parts still add up") {
  std::array<sim::Nanoseconds, part_count> parts{333'333, 333'333, 333'334, 0, 0, 0, 0, 500'000};
  auto rounded = round_parts(parts, 1'500'000, millisecond / 10);
  CHECK(std::accumulate(rounded.begin(), rounded.end(), std::int64_t{0}) == 15);
  CHECK(rounded[3] == 0);
  CHECK(round_parts({}, 0, 1000).empty());
}

TEST_CASE("shares are percentages with one decimal") {
  CHECK(format_share(1, 3) == "33.3 %");
  CHECK(format_share(5, 5) == "100.0 %");
  CHECK(format_share(0, 0) == "0.0 %");
  CHECK(format_share(sim::never / 2, sim::never) == "50.0 %");
}

}  // namespace
}  // namespace gilsim::reports
