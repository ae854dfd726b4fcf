// A thread of the simulated operating system: its identity, its state, its CPU time and the fiber on which
// the host code that it stands for runs. Made by Computer::create_thread; changed only by the computer and
// the policy.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "sim/event_queue.h"
#include "sim/fiber.h"
#include "sim/purpose.h"
#include "sim/record.h"
#include "sim/signals.h"
#include "sim/thread_state.h"
#include "sim/time.h"

namespace gilsim::sim {

class Computer;
class Lock;
class OpenFile;
class Semaphore;
class Thread;
class WaitQueue;
struct Process;

// How a wait ended.
enum class WakeReason : std::uint8_t { Woken, TimedOut, Interrupted, Cancelled };

// What a signal that comes meanwhile does to a wait: nothing, or it ends it with Interrupted.
enum class OnSignal : std::uint8_t { GoOn, Return };

// Decides when a timed wait is over: for waits in a loop, whose thread would only look at something that is
// known here as well and wait again. Thousands of such threads would otherwise keep the cores busy with
// switches.
class WaitRenewal {
 public:
  // The deadline of `thread` has come: a new deadline, or nullopt to wake it up with TimedOut. Must not take time. Called
  // on any thread's fiber, in any process: it lies in shared memory.
  virtual std::optional<Nanoseconds> renew(Thread& thread, Nanoseconds now) = 0;

 protected:
  ~WaitRenewal() = default;
};

// What scheduling policies remember of a thread. Only the policy in use gives the fields a meaning.
struct SchedulingData {
  Nanoseconds virtual_runtime = 0;  // fair share
  Nanoseconds lag = 0;              // fair share: CPU time that it is owed, kept while it is blocked
  int home_core = -1;               // fair share: the core that it competes for; -1 while it is blocked
  Nanoseconds slice_used = 0;       // CPU time used of the current slice or quantum
  int priority = 0;                 // priority feedback: level, 0 is the highest
  std::int64_t lifted_in =
      0;  // priority feedback: the period in which it was last lifted to the highest level
};

// Owned by the computer. A reference is valid until the thread's body has returned.
class Thread : public SharedObject {
 public:
  using Body = std::function<void(Thread&)>;

  Thread(Computer& computer, std::uint32_t tid);
  Thread(const Thread&) = delete;
  Thread& operator=(const Thread&) = delete;

  Computer& computer() const { return *computer_; }
  std::uint32_t tid() const { return tid_; }  // from 1, never used twice
  // As what the locks in its process's memory know it: its tid, or, of a process's first thread, that of the thread that
  // called fork, whose memory was copied.
  std::uint32_t identity() const { return identity_; }
  Process& process() const { return *process_; }
  LabelId name() const { return name_; }
  void rename(LabelId name);  // is recorded

  ThreadState state() const { return state_; }
  // The label of what it waits for while it is blocked.
  LabelId waits_for() const { return waits_for_; }
  // The Lock it waits for, if it waits for one: what the diagnosis of a deadlock follows.
  const Lock* wanted_lock() const { return wanted_lock_; }
  void set_wanted_lock(const Lock* lock, Nanoseconds since) {
    wanted_lock_ = lock;
    wanted_since_ = since;
  }
  // The same for one that lies in shared memory.
  void set_wanted_semaphore(const Semaphore* semaphore, Nanoseconds since) {
    wanted_semaphore_ = semaphore;
    wanted_since_ = since;
  }

  // The same for a process that it waits for; 0: none in particular.
  void set_awaited_child(std::uint32_t pid, Nanoseconds since) {
    awaited_child_ = pid;
    wanted_since_ = since;
  }

  // CPU time up to now; exact whenever it is asked for.
  Nanoseconds cpu_time() const;
  // From now on its CPU time counts for this; gives what it counted for. `ahead`: CPU time that it has used
  // and the clock does not show yet.
  Purpose begin(Purpose purpose, Nanoseconds ahead = 0);
  // CPU time that counted for this, up to the last begin().
  Nanoseconds spent_on(Purpose purpose) const { return spent_[static_cast<int>(purpose)]; }
  // The core that it runs on, or ran on last; -1 before it ever ran.
  int core() const { return core_; }
  // The file of the system call that it is in.
  std::shared_ptr<OpenFile> file_in_use;

  // What a WaitRenewal remembers of this wait.
  std::uint64_t renewal_note = 0;

  SchedulingData& scheduling() { return scheduling_; }
  const SchedulingData& scheduling() const { return scheduling_; }

  // The signals that it does not let in (Computer::set_signal_mask).
  SignalSet signal_mask() const { return signal_mask_; }

  // For the layer above: whatever it wants to find again from a thread.
  void* owner() const { return owner_; }
  void set_owner(void* owner) { owner_ = owner; }

 private:
  friend class Computer;
  friend class WaitQueue;

  // Identity.
  Computer* computer_;
  std::uint32_t tid_;
  std::uint32_t identity_;
  LabelId name_ = no_label;
  Process* process_ = nullptr;
  void* owner_ = nullptr;
  Body* body_ = nullptr;  // in the memory of its process; null once it has returned
  Fiber fiber_;
  std::size_t stack_bytes_ = 0;
  std::size_t slot_ = 0;  // in the computer's list of live threads

  // What it is doing.
  ThreadState state_ = ThreadState::New;
  WakeReason wake_reason_ = WakeReason::Woken;
  LabelId waits_for_ = no_label;
  const Lock* wanted_lock_ = nullptr;
  const Semaphore* wanted_semaphore_ = nullptr;
  std::uint32_t awaited_child_ = 0;
  Nanoseconds wanted_since_ = 0;
  WaitQueue* wait_queue_ = nullptr;
  WaitRenewal* wait_renewal_ = nullptr;
  Thread* wait_before_ = nullptr;
  Thread* wait_after_ = nullptr;
  Event timer_;

  // Its signals.
  SignalSet signal_mask_ = 0;
  SignalSet pending_signals_ = 0;  // sent to it alone, and blocked
  SignalSet awaited_signals_ = 0;  // by Computer::await_signal
  int received_signal_ = 0;        // by it
  OnSignal on_signal_ = OnSignal::GoOn;  // of the wait that it is in
  bool interrupted_ = false;  // the next wait that a signal ends does not begin

  // Where and for how long it runs.
  int core_ = -1;
  Nanoseconds cpu_time_ = 0;       // up to running_since_
  Nanoseconds running_since_ = 0;  // valid while Running
  Nanoseconds continues_at_ = 0;   // valid while Running: when it has paid what it owes
  Nanoseconds owed_ = 0;           // while Ready: CPU time still to be paid before its code goes on
  Event continues_;
  SchedulingData scheduling_;

  // What its CPU time is for.
  Purpose purpose_ = Purpose::Program;
  Nanoseconds purpose_since_ = 0;  // a CPU time
  std::array<Nanoseconds, purpose_count> spent_{};
};

}  // namespace gilsim::sim
