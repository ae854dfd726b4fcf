#include "sim/lock.h"

#include <doctest/doctest.h>

#include "tests/sim/fake_interpreter.h"
#include "tests/sim/record_check.h"

namespace gilsim::sim {

TEST_CASE("a free lock is taken and released without a trace") {
  FakeInterpreter program;
  program.start("T", [&](Thread& self) {
    Lock lock;
    CHECK(lock.try_acquire(self, 17));
    CHECK(lock.locked());
    CHECK(lock.holder() == self.tid());
    CHECK(lock.taken_at() == 17);
    CHECK(!lock.try_acquire(self));
    lock.release(program.computer);
    CHECK(!lock.locked());
    CHECK(lock.label() == no_label);
  });
  program.computer.run();
  CHECK(program.all(HappeningKind::LockContended).empty());
}

TEST_CASE("a lock keeps two threads apart, and the wait is recorded") {
  FakeInterpreter program;
  Lock lock(program.record.label("the lock"));
  int inside = 0;
  for (int i = 0; i < 2; ++i) {
    program.start("T", [&](Thread& self) {
      for (int turn = 0; turn < 20; ++turn) {
        REQUIRE(program.acquire(self, lock));
        CHECK(++inside == 1);
        program.sleep(self, 100 * microsecond);
        --inside;
        lock.release(program.computer);
        program.compute(self, 100 * microsecond);
      }
    });
  }
  CHECK(program.computer.run().outcome == RunOutcome::Finished);
  const auto contended = program.all(HappeningKind::LockContended);
  const auto acquired = program.all(HappeningKind::LockAcquired);
  CHECK(contended.size() > 5);
  CHECK(contended.size() == acquired.size());
  CHECK(program.record.text(contended[0].object) == "the lock");
  CHECK(contended[0].value != contended[0].thread);
  CHECK(acquired[0].value > 0);
  RecordCheck check(program.record);
}

TEST_CASE("release does not hand over: the releaser may take it again first") {
  FakeInterpreter program;
  Lock lock;
  program.start("holder", [&](Thread& self) {
    lock.try_acquire(self);
    program.sleep(self, millisecond);
    lock.release(program.computer);
    CHECK(lock.try_acquire(self));  // the waiter was woken, but is not there yet
    program.sleep(self, millisecond);
    lock.release(program.computer);
  });
  program.start("waiter", [&](Thread& self) {
    program.sleep(self, 100 * microsecond);
    CHECK(program.acquire(self, lock));
    CHECK(program.computer.now() > 2 * millisecond);
  });
  CHECK(program.computer.run().outcome == RunOutcome::Finished);
}

TEST_CASE("a wait for a lock may time out") {
  FakeInterpreter program;
  Lock lock;
  program.start("holder", [&](Thread& self) {
    lock.try_acquire(self);
    program.sleep(self, 10 * millisecond);
    lock.release(program.computer);
  });
  program.start("waiter", [&](Thread& self) {
    program.gil.drop(self);
    program.computer.sleep_for(100 * microsecond);
    const Nanoseconds deadline = program.computer.now() + millisecond;
    CHECK(lock.acquire(self, deadline) == WakeReason::TimedOut);
    CHECK(program.computer.now() >= deadline);
    CHECK(self.wanted_lock() == nullptr);
    program.gil.take(self);
  });
  CHECK(program.computer.run().outcome == RunOutcome::Finished);
  CHECK(program.all(HappeningKind::LockGivenUp).size() == 1);
}

TEST_CASE("any thread may release a lock") {
  FakeInterpreter program;
  Lock lock;
  program.start("taker", [&](Thread& self) {
    lock.try_acquire(self);
    CHECK(program.acquire(self, lock));
  });
  program.start("releaser", [&](Thread& self) {
    program.sleep(self, millisecond);
    lock.release(program.computer);
  });
  CHECK(program.computer.run().outcome == RunOutcome::Finished);
}

TEST_CASE("a lock is small") {
  CHECK(sizeof(Lock) <= 40);
}

}  // namespace gilsim::sim
