#include "sim/process.h"

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <cerrno>
#include <csignal>
#include <memory>

#include "sim/computer.h"
#include "sim/files/file_table.h"
#include "sim/lock.h"
#include "tests/sim/record_check.h"

namespace gilsim::sim {
namespace {

// What the processes of a test leave for it: their checks would be lost with them.
struct Notes : SharedObject {
  SharedVector<int> numbers;
  WaitQueue queue;
};

struct Fixture {
  explicit Fixture(int cores = 2)
      : record(std::make_unique<Record>()),
        computer(std::make_unique<Computer>(options(cores), *record)),
        process(computer->create_process(record->label("first"))),
        notes(std::make_unique<Notes>()) {}
  static ComputerOptions options(int cores) {
    ComputerOptions result{machine_profiles().front(), nullptr, 0};
    result.machine.cores = cores;
    return result;
  }
  RunResult run(Thread::Body body) {
    computer->create_thread({&process, record->label("main")}, std::move(body));
    return computer->run();
  }
  bool forks() { return computer->fork(record->label("child")) == 0; }
  void write_down(int number) { notes->numbers.push_back(number); }

  std::unique_ptr<Record> record;
  std::unique_ptr<Computer> computer;
  Process& process;
  std::unique_ptr<Notes> notes;
};

}  // namespace

TEST_CASE("a forked process goes on with a copy of the memory, and its parent waits for its status") {
  Fixture fixture;
  Computer& computer = *fixture.computer;
  int copied = 1;
  const RunResult result = fixture.run([&](Thread& self) {
    const std::int64_t pid = computer.fork(fixture.record->label("child"));
    if (pid == 0) {
      ++copied;
      fixture.write_down(copied);
      fixture.write_down(computer.active() != &self && computer.active()->identity() == self.tid());
      return computer.exit_process(7);
    }
    const Computer::Waited waited = computer.wait_for_child(-1, true);
    fixture.write_down(waited.pid == pid);
    fixture.write_down(WEXITSTATUS(waited.status));
    fixture.write_down(computer.wait_for_child(-1, true).pid == -ECHILD);
  });
  CHECK(result.outcome == RunOutcome::Finished);
  CHECK(copied == 1);
  CHECK(fixture.notes->numbers == SharedVector<int>{2, 1, 1, 7, 1});
  RecordCheck check(*fixture.record);
}

TEST_CASE("processes take turns in the order of virtual time") {
  Fixture fixture;
  Computer& computer = *fixture.computer;
  fixture.run([&](Thread&) {
    const int step = fixture.forks() ? 2 : 3;
    for (int i = 0; i < 5; ++i) {
      computer.sleep_for(step * 10 * millisecond);
      fixture.write_down(step);
    }
    while (computer.wait_for_child(-1, true).pid > 0) {
    }
  });
  CHECK(fixture.notes->numbers == SharedVector<int>{2, 3, 2, 3, 2, 2, 3, 2, 3, 3});
}

TEST_CASE("who waits in shared memory is woken by another process, who waits in its own is not there") {
  Fixture fixture;
  Computer& computer = *fixture.computer;
  Lock lock;
  const RunResult result = fixture.run([&](Thread& self) {
    REQUIRE(lock.try_acquire(self));
    computer.create_thread({&fixture.process}, [&](Thread& other) {
      fixture.write_down(lock.acquire(other) == WakeReason::Woken);
    });
    computer.sleep_for(millisecond);
    if (fixture.forks()) {
      fixture.write_down(lock.locked() && !lock.contended());
      lock.release(computer);
      computer.sleep_for(millisecond);
      fixture.write_down(computer.wake(fixture.notes->queue));
      return;
    }
    computer.wait(fixture.notes->queue, never, ThreadState::DoingIo);
    lock.release(computer);
  });
  CHECK(result.outcome == RunOutcome::Finished);
  CHECK(fixture.notes->numbers == SharedVector<int>{1, 1, 1});
}

TEST_CASE("pages are copied by whoever writes to them while another process shares them") {
  Fixture fixture;
  Computer& computer = *fixture.computer;
  const auto pays = [&] {
    const Nanoseconds before = computer.active()->cpu_time();
    computer.copy_pages(10);
    return static_cast<int>(computer.active()->cpu_time() - before);
  };
  fixture.run([&](Thread&) {
    fixture.write_down(pays());
    if (fixture.forks()) return fixture.write_down(pays());
    fixture.write_down(pays());
    computer.wait_for_child(-1, true);
    fixture.write_down(pays());
  });
  const int copied = 10 * static_cast<int>(computer.machine().page_copy_ns);
  CHECK(fixture.notes->numbers == SharedVector<int>{0, copied, copied, copied * 9 / 20});
}

TEST_CASE("a deadlock among processes names the threads of all") {
  Fixture fixture;
  const RunResult result = fixture.run([&](Thread&) {
    fixture.forks();
    fixture.computer->wait(fixture.notes->queue, never, ThreadState::DoingIo, fixture.record->label("nothing"));
  });
  CHECK(result.outcome == RunOutcome::Deadlock);
  CHECK(result.diagnosis.threads.size() == 2);
}

TEST_CASE("a signal ends another process wherever its threads are") {
  for (int cores : {1, 2, 4}) {
    Fixture fixture(cores);
    Computer& computer = *fixture.computer;
    const RunResult result = fixture.run([&](Thread& self) {
      const std::int64_t pid = computer.fork(fixture.record->label("child"));
      if (pid == 0) {
        for (int i = 0; i < 4; ++i) {
          computer.create_thread({&computer.active()->process()}, [&](Thread&) {
            while (!computer.ending()) computer.advance(100 * microsecond);
          });
        }
        computer.wait(fixture.notes->queue, never, ThreadState::DoingIo);
      }
      computer.sleep_for(50 * millisecond);
      Process* child = computer.find_process(static_cast<std::uint32_t>(pid));
      computer.send_signal(*child, SIGTERM);
      CHECK(WTERMSIG(computer.wait_for_child(pid, true).status) == SIGTERM);
      CHECK(fixture.notes->queue.empty());
      computer.advance(100 * millisecond);
      CHECK(computer.live_threads() == 1);
      CHECK(self.state() == ThreadState::Running);
    });
    CHECK(result.outcome == RunOutcome::Finished);
  }
}

TEST_CASE("the first process may end before the others, whose end is the run's") {
  Fixture fixture;
  Computer& computer = *fixture.computer;
  const RunResult result = fixture.run([&](Thread&) {
    if (!fixture.forks()) return computer.exit_process(3);
    computer.sleep_for(second);
    fixture.write_down(static_cast<int>(computer.active()->process().parent == init_pid));
  });
  CHECK(result.outcome == RunOutcome::Finished);
  CHECK(result.ended_at > second);
  CHECK(fixture.process.exit_status == 3);
  CHECK(fixture.notes->numbers == SharedVector<int>{1});
}

TEST_CASE("a run with processes is the same each time") {
  auto happenings = [] {
    Fixture fixture(4);
    fixture.run([&](Thread&) {
      Computer& computer = *fixture.computer;
      for (int i = 0; i < 3; ++i) fixture.forks();
      for (int i = 0; i < 20; ++i) {
        computer.advance(300 * microsecond);
        computer.sleep_for(100 * microsecond);
      }
    });
    std::vector<Happening> all;
    for (const Happening& happening : *fixture.record) all.push_back(happening);
    return all;
  };
  const auto first = happenings();
  CHECK(first.size() > 100);
  CHECK(first == happenings());
}

TEST_CASE("the time limit ends all processes") {
  Fixture fixture;
  fixture.computer->set_time_limit(second);
  const RunResult result = fixture.run([&](Thread&) {
    fixture.forks();
    while (!fixture.computer->ending()) fixture.computer->advance(millisecond);
  });
  CHECK(result.outcome == RunOutcome::TimeLimit);
}

}  // namespace gilsim::sim
