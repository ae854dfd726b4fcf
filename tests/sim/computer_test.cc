#include "sim/computer.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "sim/device.h"
#include "tests/sim/record_check.h"

namespace gilsim::sim {
namespace {

// A machine whose services cost nothing, so that times are easy to tell.
Machine ideal(int cores) {
  Machine machine = machine_profiles().front();
  machine.cores = cores;
  machine.context_switch_ns = machine.migration_ns = 0;
  machine.wake_up_latency_ns = machine.shallow_wake_up_latency_ns = machine.wake_up_jitter_ns = 0;
  machine.timer_slack_ns = machine.timer_early_ns = 0;
  machine.futex_wake_ns = machine.system_call_ns = machine.thread_create_ns = machine.thread_exit_ns = 0;
  return machine;
}

struct Fixture {
  explicit Fixture(Machine machine, const char* policy = "fair-share")
      : computer({std::move(machine), make_policy(policy)}, record),
        process(computer.create_process(no_label)) {}
  explicit Fixture(int cores = 2) : Fixture(ideal(cores)) {}

  Thread& start(Thread::Body body) { return computer.create_thread({&process}, std::move(body)); }

  Record record;
  Computer computer;
  Process& process;
};

// Sets a flag when it goes out of scope: shows that a frame was unwound.
struct Unwound {
  explicit Unwound(int& counter) : counter_(counter) {}
  ~Unwound() { ++counter_; }
  int& counter_;
};

}  // namespace

TEST_CASE("a computer without threads has finished at once") {
  Fixture fixture;
  CHECK(fixture.computer.run().outcome == RunOutcome::Finished);
}

TEST_CASE("a thread pays for its time and sleeps to the nanosecond") {
  Fixture fixture;
  Thread& thread = fixture.start([&](Thread& self) {
    fixture.computer.advance(300);
    fixture.computer.advance(10 * millisecond);
    CHECK(fixture.computer.now() == 10 * millisecond + 300);
    CHECK(self.cpu_time() == 10 * millisecond + 300);
    fixture.computer.sleep_for(second);
    CHECK(fixture.computer.now() == second + 10 * millisecond + 300);
    CHECK(self.cpu_time() == 10 * millisecond + 300);
    CHECK(fixture.computer.active() == &self);
  });
  CHECK(thread.state() == ThreadState::Ready);
  CHECK(fixture.computer.run().ended_at == second + 10 * millisecond + 300);
  RecordCheck check(fixture.record);
  CHECK(check.threads.at(1).total[static_cast<int>(ThreadState::Sleeping)] == second);
}

TEST_CASE("threads on two cores interleave in the order of virtual time") {
  Fixture fixture(2);
  std::string order;
  for (const auto& [letter, step] : {std::pair{'a', 300}, std::pair{'b', 500}}) {
    fixture.start([&, letter = letter, step = step](Thread&) {
      for (int i = 0; i < 5; ++i) {
        fixture.computer.advance(step);
        order += letter;
      }
    });
  }
  CHECK(fixture.computer.run().ended_at == 2500);
  // a at 300, 600, 900, 1200, 1500; b at 500, 1000, 1500, …; at 1500 b is first, whose turn was fixed first.
  CHECK(order == "abaabababb");
}

TEST_CASE("two threads on one core take turns at ticks and share alike") {
  Fixture fixture(1);
  Nanoseconds ends[2];
  for (int i = 0; i < 2; ++i) {
    fixture.start([&, i](Thread& self) {
      fixture.computer.advance(19 * millisecond);
      ends[i] = fixture.computer.now();
      CHECK(self.cpu_time() == 19 * millisecond);
    });
  }
  CHECK(fixture.computer.run().ended_at == 38 * millisecond);
  CHECK(ends[0] == 35 * millisecond);
  CHECK(ends[1] == 38 * millisecond);
  RecordCheck check(fixture.record);
}

TEST_CASE("what a switch costs is neither's CPU time") {
  Machine machine = ideal(1);
  machine.context_switch_ns = 2'000;
  Fixture fixture(machine);
  for (int i = 0; i < 2; ++i) {
    fixture.start([&](Thread& self) {
      fixture.computer.advance(millisecond);
      CHECK(self.cpu_time() == millisecond);
    });
  }
  CHECK(fixture.computer.run().ended_at == 2 * millisecond + 2'000);
  RecordCheck check(fixture.record);
}

TEST_CASE("waits end by waking, in order, or by their deadline") {
  Fixture fixture(2);
  WaitQueue queue;
  std::string order;
  const auto waiter = [&](char letter, Nanoseconds deadline, WakeReason expected) {
    fixture.start([&, letter, deadline, expected](Thread&) {
      CHECK(fixture.computer.wait(queue, deadline, ThreadState::WaitingForLock) == expected);
      order += letter;
    });
  };
  waiter('a', never, WakeReason::Woken);
  waiter('b', 5'000, WakeReason::TimedOut);
  waiter('c', 50'000, WakeReason::Woken);
  waiter('d', 0, WakeReason::TimedOut);
  fixture.start([&](Thread&) {
    fixture.computer.advance(10'000);
    CHECK(fixture.computer.wake(queue, 1) == 1);
    fixture.computer.advance(10'000);
    CHECK(fixture.computer.wake(queue, 7) == 1);
    CHECK(fixture.computer.wake(queue, 7) == 0);
    order += 'w';
  });
  CHECK(fixture.computer.run().outcome == RunOutcome::Finished);
  CHECK(order == "dbacw");
}

TEST_CASE("a timed wait may be renewed, which puts it at the back of the queue") {
  Fixture fixture(2);
  WaitQueue queue;
  std::string order;
  struct Twice final : WaitRenewal {
    std::optional<Nanoseconds> renew(Thread&, Nanoseconds now) override {
      return ++asked < 3 ? std::optional(now + 1'000) : std::nullopt;
    }
    int asked = 0;
  } twice;
  fixture.start([&](Thread&) {
    CHECK(fixture.computer.wait(queue, 1'000, ThreadState::WaitingForLock, no_label, &twice) ==
          WakeReason::TimedOut);
    CHECK(fixture.computer.now() == 3'000);
    CHECK(twice.asked == 3);
    twice.asked = 0;
    fixture.computer.wait(queue, 4'000, ThreadState::WaitingForLock, no_label, &twice);
    CHECK(twice.asked == 1);
    order += 'a';
    // The renewal was for those waits only.
    CHECK(fixture.computer.wait(queue, 9'000, ThreadState::WaitingForLock) == WakeReason::TimedOut);
  });
  fixture.start([&](Thread&) {
    fixture.computer.sleep_until(3'500);
    fixture.computer.wait(queue, never, ThreadState::WaitingForLock);
    order += 'b';
  });
  fixture.start([&](Thread&) {
    fixture.computer.sleep_until(4'500);
    fixture.computer.wake(queue);
    fixture.computer.advance(100);
    fixture.computer.wake(queue);
  });
  CHECK(fixture.computer.run().outcome == RunOutcome::Finished);
  CHECK(order == "ba");
}

TEST_CASE("threads may start threads, and a stack is used again") {
  Fixture fixture;
  int ended = 0;
  std::function<void(int)> chain = [&](int left) {
    if (left > 0) fixture.start([&, left](Thread&) { chain(left - 1); });
    fixture.computer.sleep_for(10);
    ++ended;
  };
  fixture.start([&](Thread&) { chain(1000); });
  CHECK(fixture.computer.run().outcome == RunOutcome::Finished);
  CHECK(ended == 1001);
  CHECK(fixture.process.live_threads == 0);
  RecordCheck check(fixture.record);
}

TEST_CASE("events of one's own come in time") {
  Fixture fixture;
  WaitQueue queue;
  struct Subject {
    WaitQueue& queue;
    Nanoseconds fired = 0;
  } subject{queue};
  Event event(
      EventPriority::Timer,
      [](Computer& computer, void* pointer) {
        auto& target = *static_cast<Subject*>(pointer);
        target.fired = computer.now();
        computer.wake(target.queue);
      },
      &subject);
  fixture.start([&](Thread&) {
    fixture.computer.schedule(event, 500);
    CHECK(fixture.computer.time_to_horizon() == 500);
    fixture.computer.wait(queue, never, ThreadState::DoingIo);
    CHECK(fixture.computer.now() == 500);
  });
  CHECK(fixture.computer.run().outcome == RunOutcome::Finished);
  CHECK(subject.fired == 500);
}

TEST_CASE("a device keeps the thread in the kernel, then blocked") {
  Fixture fixture;
  Device disk(fixture.computer, fixture.record.label("disk"),
              {.cpu_ns = 1'000, .byte_ns = 2, .latency_ns = 100'000});
  fixture.start([&](Thread& self) {
    disk.transfer(self, 50);
    CHECK(fixture.computer.now() == 101'100);
    CHECK(self.cpu_time() == 1'100);
  });
  fixture.computer.run();
  RecordCheck check(fixture.record);
  CHECK(check.threads.at(1).total[static_cast<int>(ThreadState::DoingIo)] == 100'000);
}

// The end of a run

TEST_CASE("a stop unwinds every thread that had begun, and destroys the others") {
  Fixture fixture(2);
  int unwound = 0;
  WaitQueue queue;
  auto resource = std::make_shared<int>(1);
  for (int i = 0; i < 3; ++i) {
    fixture.start([&](Thread&) {
      Unwound frame(unwound);
      CHECK(fixture.computer.wait(queue, never, ThreadState::WaitingForLock) == WakeReason::Cancelled);
      CHECK(fixture.computer.wait(queue, never, ThreadState::WaitingForLock) == WakeReason::Cancelled);
      fixture.computer.sleep_for(second);
      fixture.computer.advance(second);
      CHECK(fixture.computer.now() == 5 * millisecond);
    });
  }
  fixture.start([&](Thread&) {  // runs when the run ends
    Unwound frame(unwound);
    fixture.computer.advance(second);
    CHECK(fixture.computer.ending());
  });
  fixture.start([&](Thread&) {
    Unwound frame(unwound);
    fixture.computer.advance(5 * millisecond);
    fixture.start([resource](Thread&) { CHECK_MESSAGE(false, "never begins"); });
    fixture.computer.stop();
    CHECK(fixture.computer.time_to_horizon() <= 0);
    fixture.computer.advance(second);
  });
  const RunResult result = fixture.computer.run();
  CHECK(result.outcome == RunOutcome::Stopped);
  CHECK(result.ended_at == 5 * millisecond);
  CHECK(result.diagnosis.threads.size() == 6);
  CHECK(unwound == 5);
  CHECK(resource.use_count() == 1);
  RecordCheck check(fixture.record);
}

TEST_CASE("the time limit ends a run exactly there") {
  Fixture fixture(1);
  fixture.computer.set_time_limit(7 * millisecond);
  for (int i = 0; i < 2; ++i) {
    fixture.start([&](Thread&) {
      while (!fixture.computer.ending()) fixture.computer.advance(1'300);
    });
  }
  const RunResult result = fixture.computer.run();
  CHECK(result.outcome == RunOutcome::TimeLimit);
  CHECK(result.ended_at == 7 * millisecond);
  CHECK(result.diagnosis.threads.size() == 2);
  RecordCheck check(fixture.record);
}

TEST_CASE("an interrupt of the host is noticed within a millisecond of virtual time") {
  Fixture fixture;
  volatile std::sig_atomic_t interrupted = 0;
  int heartbeats = 0;
  fixture.computer.set_interrupt_flag(&interrupted);
  fixture.computer.set_heartbeat([&](Nanoseconds) { ++heartbeats; });
  fixture.start([&](Thread&) {
    while (!fixture.computer.ending()) {
      CHECK(fixture.computer.time_to_horizon() <= millisecond);
      if (fixture.computer.now() > 20 * millisecond) interrupted = 1;
      fixture.computer.advance(fixture.computer.time_to_horizon());
    }
  });
  const RunResult result = fixture.computer.run();
  CHECK(result.outcome == RunOutcome::Interrupted);
  CHECK(result.ended_at <= 22 * millisecond);
  CHECK(heartbeats >= 20);
}

TEST_CASE("ten thousand threads may wait at once") {
  Fixture fixture(2);
  WaitQueue queue;
  constexpr int count = 10'000;
  int woken = 0;
  fixture.start([&](Thread&) {
    for (int i = 0; i < count; ++i) {
      fixture.start([&](Thread&) {
        fixture.computer.wait(queue, never, ThreadState::WaitingForCondition);
        ++woken;
      });
    }
    fixture.computer.sleep_for(second);
    CHECK(fixture.computer.wake(queue, count) == count);
  });
  CHECK(fixture.computer.run().outcome == RunOutcome::Finished);
  CHECK(woken == count);
}

TEST_CASE("ten thousand waiting threads are unwound") {
  Fixture fixture(2);
  WaitQueue queue;
  int unwound = 0;
  for (int i = 0; i < 10'000; ++i) {
    fixture.start([&](Thread&) {
      Unwound frame(unwound);
      fixture.computer.wait(queue, never, ThreadState::WaitingForCondition);
    });
  }
  CHECK(fixture.computer.run().outcome == RunOutcome::Deadlock);
  CHECK(unwound == 10'000);
}

}  // namespace gilsim::sim
