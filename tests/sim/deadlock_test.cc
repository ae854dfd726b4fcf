#include "sim/deadlock.h"

#include <doctest/doctest.h>

#include "tests/sim/fake_interpreter.h"
#include "tests/sim/record_check.h"

namespace gilsim::sim {
namespace {

// Place tokens are line numbers here; a thread's own place is its tid + 100.
struct Lines : PlaceSource {
  explicit Lines(Record& target) : record(target) {}
  PlaceId place_of(const Thread& thread) override { return resolve(thread.tid() + 100); }
  PlaceId resolve(std::uint64_t token) override {
    return record.place(record.label("a.py"), static_cast<std::uint32_t>(token));
  }
  Record& record;
};

// Each of `count` threads takes its own lock, and then wants the next one's.
RunResult ring(FakeInterpreter& program, std::vector<Lock>& locks, int count) {
  locks = std::vector<Lock>(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    program.start("T", [&, i](Thread& self) {
      CHECK(program.acquire(self, locks[static_cast<std::size_t>(i)], static_cast<PlaceToken>(i + 1)));
      program.sleep(self, millisecond);
      CHECK(!program.acquire(self, locks[static_cast<std::size_t>((i + 1) % count)]));
    });
  }
  return program.computer.run();
}

}  // namespace

TEST_CASE("rings of one, two and three threads are found") {
  for (int count : {1, 2, 3}) {
    CAPTURE(count);
    FakeInterpreter program;
    Lines lines(program.record);
    program.computer.set_place_source(&lines);
    std::vector<Lock> locks;
    const RunResult result = ring(program, locks, count);
    CHECK(result.outcome == RunOutcome::Deadlock);
    const Diagnosis& diagnosis = result.diagnosis;
    REQUIRE(diagnosis.threads.size() == static_cast<std::size_t>(count));
    REQUIRE(diagnosis.cycles.size() == 1);
    REQUIRE(diagnosis.cycles[0].size() == static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < diagnosis.threads.size(); ++i) {
      const ThreadSituation& thread = diagnosis.threads[i];
      const auto holder = static_cast<std::uint32_t>((i + 1) % diagnosis.threads.size());
      CHECK(diagnosis.cycles[0][i] == i);
      CHECK(thread.state == ThreadState::WaitingForLock);
      CHECK(thread.holder_tid == holder + 1);
      CHECK(program.record.place_of(thread.taken_at).line == holder + 1);
      CHECK(program.record.place_of(thread.wanted_at).line == thread.tid + 100);
      CHECK(program.record.text(thread.object).starts_with("lock-"));
    }
    CHECK(program.all(HappeningKind::Deadlocked).size() == static_cast<std::size_t>(count));
    CHECK(program.all(HappeningKind::DeadlockedLock).size() == static_cast<std::size_t>(count));
    RecordCheck check(program.record);
  }
}

TEST_CASE("a thread that waits for a deadlocked one is not in the cycle") {
  FakeInterpreter program;
  Lock first, second_lock;
  program.start("self", [&](Thread& self) {
    first.try_acquire(self);
    program.sleep(self, millisecond);
    program.acquire(self, first);
  });
  program.start("other", [&](Thread& self) {
    program.sleep(self, 100 * microsecond);
    program.acquire(self, first);
  });
  program.start("nobody's", [&](Thread& self) {  // its holder has ended
    program.sleep(self, 100 * microsecond);
    program.acquire(self, second_lock);
  });
  program.start("ended", [&](Thread& self) { second_lock.try_acquire(self); });
  const RunResult result = program.computer.run();
  CHECK(result.outcome == RunOutcome::Deadlock);
  REQUIRE(result.diagnosis.threads.size() == 3);
  REQUIRE(result.diagnosis.cycles.size() == 1);
  CHECK(result.diagnosis.cycles[0] == std::vector<std::size_t>{0});
  CHECK(result.diagnosis.threads[1].holder_tid == 1);
  CHECK(result.diagnosis.threads[2].holder_tid == 4);
  CHECK(result.diagnosis.find(4) == nullptr);
}

TEST_CASE("a deadlock is found even when a time limit is set, and not while a sleeper may help") {
  FakeInterpreter program;
  program.computer.set_time_limit(3600 * second);
  Lock lock;
  program.start("T", [&](Thread& self) {
    lock.try_acquire(self);
    CHECK(program.acquire(self, lock));
    CHECK(!program.acquire(self, lock));
  });
  program.start("helper", [&](Thread& self) {
    program.sleep(self, 60 * second);
    lock.release(program.computer);
  });
  const RunResult result = program.computer.run();
  CHECK(result.outcome == RunOutcome::Deadlock);
  CHECK(result.ended_at > 60 * second);
  CHECK(result.ended_at < 61 * second);
}

// Two threads that want each other's lock, one of them until `deadline`, while a third one ticks until the time limit.
RunResult crossed_beside_a_ticker(FakeInterpreter& program, Nanoseconds deadline) {
  Lock locks[2];
  program.computer.set_time_limit(second);
  for (int i : {0, 1}) {
    program.start("T", [&, i](Thread& self) {
      locks[i].try_acquire(self);
      program.sleep(self, 100 * millisecond);
      program.gil.drop(self);
      locks[1 - i].acquire(self, i == 0 ? deadline : never);
      program.gil.take(self);
    });
  }
  program.start("ticker", [&](Thread& self) {
    while (!program.computer.ending()) program.sleep(self, millisecond);
  });
  return program.computer.run();
}

TEST_CASE("a limit names the circle of those who wait while others tick, and since when it is closed") {
  FakeInterpreter program;
  const RunResult result = crossed_beside_a_ticker(program, never);
  CHECK(result.outcome == RunOutcome::TimeLimit);
  REQUIRE(result.diagnosis.cycles.size() == 1);
  CHECK(result.diagnosis.cycles[0] == std::vector<std::size_t>{0, 1});
  for (std::size_t i : {0u, 1u}) {
    CHECK(result.diagnosis.threads[i].waits_since >= 100 * millisecond);
    CHECK(result.diagnosis.threads[i].waits_since < 110 * millisecond);
  }
}

TEST_CASE("whoever waits for a while only closes no circle") {
  FakeInterpreter program;
  const RunResult result = crossed_beside_a_ticker(program, 3600 * second);
  CHECK(result.outcome == RunOutcome::TimeLimit);
  CHECK(result.diagnosis.cycles.empty());
}

TEST_CASE("two rings are two cycles") {
  Diagnosis diagnosis;
  const auto add = [&](std::uint32_t tid, std::uint32_t holder) {
    ThreadSituation thread;
    thread.tid = tid;
    thread.waits_for_lock = holder != 0;
    thread.holder_tid = holder;
    diagnosis.threads.push_back(thread);
  };
  add(2, 5);
  add(3, 9);
  add(5, 3);
  add(7, 0);
  add(9, 5);
  add(11, 11);
  find_cycles(diagnosis);
  REQUIRE(diagnosis.cycles.size() == 2);
  CHECK(diagnosis.cycles[0] == std::vector<std::size_t>{1, 4, 2});
  CHECK(diagnosis.cycles[1] == std::vector<std::size_t>{5});
}

}  // namespace gilsim::sim
