#include "sim/signals.h"

#include <doctest/doctest.h>

#include <csignal>
#include <vector>

#include "sim/computer.h"
#include "sim/lock.h"
#include "tests/sim/record_check.h"

namespace gilsim::sim {
namespace {

struct Fixture {
  Fixture() : computer({machine_profiles().front(), make_policy("fair-share")}, record), process(computer.create_process(no_label)) {
    for (int signal : {SIGALRM, SIGUSR1, SIGUSR2})
      process.signals.actions[static_cast<std::size_t>(signal)] = SignalAction::Catch;
  }
  Thread& start(Thread::Body body) { return computer.create_thread({&process}, std::move(body)); }

  Record record;
  Computer computer;
  Process& process;
};

}  // namespace

TEST_CASE("an alarm ends a sleep, and rings again in intervals") {
  Fixture fixture;
  fixture.start([&](Thread& self) {
    fixture.computer.set_alarm(fixture.process, 10 * millisecond, 20 * millisecond);
    for (Nanoseconds due : {10 * millisecond, 30 * millisecond}) {
      CHECK(fixture.computer.sleep_for(second) == WakeReason::Interrupted);
      CHECK(fixture.computer.take_caught_signals(self) == signal_bit(SIGALRM));
      CHECK(fixture.computer.now() >= due);
      CHECK(fixture.computer.now() < due + millisecond);
    }
    fixture.computer.set_alarm(fixture.process, 0, 0);
    CHECK(fixture.computer.sleep_for(second) == WakeReason::TimedOut);
  });
  CHECK(fixture.computer.run().outcome == RunOutcome::Finished);
}

TEST_CASE("a wait goes on or ends at a signal, as it was asked to") {
  Fixture fixture;
  Lock lock;
  std::vector<WakeReason> ended;
  fixture.start([&](Thread& self) {
    REQUIRE(lock.try_acquire(self));
    ended.push_back(lock.acquire(self, never, 0, ThreadState::WaitingForLock, OnSignal::Return));
    ended.push_back(lock.acquire(self, second, 0, ThreadState::WaitingForLock, OnSignal::GoOn));
  });
  fixture.start([&](Thread&) {
    for (int i = 0; i < 2; ++i) {
      fixture.computer.sleep_for(millisecond);
      fixture.computer.send_signal(fixture.process, SIGUSR1);
    }
  });
  CHECK(fixture.computer.run().outcome == RunOutcome::Finished);
  CHECK(ended == std::vector{WakeReason::Interrupted, WakeReason::TimedOut});
}

TEST_CASE("a signal shortly before a wait ends it, too") {
  Fixture fixture;
  fixture.start([&](Thread&) {
    fixture.computer.send_signal(fixture.process, SIGUSR1);
    CHECK(fixture.computer.sleep_for(second) == WakeReason::Interrupted);
    CHECK(fixture.computer.sleep_for(second) == WakeReason::TimedOut);
  });
  fixture.computer.run();
}

TEST_CASE("signals reach the main thread, else one that lets them in, else they wait") {
  Fixture fixture;
  Thread* worker = nullptr;
  fixture.start([&](Thread& self) {
    worker = &fixture.start([&](Thread&) {
      CHECK(fixture.computer.sleep_for(second) == WakeReason::Interrupted);
      CHECK(fixture.computer.await_signal(signal_bit(SIGUSR2), never, no_label) == SIGUSR2);
    });
    fixture.computer.set_signal_mask(self, signal_bit(SIGUSR1) | signal_bit(SIGUSR2));
    fixture.computer.sleep_for(millisecond);
    fixture.computer.send_signal(fixture.process, SIGUSR1);
    fixture.computer.sleep_for(millisecond);
    fixture.computer.send_signal(fixture.process, SIGUSR2);
    fixture.computer.send_signal(self, SIGUSR1);
    CHECK(fixture.computer.pending_signals(self) == signal_bit(SIGUSR1));
    fixture.computer.take_caught_signals(self);
    fixture.computer.set_signal_mask(self, 0);
    CHECK(fixture.computer.take_caught_signals(self) == signal_bit(SIGUSR1));
  });
  CHECK(fixture.computer.run().outcome == RunOutcome::Finished);
}

TEST_CASE("what nothing catches ends the process, or nothing") {
  Fixture fixture;
  fixture.start([&](Thread&) {
    fixture.computer.send_signal(fixture.process, SIGCHLD);
    fixture.computer.set_alarm(fixture.process, second, 0);
    fixture.process.signals.actions[SIGALRM] = SignalAction::Default;
    CHECK(fixture.computer.sleep_for(5 * second) == WakeReason::Cancelled);
  });
  const Nanoseconds ended_at = fixture.computer.run().ended_at;
  CHECK(ended_at >= second);
  CHECK(ended_at < second + millisecond);
  CHECK(fixture.process.signals.killed_by == SIGALRM);
}

TEST_CASE("who waits for ever is not stuck while an alarm is to come") {
  Fixture fixture;
  fixture.start([&](Thread&) {
    fixture.computer.set_alarm(fixture.process, second, 0);
    CHECK(fixture.computer.await_signal(0, never, no_label) == 0);
    fixture.computer.await_signal(0, never, no_label);
  });
  const RunResult result = fixture.computer.run();
  CHECK(result.outcome == RunOutcome::Deadlock);
  CHECK(result.ended_at > second);
}

TEST_CASE("the keyboard's flag sends SIGINT once") {
  Fixture fixture;
  volatile std::sig_atomic_t flag = 0;
  fixture.process.signals.actions[SIGINT] = SignalAction::Catch;
  fixture.computer.set_keyboard_flag(&flag);
  fixture.start([&](Thread& self) {
    flag = 1;
    CHECK(fixture.computer.sleep_for(second) == WakeReason::Interrupted);
    CHECK(fixture.computer.take_caught_signals(self) == signal_bit(SIGINT));
    CHECK(fixture.computer.sleep_for(second) == WakeReason::TimedOut);
  });
  fixture.computer.run();
  CHECK(flag == 0);
}

}  // namespace gilsim::sim
