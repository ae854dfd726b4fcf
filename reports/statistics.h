// Where the time of a run went: for each thread, how long it was in each state; for each core, how long it
// was busy; who held the GIL. All from the record.
//
// Invariants (asserted):
// 1. The parts of a thread's time add up to its lifetime, exactly; its running time is never less than what it
//    spent on start-up and pickling.
// 2. The running time of all threads is the time that cores ran threads.
// 3. No thread holds a GIL for longer than it lives.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "reports/words.h"
#include "sim/purpose.h"
#include "sim/record.h"
#include "sim/run_result.h"
#include "sim/thread_state.h"

namespace gilsim::reports {

// The parts that a thread's time is split into. "Ready without a core" includes the moments before its start.
enum class Part : std::uint8_t { Running, Gil, Ready, Lock, Condition, Events, Sleeping, Io, Network, Joining };
inline constexpr int part_count = 10;

struct PartInfo {
  Part part;
  sim::ThreadState state;  // whose letter stands for the part
  Word heading;            // of a column
  Word meaning;            // in a legend
};

const PartInfo& info(Part part);
char letter(Part part);
// REQUIRES: state is not Done.
Part part_of(sim::ThreadState state);

struct ThreadStatistics {
  std::uint32_t tid = 0;
  std::uint32_t pid = 0;
  std::string name;  // the last one it had
  sim::Nanoseconds created_at = 0;
  sim::Nanoseconds ended_at = 0;  // or the end of the run
  bool ended = false;
  std::array<sim::Nanoseconds, part_count> parts{};
  std::array<sim::Nanoseconds, sim::purpose_count> purposes{};  // of the running time; adds up to it
  sim::Nanoseconds gil_held = 0;
  std::uint64_t gil_given_up = 0;    // by itself: before it blocked, at its end
  std::uint64_t gil_taken_away = 0;  // because another thread asked

  sim::Nanoseconds lifetime() const { return ended_at - created_at; }
  sim::Nanoseconds& operator[](Part part) { return parts[static_cast<int>(part)]; }
  sim::Nanoseconds operator[](Part part) const { return parts[static_cast<int>(part)]; }
  sim::Nanoseconds operator[](sim::Purpose purpose) const { return purposes[static_cast<int>(purpose)]; }
  // Adds another thread's figures to this row; the lifetimes add up too.
  void add(const ThreadStatistics& other);
};

struct CoreStatistics {
  sim::Nanoseconds running = 0;    // threads ran on it
  sim::Nanoseconds switching = 0;  // it was busy bringing a thread onto it
  std::uint64_t switches = 0;

  sim::Nanoseconds busy() const { return running + switching; }
};

struct Statistics {
  std::vector<ThreadStatistics> threads;  // in order of creation
  std::vector<CoreStatistics> cores;      // those of the setting "cores", and any other that ran
  std::vector<std::pair<std::uint32_t, std::string>> processes;  // pid, name
  sim::Nanoseconds ended_at = 0;
  sim::RunOutcome outcome = sim::RunOutcome::Finished;
  sim::Nanoseconds gil_held = 0;

  ThreadStatistics total() const;
};

Statistics measure(const sim::Record& record);

}  // namespace gilsim::reports
