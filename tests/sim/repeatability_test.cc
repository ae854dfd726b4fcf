#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

#include "tests/sim/fake_interpreter.h"

namespace gilsim::sim {
namespace {

// Threads that compute, sleep and fight over a lock.
std::unique_ptr<FakeInterpreter> run_mixture(std::uint64_t seed, std::string_view policy = "fair-share") {
  auto program = std::make_unique<FakeInterpreter>(2, seed, policy);
  auto lock = std::make_shared<Lock>();
  for (int i = 0; i < 5; ++i) {
    program->start("T", [&target = *program, lock, i](Thread& self) {
      for (int turn = 0; turn < 20; ++turn) {
        target.compute(self, (i + 1) * 300 * microsecond);
        target.acquire(self, *lock);
        target.sleep(self, i * 50 * microsecond);
        lock->release(target.computer);
      }
    });
  }
  CHECK(program->computer.run().outcome == RunOutcome::Finished);
  return program;
}

bool same(const Record& a, const Record& b) {
  return a.size() == b.size() && a.label_count() == b.label_count() &&
         std::equal(a.begin(), a.end(), b.begin());
}

}  // namespace

TEST_CASE("the same seed gives the same record") {
  for (const PolicyInfo& policy : scheduling_policies()) {
    CHECK(same(run_mixture(3, policy.name)->record, run_mixture(3, policy.name)->record));
  }
}

TEST_CASE("another seed gives other times, and the same work") {
  const auto first = run_mixture(3), second_run = run_mixture(4);
  CHECK(!same(first->record, second_run->record));
  // CPU time differs only by what the different interleaving costs in system calls.
  const auto cpu_time = [](const FakeInterpreter& program) {
    Nanoseconds sum = 0;
    for (const Happening& happening : program.all(HappeningKind::ThreadEnded)) sum += happening.value;
    return sum;
  };
  CHECK(std::abs(cpu_time(*first) - cpu_time(*second_run)) < 2 * millisecond);
}

TEST_CASE("without jitter the seed does not matter") {
  const auto run = [](std::uint64_t seed) {
    auto record = std::make_unique<Record>();
    Machine machine = machine_profiles().front();
    machine.wake_up_jitter_ns = machine.timer_early_ns = 0;
    Computer computer({machine, nullptr, seed}, *record);
    Process& process = computer.create_process(no_label);
    for (int i = 0; i < 3; ++i) {
      computer.create_thread({&process}, [&computer](Thread&) {
        computer.sleep_for(millisecond);
        computer.advance(5 * millisecond);
      });
    }
    computer.run();
    return record;
  };
  CHECK(same(*run(1), *run(2)));
}

}  // namespace gilsim::sim
