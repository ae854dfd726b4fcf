// How fast the simulation itself is on this host: prints nanoseconds of host time per operation.
#include <chrono>
#include <cstdio>
#include <functional>

#include "sim/computer.h"
#include "sim/gils/timed_request_gil.h"
#include "sim/lock.h"

using namespace gilsim::sim;

namespace {

struct Program {
  explicit Program(int cores)
      : computer({machine(cores), nullptr}, record), process(computer.create_process(0)) {}
  static Machine machine(int cores) {
    Machine result = machine_profiles().front();
    result.cores = cores;
    return result;
  }
  void start(Thread::Body body) { computer.create_thread({&process}, std::move(body)); }

  Record record;
  Computer computer;
  Process& process;
};

void measure(const char* what, int count, const std::function<void()>& work) {
  const auto began = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - began;
  std::printf("%-52s %8.1f ns\n", what, took.count() / count);
}

// Threads that wake each other in a ring: every turn is one blocking switch.
void switches(const char* what, int cores, int threads, int count) {
  Program program(cores);
  std::vector<WaitQueue> queues(static_cast<std::size_t>(threads));
  for (int i = 0; i < threads; ++i) {
    program.start([&, i](Thread&) {
      const auto own = static_cast<std::size_t>(i), next = static_cast<std::size_t>((i + 1) % threads);
      for (int turn = 0; turn < count / threads && !program.computer.ending(); ++turn) {
        if (turn > 0 || i > 0) program.computer.wait(queues[own], never, ThreadState::WaitingForLock);
        if (turn == 0 && i == 0) program.computer.sleep_for(second);
        program.computer.wake(queues[next]);
      }
    });
  }
  measure(what, count, [&] { program.computer.run(); });
}

void thread_lives(int count) {
  Program program(2);
  program.start([&](Thread&) {
    for (int i = 0; i < count; ++i) {
      program.start([](Thread&) {});
      program.computer.advance(100 * microsecond);
    }
  });
  measure("thread created, run, ended", count, [&] { program.computer.run(); });
}

void alone(const char* what, int count, const std::function<void(Program&, Thread&)>& turn) {
  Program program(2);
  program.start([&](Thread& self) {
    measure(what, count, [&] {
      for (int i = 0; i < count; ++i) turn(program, self);
    });
  });
  program.computer.run();
}

}  // namespace

int main() {
  switches("blocking switch, 2 threads, 1 core", 1, 2, 2'000'000);
  switches("blocking switch, 2 threads, 2 cores", 2, 2, 2'000'000);
  switches("blocking switch, 100 threads, 2 cores", 2, 100, 2'000'000);
  switches("blocking switch, 10,000 threads, 2 cores", 2, 10'000, 2'000'000);
  thread_lives(200'000);
  Lock lock;
  alone("lock taken and released, free", 10'000'000, [&](Program& program, Thread& self) {
    lock.try_acquire(self);
    lock.release(program.computer);
  });
  alone("advance by 10 ns", 10'000'000, [](Program& program, Thread&) { program.computer.advance(10); });
  Program program(2);
  TimedRequestGil gil(program.computer, 0);
  program.start([&](Thread& self) {
    measure("GIL taken and dropped, free", 2'000'000, [&] {
      for (int i = 0; i < 2'000'000; ++i) {
        gil.take(self);
        gil.drop(self);
      }
    });
  });
  program.computer.run();
}
