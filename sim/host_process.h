// A process of the host. Each executes one simulated process; all share the kernel's memory (shared_memory.h), and only
// the one whose turn it is runs, so the simulation stays one sequence of steps. A turn is passed through a futex.
//
// All are children of the run's first host process, whoever forked them: they end when that one ends, however it ends, and
// it notices when one of them crashes.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <cstdint>

#include "sim/shared_memory.h"

namespace gilsim::sim {

class HostProcess : public SharedObject {
 public:
  // fork(2): 0 in the new process, which `made` stands for, its id in the other, or a negative error number.
  static int fork(HostProcess& made);

  // Gives it the turn. What the caller does then must not touch shared memory before it has the turn again.
  void resume();
  // The calling process, which this stands for, sleeps until it has the turn. `while_waiting`, of the first process, is
  // called now and then.
  void wait_for_turn(void (*while_waiting)(void*), void* argument);
  // It ends without having another turn.
  void dismiss();

  // For the run's first process: ends the host program with a message if another has crashed.
  static void look_for_crashes();
  // Waits until all others, which were dismissed or have ended, are gone.
  static void wait_for_others();

 private:
  enum Word : std::uint32_t { Waiting, Turn, Dismissed };
  void set(Word word);

  std::atomic<std::uint32_t> word_ = Waiting;
};

}  // namespace gilsim::sim
