// The seam of the operating system's scheduler: which core a thread that became ready goes to, which thread a
// free core runs next, and when a running thread loses its core. The computer asks; a policy never acts on
// its own. A policy's answers may depend on what it was told, and on nothing else: never on addresses or the
// host.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/machine.h"
#include "sim/shared_memory.h"
#include "sim/thread.h"
#include "sim/time.h"

namespace gilsim::sim {

// A core of the computer, which keeps it; policies only look.
struct Core {
  int id = 0;
  Thread* running = nullptr;   // nullptr while it is idle or switching
  Thread* incoming = nullptr;  // the thread that it is switching to
  Nanoseconds running_since = 0;
  Nanoseconds idle_since = 0;
  bool must_switch = false;  // the policy wants the running thread off; it goes at the next opportunity

  bool idle() const { return running == nullptr && incoming == nullptr; }
};

enum class ReadyReason { Started, Woken, Preempted, Yielded };

// In shared memory, with all that it remembers.
class SchedulingPolicy : public SharedObject {
 public:
  virtual ~SchedulingPolicy() = default;
  virtual std::string_view name() const = 0;

  // Called once, before anything else.
  virtual void attach(const Machine& machine) = 0;
  // The core for a thread that became ready. An idle core starts to switch to it at once, a busy one queues
  // it.
  virtual int choose_core(const Thread& thread, std::span<const Core> cores) = 0;
  // `thread` waits for `core` from now on.
  virtual void enqueue(Thread& thread, int core, ReadyReason reason, Nanoseconds now) = 0;
  // Removes and returns the thread that `core`, which is free, runs next; nullptr leaves it idle. May take
  // one that waits for another core (it then pays for the migration).
  virtual Thread* pick_next(int core, Nanoseconds now) = 0;
  // `thread`, which waits for a core, ends.
  virtual void withdraw(Thread& thread) = 0;
  // How many threads wait for this core.
  virtual std::size_t waiting(int core) const = 0;

  // `thread` begins to run, from the queue or straight onto an idle core.
  virtual void started(Thread& thread, int core, Nanoseconds now) = 0;
  // `thread`, which runs, has used this much CPU time since it began or since the last call.
  virtual void ran(Thread& thread, Nanoseconds used) = 0;
  // `thread` loses its core: because it blocks or ends, or, when it stays ready, is about to be queued again.
  virtual void stopped(Thread& thread, int core, bool stays_ready) = 0;
  // The next time at which the policy wants to look at a core on which others wait; `never` if it does not.
  // At that time should_preempt() is asked.
  virtual Nanoseconds next_check(const Core& core, Nanoseconds now) const = 0;
  virtual bool should_preempt(const Core& core, Nanoseconds now) = 0;
  // Does `woken`, which was just queued for this core, push the running thread off at once?
  virtual bool wake_preempts(const Core& core, const Thread& woken, Nanoseconds now) = 0;
};

struct PolicyOptions {
  Nanoseconds quantum = 0;  // 0: the policy's own default
};

struct PolicyInfo {
  std::string_view name;
  std::string_view description;
  bool has_quantum;  // PolicyOptions::quantum means something to it
  std::unique_ptr<SchedulingPolicy> (*make)(const PolicyOptions&);
};

// All policies by name: "fair-share" (the first, the default), "round-robin", "fifo", "priority-feedback".
std::span<const PolicyInfo> scheduling_policies();
// nullptr if there is none of that name.
std::unique_ptr<SchedulingPolicy> make_policy(std::string_view name, const PolicyOptions& options = {});

}  // namespace gilsim::sim
