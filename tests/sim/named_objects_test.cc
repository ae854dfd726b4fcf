#include "sim/named_objects.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <memory>
#include <string>
#include <string_view>

#include "sim/lock.h"

namespace gilsim::sim {
namespace {

struct Fixture {
  Fixture()
      : record(std::make_unique<Record>()),
        computer(std::make_unique<Computer>(ComputerOptions{machine_profiles().front(), nullptr, 0}, *record)),
        process(computer->create_process(record->label("first"))) {}
  RunResult run(Thread::Body body) {
    computer->create_thread({&process, record->label("main")}, std::move(body));
    return computer->run();
  }
  NamedObjects& objects() { return computer->named_objects(); }

  std::unique_ptr<Record> record;
  std::unique_ptr<Computer> computer;
  Process& process;
};

}  // namespace

TEST_CASE("a name finds what it was given to, until it is taken away") {
  Fixture fixture;
  Semaphore *made = nullptr, *found = nullptr;
  CHECK(fixture.objects().create_semaphore("a", 2, no_label, false, &made) == 0);
  CHECK(fixture.objects().create_semaphore("a", 2, no_label, false, &found) == EEXIST);
  CHECK(fixture.objects().find_semaphore("a", &found) == 0);
  CHECK(found == made);
  CHECK(fixture.objects().unlink_semaphore("a") == 0);
  CHECK(fixture.objects().unlink_semaphore("a") == ENOENT);
  CHECK(fixture.objects().find_semaphore("a", &found) == ENOENT);
  CHECK(made->value() == 2);

  MemoryBlock *block = nullptr, *same = nullptr;
  CHECK(fixture.objects().create_block("b", 100, &block) == 0);
  CHECK(fixture.objects().find_block("b", &same) == 0);
  CHECK(same == block);
  CHECK(std::string_view(block->octets(), block->size()) == std::string_view(std::string(100, '\0')));
  CHECK(fixture.objects().unlink_block("b") == 0);
  CHECK(fixture.objects().create_block("", 1, &block) == 0);
  CHECK(fixture.objects().find_block("", &same) == ENOENT);
}

TEST_CASE("a semaphore that stands for a lock knows who has taken it, in whichever process") {
  Fixture fixture;
  Computer& computer = *fixture.computer;
  Semaphore *one = nullptr, *two = nullptr;
  fixture.objects().create_semaphore("one", 1, fixture.record->label("one"), true, &one);
  fixture.objects().create_semaphore("two", 1, fixture.record->label("two"), true, &two);
  const RunResult result = fixture.run([&](Thread&) {
    const bool is_child = computer.fork(fixture.record->label("child")) == 0;
    (is_child ? one : two)->wait();
    computer.sleep_for(10 * millisecond);
    (is_child ? two : one)->wait();
  });
  CHECK(result.outcome == RunOutcome::Deadlock);
  REQUIRE(result.diagnosis.cycles.size() == 1);
  CHECK(result.diagnosis.cycles[0].size() == 2);
  CHECK(one->holder() == 2);
  CHECK(two->holder() == 1);
}

TEST_CASE("a diagnosis tells a lock that was held at a fork from one that is taken") {
  Fixture fixture;
  Computer& computer = *fixture.computer;
  Lock lock;
  const RunResult result = fixture.run([&](Thread&) {
    computer.create_thread({&fixture.process}, [&](Thread& other) {
      lock.try_acquire(other);
      computer.sleep_for(10 * millisecond);
      computer.wait_for_child(-1, true);
    });
    computer.sleep_for(millisecond / 2);
    if (computer.fork(fixture.record->label("child")) == 0) lock.acquire(*computer.active());
  });
  CHECK(result.outcome == RunOutcome::Deadlock);
  REQUIRE(result.diagnosis.threads.size() == 2);
  const ThreadSituation& child = result.diagnosis.threads[1];
  CHECK(child.pid == 3);
  CHECK(child.waits_for_lock);
  CHECK(child.left_behind);
}

}  // namespace gilsim::sim
