// A small stand-in for an interpreter: threads that hold the GIL while they compute, in steps of 50 ns with a
// switch point after each, and drop it around everything that blocks, as Python threads do.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "sim/computer.h"
#include "sim/gils/timed_request_gil.h"
#include "sim/lock.h"

namespace gilsim::sim {

struct FakeInterpreter {
  explicit FakeInterpreter(int cores = 2, std::uint64_t seed = 0, std::string_view policy = "fair-share")
      : computer(options(cores, seed, policy), record),
        process(computer.create_process(record.label("test"))) {}

  static ComputerOptions options(int cores, std::uint64_t seed, std::string_view policy) {
    ComputerOptions result{machine_profiles().front(), make_policy(policy), seed};
    result.machine.cores = cores;
    return result;
  }

  Thread& start(std::string_view name, Thread::Body body) {
    return computer.create_thread({&process, record.label(name)},
                                  [this, body = std::move(body)](Thread& self) {
                                    if (!gil.take(self)) return;
                                    body(self);
                                    gil.drop(self);
                                  });
  }

  // False when the run is ending.
  bool compute(Thread& self, Nanoseconds duration) {
    constexpr Nanoseconds step = 50;
    while (duration > 0 && !computer.ending()) {
      const Nanoseconds safe = std::min(duration, computer.time_to_horizon());
      const Nanoseconds burst = std::max(safe / step, Nanoseconds{1}) * step;
      duration -= burst;
      computer.advance(burst);
      if (gil.drop_requested() && !gil.yield(self)) return false;
    }
    return !computer.ending();
  }

  void sleep(Thread& self, Nanoseconds duration) {
    gil.drop(self);
    computer.sleep_for(duration);
    gil.take(self);
  }

  bool acquire(Thread& self, Lock& lock, PlaceToken place = 0) {
    if (lock.try_acquire(self, place)) return true;
    gil.drop(self);
    const WakeReason result = lock.acquire(self, never, place);
    return gil.take(self) && result == WakeReason::Woken;
  }

  // The happenings of one kind, in order.
  std::vector<Happening> all(HappeningKind kind) const {
    std::vector<Happening> found;
    for (const Happening& happening : record) {
      if (happening.kind == kind) found.push_back(happening);
    }
    return found;
  }

  // How long each holder kept the GIL.
  std::vector<Nanoseconds> slices() const {
    std::vector<Nanoseconds> lengths;
    Nanoseconds taken = 0;
    for (const Happening& happening : record) {
      if (happening.kind == HappeningKind::GilTaken) taken = happening.time;
      if (happening.kind == HappeningKind::GilDropped) lengths.push_back(happening.time - taken);
    }
    return lengths;
  }

  Record record;
  Computer computer;
  Process& process;
  TimedRequestGil gil{computer, record.label("GIL")};
};

inline Nanoseconds median(std::vector<Nanoseconds> values) {
  std::ranges::sort(values);
  return values.empty() ? 0 : values[values.size() / 2];
}

}  // namespace gilsim::sim
