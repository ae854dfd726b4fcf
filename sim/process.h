// A process of the simulated computer: a pid, a name, its threads' number, its signals, its files, and its family.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>

#include "sim/host_process.h"
#include "sim/record.h"
#include "sim/signals.h"
#include "sim/wait_queue.h"

namespace gilsim::sim {

class FileTable;

// The simulated process that this host process executes; 0 before the first one is made.
inline constinit std::uint32_t current_pid = 0;

inline constexpr std::uint32_t first_pid = 1;
// Whose child a process is that has no parent among the simulated ones: the first one, and one that was left behind.
inline constexpr std::uint32_t shell_pid = 0, init_pid = ~0u;

// Owned by the computer, which keeps it to its own end.
struct Process : SharedObject {
  Process(std::uint32_t its_pid, LabelId its_name);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  std::uint32_t pid;  // the tid of its first thread
  LabelId name;
  std::uint32_t live_threads = 0;
  ProcessSignals signals;
  std::unique_ptr<FileTable> files;  // null where the layer above has given it none

  std::uint32_t parent = shell_pid;
  std::uint32_t group;  // by the pid of its first process; the first process's has the terminal
  std::uint32_t copy_of = 0;  // whose memory it was forked with; 0: nobody's
  bool ended = false;
  bool waited_for = false;  // ended, and its parent knows
  int exit_status = 0;      // of exit(2), unless a signal killed it
  WaitQueue child_ended;    // its threads that are in wait(2)
  int wait_status() const { return signals.killed_by ? signals.killed_by : exit_status << 8; }

  std::int64_t memory_bytes = 0;  // of its heap, as far as counted in Computer::usage()

  // How far it may compute beyond what other processes have computed: see Computer::time_to_horizon().
  Nanoseconds run_ahead = millisecond;
  void set_switch_interval(Nanoseconds interval) { run_ahead = std::clamp(interval, microsecond, millisecond); }
  HostProcess host;
};

}  // namespace gilsim::sim
