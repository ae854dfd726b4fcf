// The figures are what real CPython 3.2 to 3.12 shows on the machine that the profile "reference" describes.
#include "sim/gils/timed_request_gil.h"

#include <doctest/doctest.h>

#include <map>

#include "tests/sim/fake_interpreter.h"
#include "tests/sim/record_check.h"

namespace gilsim::sim {
namespace {

std::vector<std::uint32_t> takers(const FakeInterpreter& program) {
  std::vector<std::uint32_t> tids;
  for (const Happening& happening : program.all(HappeningKind::GilTaken)) tids.push_back(happening.thread);
  return tids;
}

}  // namespace

TEST_CASE("two computing threads take the sum of their times, in slices of 5 ms and the wake-ups") {
  FakeInterpreter program(2);
  for (int i = 0; i < 2; ++i)
    program.start("T", [&](Thread& self) { program.compute(self, 200 * millisecond); });
  const RunResult result = program.computer.run();
  CHECK(result.ended_at > 400 * millisecond);
  CHECK(result.ended_at < 404 * millisecond);
  CHECK(median(program.slices()) > 5'050'000);
  CHECK(median(program.slices()) < 5'110'000);
  CHECK(program.gil.switches() > 75);
  RecordCheck check(program.record);
}

TEST_CASE("on one core slices are two ticks") {
  FakeInterpreter program(1);
  for (int i = 0; i < 2; ++i)
    program.start("T", [&](Thread& self) { program.compute(self, 200 * millisecond); });
  CHECK(program.computer.run().ended_at < 402 * millisecond);
  CHECK(median(program.slices()) > 7'850'000);
  CHECK(median(program.slices()) < 8'150'000);
  RecordCheck check(program.record);
}

TEST_CASE("a lone computing thread is never interrupted") {
  FakeInterpreter program;
  program.start("T", [&](Thread& self) { program.compute(self, second); });
  program.computer.run();
  CHECK(program.slices().size() == 1);
  CHECK(program.record.size() < 15);
}

TEST_CASE("a thread that sleeps 1 ms beside a computing one pays a switch interval each time") {
  // Sleeping, the wake-ups and the slack of two timers add some 0.15 ms to the millisecond and the interval.
  for (int interval_us : {500, 1000, 2000, 5000, 10000, 20000}) {
    CAPTURE(interval_us);
    FakeInterpreter program(2);
    program.gil.set_switch_interval(interval_us * microsecond);
    Nanoseconds round = 0;
    program.start("sleeper", [&](Thread& self) {
      program.sleep(self, millisecond);
      const Nanoseconds began = program.computer.now();
      for (int i = 0; i < 50; ++i) program.sleep(self, millisecond);
      round = (program.computer.now() - began) / 50;
      program.computer.stop();
    });
    program.start("computer", [&](Thread& self) { program.compute(self, 100 * second); });
    program.computer.run();
    CHECK(round > (interval_us + 1100) * microsecond);
    CHECK(round < (interval_us + 1200) * microsecond);
  }
}

TEST_CASE("three computing threads rotate strictly on one core") {
  FakeInterpreter program(1);
  for (int i = 0; i < 3; ++i)
    program.start("T", [&](Thread& self) { program.compute(self, 300 * millisecond); });
  program.computer.run();
  const std::vector<std::uint32_t> tids = takers(program);
  REQUIRE(tids.size() > 60);
  for (std::size_t i = 3; i < 60; ++i) CHECK(tids[i] == tids[i - 3]);
}

TEST_CASE("three computing threads on two cores all get on") {
  FakeInterpreter program(2);
  for (int i = 0; i < 3; ++i)
    program.start("T", [&](Thread& self) { program.compute(self, 300 * millisecond); });
  program.computer.run();
  std::map<std::uint32_t, int> turns;
  const std::vector<std::uint32_t> tids = takers(program);
  for (std::size_t i = 0; i < 100; ++i) ++turns[tids[i]];
  for (const auto& [tid, count] : turns) CHECK(count > 20);
}

TEST_CASE("barging: whoever is awake takes a free lock ahead of a waiter that was woken") {
  FakeInterpreter program(2);
  program.start("holder", [&](Thread& self) {
    program.start("waiter", [&](Thread& waiter) { program.compute(waiter, 1'000); });
    program.compute(self, millisecond);
    program.gil.drop(self);  // wakes the waiter, which needs some 10 us to get here
    program.computer.advance(2 * microsecond);
    program.gil.take(self);
    program.compute(self, millisecond);
  });
  program.computer.run();
  CHECK(takers(program) == std::vector<std::uint32_t>{1, 1, 2});
  CHECK(program.all(HappeningKind::GilDropRequested).empty());
}

TEST_CASE("a longer pause loses the lock") {
  FakeInterpreter program(2);
  program.start("holder", [&](Thread& self) {
    program.start("waiter", [&](Thread& waiter) { program.compute(waiter, millisecond); });
    program.compute(self, millisecond);
    program.gil.drop(self);
    program.computer.advance(100 * microsecond);
    program.gil.take(self);
  });
  program.computer.run();
  CHECK(takers(program) == std::vector<std::uint32_t>{1, 2, 1});
}

TEST_CASE("forced switch: with a request set even a voluntary drop waits for the other to take the lock") {
  FakeInterpreter program(2);
  Nanoseconds dropped_at = 0, returned_at = 0;
  program.start("holder", [&](Thread& self) {
    program.start("waiter", [&](Thread& waiter) { program.compute(waiter, millisecond); });
    program.computer.advance(8 * millisecond);  // one long call: does not look at the request
    CHECK(program.gil.drop_requested());
    dropped_at = program.computer.now();
    program.gil.drop(self);
    returned_at = program.computer.now();
    CHECK(!program.gil.drop_requested());
    CHECK(program.gil.holder() != nullptr);
    program.gil.take(self);
  });
  program.computer.run();
  CHECK(returned_at - dropped_at > 10 * microsecond);
  CHECK(program.all(HappeningKind::GilDropRequested).size() == 1);
  CHECK(static_cast<GilDropCause>(program.all(HappeningKind::GilDropped)[0].detail) ==
        GilDropCause::Voluntary);
}

TEST_CASE("thousands of waiters do not keep the cores busy with waiting") {
  FakeInterpreter program(2);
  constexpr int count = 2000;
  int ended = 0;
  for (int i = 0; i < count; ++i) {
    program.start("T", [&](Thread& self) {
      program.compute(self, 100 * microsecond);
      ++ended;
    });
  }
  const RunResult result = program.computer.run();
  CHECK(ended == count);
  CHECK(result.ended_at < count * 250 * microsecond);
  CHECK(program.record.size() < count * 40);
  RecordCheck check(program.record);
}

TEST_CASE("taking and dropping without rivals causes no events") {
  FakeInterpreter program(2);
  program.start("alone", [&](Thread& self) {
    const Nanoseconds began = program.computer.now();
    for (int i = 0; i < 100; ++i) {
      program.gil.drop(self);
      program.gil.take(self);
    }
    CHECK(program.computer.now() == began);
  });
  program.computer.run();
  CHECK(program.gil.switches() == 1);
}

TEST_CASE("the switch interval is kept in whole microseconds") {
  FakeInterpreter program;
  program.gil.set_switch_interval(1'999);
  CHECK(program.gil.switch_interval() == 1'000);
  program.gil.set_switch_interval(1);
  CHECK(program.gil.switch_interval() == 0);
  program.computer.run();
}

}  // namespace gilsim::sim
