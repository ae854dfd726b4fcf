#include <doctest/doctest.h>

#include <string>

#include "sim/condition_variable.h"
#include "sim/mutex.h"
#include "sim/semaphore.h"

namespace gilsim::sim {
namespace {

struct Fixture {
  Fixture()
      : computer({machine_profiles().front(), nullptr}, record), process(computer.create_process(no_label)) {}
  void start(Thread::Body body) { computer.create_thread({&process}, std::move(body)); }

  Record record;
  Computer computer;
  Process& process;
};

}  // namespace

TEST_CASE("a mutex excludes") {
  Fixture fixture;
  Mutex mutex(fixture.computer);
  int inside = 0;
  for (int i = 0; i < 4; ++i) {
    fixture.start([&](Thread&) {
      for (int turn = 0; turn < 50; ++turn) {
        CHECK(mutex.lock());
        CHECK(++inside == 1);
        fixture.computer.advance(3 * microsecond);
        --inside;
        mutex.unlock();
        fixture.computer.advance(microsecond);
      }
    });
  }
  CHECK(fixture.computer.run().outcome == RunOutcome::Finished);
}

TEST_CASE("producers and consumers by two condition variables lose nothing") {
  Fixture fixture;
  Mutex mutex(fixture.computer);
  ConditionVariable not_empty(fixture.computer), not_full(fixture.computer);
  int items = 0, consumed = 0;
  for (int i = 0; i < 3; ++i) {
    fixture.start([&](Thread&) {
      for (int n = 0; n < 100; ++n) {
        mutex.lock();
        while (items == 2) not_full.wait(mutex);
        ++items;
        not_empty.notify_one();
        mutex.unlock();
      }
    });
    fixture.start([&](Thread&) {
      for (int n = 0; n < 100; ++n) {
        mutex.lock();
        while (items == 0) not_empty.wait(mutex);
        --items;
        ++consumed;
        not_full.notify_one();
        mutex.unlock();
      }
    });
  }
  CHECK(fixture.computer.run().outcome == RunOutcome::Finished);
  CHECK(consumed == 300);
  CHECK(items == 0);
}

TEST_CASE("a wait for a condition may time out, and notify_all wakes all") {
  Fixture fixture;
  Mutex mutex(fixture.computer);
  ConditionVariable condition(fixture.computer);
  int woken = 0, timed_out = 0;
  for (int i = 0; i < 5; ++i) {
    fixture.start([&, i](Thread&) {
      mutex.lock();
      const WakeReason reason = condition.wait(mutex, i == 0 ? millisecond : second);
      ++(reason == WakeReason::Woken ? woken : timed_out);
      CHECK(mutex.locked());
      mutex.unlock();
    });
  }
  fixture.start([&](Thread&) {
    fixture.computer.sleep_for(10 * millisecond);
    condition.notify_all();
  });
  fixture.computer.run();
  CHECK(woken == 4);
  CHECK(timed_out == 1);
}

TEST_CASE("a semaphore counts, and a woken waiter must win the value") {
  Fixture fixture;
  Semaphore semaphore(fixture.computer, 1);
  std::string order;
  fixture.start([&](Thread&) {
    CHECK(semaphore.try_wait());
    CHECK(!semaphore.try_wait());
    fixture.computer.sleep_for(millisecond);
    semaphore.post();
    CHECK(semaphore.try_wait());  // overtakes the waiter
    order += 'a';
    fixture.computer.sleep_for(millisecond);
    semaphore.post();
  });
  fixture.start([&](Thread&) {
    fixture.computer.advance(100 * microsecond);
    CHECK(semaphore.wait() == WakeReason::Woken);
    order += 'b';
    CHECK(semaphore.wait(fixture.computer.now() + millisecond) == WakeReason::TimedOut);
  });
  CHECK(fixture.computer.run().outcome == RunOutcome::Finished);
  CHECK(order == "ab");
}

}  // namespace gilsim::sim
