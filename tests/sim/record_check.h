// The invariants of a complete record (see sim/record.h), checked happening by happening.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <vector>

#include "sim/record.h"
#include "sim/thread_state.h"

namespace gilsim::sim {

struct RecordCheck {
  struct ThreadHistory {
    ThreadState state = ThreadState::New;
    Nanoseconds since = 0;
    std::uint8_t core = no_core;
    Nanoseconds total[thread_state_count] = {};
  };

  explicit RecordCheck(const Record& record) {
    for (const Happening& happening : record) see(happening);
    CHECK(last_kind == HappeningKind::RunEnded);
  }

  void see(const Happening& happening) {
    REQUIRE(happening.time >= now);
    REQUIRE(last_kind != HappeningKind::RunEnded);
    now = happening.time;
    last_kind = happening.kind;
    if (happening.kind == HappeningKind::ThreadCreated) {
      REQUIRE(threads.emplace(happening.thread, ThreadHistory{.since = now}).second);
    } else if (happening.kind == HappeningKind::StateChanged) {
      change(happening);
    } else if (happening.kind == HappeningKind::CoreSwitched) {
      // The core is free, and was since the last switch to it was complete.
      REQUIRE(!running.contains(happening.core));
      REQUIRE(free_from[happening.core] <= now);
      free_from[happening.core] = now + happening.value;
    } else if (happening.kind == HappeningKind::ThreadEnded) {
      ThreadHistory& thread = threads.at(happening.thread);
      const Nanoseconds running_now = thread.state == ThreadState::Running ? now - thread.since : 0;
      CHECK(thread.total[static_cast<int>(ThreadState::Running)] + running_now == happening.value);
    }
  }

  void change(const Happening& happening) {
    ThreadHistory& thread = threads.at(happening.thread);
    REQUIRE(thread.state != ThreadState::Done);
    thread.total[static_cast<int>(thread.state)] += now - thread.since;
    if (thread.state == ThreadState::Running) running.erase(thread.core);
    thread.state = static_cast<ThreadState>(happening.detail);
    thread.since = now;
    if (thread.state != ThreadState::Running) return;
    REQUIRE(happening.core != no_core);
    REQUIRE(running.emplace(happening.core, happening.thread).second);
    REQUIRE(free_from[happening.core] <= now);
    thread.core = happening.core;
  }

  Nanoseconds now = 0;
  HappeningKind last_kind = HappeningKind::ProcessCreated;
  std::map<std::uint32_t, ThreadHistory> threads;
  std::map<std::uint8_t, std::uint32_t> running;
  std::map<std::uint8_t, Nanoseconds> free_from;
};

}  // namespace gilsim::sim
