#include "sim/scheduling_policy.h"

#include <doctest/doctest.h>

#include <string>

#include "sim/computer.h"
#include "tests/sim/record_check.h"

namespace gilsim::sim {
namespace {

struct OneCore {
  explicit OneCore(std::string_view policy, Nanoseconds quantum = 0)
      : computer({machine(), make_policy(policy, {quantum})}, record),
        process(computer.create_process(no_label)) {}

  static Machine machine() {
    Machine machine = machine_profiles().front();
    machine.cores = 1;
    return machine;
  }

  void compute(char letter, Nanoseconds duration) {
    computer.create_thread({&process}, [this, letter, duration](Thread&) {
      for (Nanoseconds done = 0; done < duration; done += 500 * microsecond) {
        computer.advance(500 * microsecond);
        if (order.empty() || order.back() != letter) order += letter;
      }
    });
  }

  Record record;
  Computer computer;
  Process& process;
  std::string order;
};

}  // namespace

TEST_CASE("policies are found by name") {
  for (const PolicyInfo& policy : scheduling_policies()) {
    CAPTURE(policy.name);
    CHECK(make_policy(policy.name)->name() == policy.name);
  }
  CHECK(make_policy("lottery") == nullptr);
  CHECK(scheduling_policies().front().name == "fair-share");
}

TEST_CASE("machines are found by name") {
  for (const Machine& machine : machine_profiles()) CHECK(find_machine(machine.name) == &machine);
  CHECK(find_machine("abacus") == nullptr);
  CHECK(machine_profiles().front().name == "reference");
}

TEST_CASE("first in, first out: each runs to its end") {
  OneCore one("fifo");
  for (char letter : {'a', 'b', 'c'}) one.compute(letter, 30 * millisecond);
  one.computer.run();
  CHECK(one.order == "abc");
}

TEST_CASE("round robin: a quantum each") {
  OneCore one("round-robin", 10 * millisecond);
  for (char letter : {'a', 'b', 'c'}) one.compute(letter, 19 * millisecond);
  one.computer.run();
  CHECK(one.order == "abcabc");
}

TEST_CASE("priority feedback: who computes long goes down") {
  OneCore one("priority-feedback", 4 * millisecond);
  one.compute('l', 40 * millisecond);
  one.compute('s', 3 * millisecond);
  std::string order;
  one.computer.create_thread({&one.process}, [&](Thread&) {
    for (int i = 0; i < 3; ++i) {
      one.computer.sleep_for(5 * millisecond);
      const Nanoseconds woken = one.computer.now();
      one.computer.advance(100 * microsecond);
      // Pushes the long one off at once, since that is at a lower level.
      CHECK(one.computer.now() - woken < 200 * microsecond);
    }
  });
  one.computer.run();
  CHECK(one.order == "lsl");
}

TEST_CASE("fair share: a thread that sleeps much gets the core soon after it wakes") {
  OneCore one("fair-share");
  one.compute('c', 200 * millisecond);
  one.computer.create_thread({&one.process}, [&](Thread&) {
    for (int i = 0; i < 10; ++i) {
      const Nanoseconds due = one.computer.now() + 10 * millisecond;
      one.computer.sleep_until(due);
      CHECK(one.computer.now() - due < 5 * millisecond);
      one.computer.advance(50 * microsecond);
    }
  });
  one.computer.run();
}

TEST_CASE("every policy keeps the record's invariants and lets every thread end") {
  for (const PolicyInfo& policy : scheduling_policies()) {
    for (int cores : {1, 3}) {
      CAPTURE(policy.name);
      CAPTURE(cores);
      Record record;
      Machine machine = machine_profiles().front();
      machine.cores = cores;
      Computer computer({machine, policy.make({}), 7}, record);
      Process& process = computer.create_process(no_label);
      int ended = 0;
      for (int i = 0; i < 12; ++i) {
        computer.create_thread({&process}, [&, i](Thread&) {
          for (int turn = 0; turn < 20; ++turn) {
            computer.advance((i * 37 + turn * 11) % 40 * 100 * microsecond);
            if (turn % 3 == 0) computer.sleep_for(i * 200 * microsecond);
            if (turn % 5 == 0) computer.yield();
          }
          ++ended;
        });
      }
      CHECK(computer.run().outcome == RunOutcome::Finished);
      CHECK(ended == 12);
      RecordCheck check(record);
    }
  }
}

}  // namespace gilsim::sim
