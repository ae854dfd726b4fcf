// The simulated computer: clock, event queue, cores, threads, and the operating system services that
// everything else is made of. A discrete event simulation on fibers in one host thread.
//
// A simulated thread that runs executes host code on its own fiber, free of virtual time, and pays for what
// it did with advance(). Time passes only there and in waits: advance() and wait() run the event loop on the
// caller's fiber until the caller may go on, jumping straight to the fiber of any other thread whose turn
// comes first. So host code of different threads interleaves exactly in the order of virtual time, to the
// precision of the caller's bursts.
//
// Every method named "thread context" below may be called only on the fiber of the active thread, during
// run(). Any of those may let other threads run before it returns: re-read shared state after it.
//
// The end of a run: when the last thread ends, nothing can happen any more, a limit is reached, or stop() is
// called, ending() becomes true for good. From then on nothing is recorded, advance() does nothing, every
// wait returns Cancelled at once. Each thread that had begun is resumed so that it unwinds its C++ frames and
// returns from its body; a body that never began is only destroyed. Then run() returns.
#pragma once

#include <csignal>
#include <functional>
#include <memory>
#include <type_traits>
#include <vector>

#include "sim/chance.h"
#include "sim/event_queue.h"
#include "sim/fiber.h"
#include "sim/futex_queue.h"
#include "sim/machine.h"
#include "sim/process.h"
#include "sim/record.h"
#include "sim/run_result.h"
#include "sim/scheduling_policy.h"
#include "sim/thread.h"
#include "sim/time.h"
#include "sim/wait_queue.h"

namespace gilsim::sim {

class NamedObjects;

// What the layer above tells about a thread's program. Called only when something is recorded.
class PlaceSource {
 public:
  virtual ~PlaceSource() = default;
  // Where `thread` is now; no_place if that is unknown.
  virtual PlaceId place_of(const Thread& thread) = 0;
  // The place behind a token that this layer gave to Lock::acquire.
  virtual PlaceId resolve(std::uint64_t place_token) = 0;
  // The tasks of the event loop that `thread` runs, for diagnoses.
  virtual SharedVector<TaskSituation> tasks_of(const Thread&) { return {}; }
};

struct ComputerOptions {
  Machine machine;
  std::unique_ptr<SchedulingPolicy> policy;  // nullptr: the default one
  std::uint64_t seed = 0;
};

struct ThreadOptions {
  Process* process = nullptr;  // REQUIRES: set
  LabelId name = no_label;
  std::size_t stack_bytes = 256 * 1024;
  void* owner = nullptr;
};

inline constexpr std::size_t main_thread_stack_bytes = 8 * 1024 * 1024;

class Computer : public SharedObject {
 public:
  // `record` must outlive the computer.
  Computer(ComputerOptions options, Record& record);
  ~Computer();
  Computer(const Computer&) = delete;
  Computer& operator=(const Computer&) = delete;

  // Setting up: before run()

  void set_place_source(PlaceSource* source) { own_->place_source = source; }
  // The run ends with TimeLimit when the clock reaches this.
  void set_time_limit(Nanoseconds limit) { time_limit_ = limit; }
  // The run ends with Interrupted soon after this becomes nonzero, as by a signal handler of the host.
  void set_interrupt_flag(const volatile std::sig_atomic_t* flag) { own_->interrupt_flag = flag; }
  // SIGINT is sent to the first process soon after this becomes nonzero, as by Ctrl-C on the host; it is set to 0 again.
  void set_keyboard_flag(volatile std::sig_atomic_t* flag) { own_->keyboard_flag = flag; }
  // Called at least once in every millisecond of virtual time that is computed and in every few thousand events,
  // for progress displays. It must not touch the computer.
  void set_heartbeat(std::function<void(Nanoseconds now)> heartbeat) { own_->heartbeat = std::move(heartbeat); }

  // Any time before the end

  // The first one; the others are made by fork().
  Process& create_process(LabelId name);
  // The thread becomes ready at once. In thread context the creator pays for it. `body` is destroyed when it
  // has returned, or in run() if it never began. No exception may leave it.
  Thread& create_thread(const ThreadOptions& options, Thread::Body body);

  // Processes: computer_processes.cc. In thread context.

  // fork(2): the active thread's process once more, with that thread alone, as a host process of its own. Gives the new
  // pid, in the new process 0, or a negative error number. The computer and the record must lie in shared memory.
  std::int64_t fork(LabelId name) { return fork(name, nullptr, machine_.process_fork_ns); }
  // The new process begins with `fresh` on a stack of its own: posix_spawn(3). The caller spends `cost`.
  std::int64_t fork(LabelId name, Thread::Body fresh, Nanoseconds cost);
  // Pays for the first write to so many pages of memory since a fork, if there was one; less when nobody shares them any more.
  void copy_pages(int count);
  // exit_group(2) of the active thread's process; the run ends with the last one. Comes back in the first process only,
  // when the run is ending.
  // `signal`, unless 0: as if that had killed it.
  void exit_process(int status, int signal = 0);
  struct Waited {
    std::int64_t pid = 0;  // or a negative error number; 0: none has ended, and the caller does not wait
    int status = 0;        // as wait(2) gives it
  };
  // wait4(2), for one child or (-1) any.
  Waited wait_for_child(std::int64_t pid, bool blocks);
  // Null: there is none, or it was waited for.
  Process* find_process(std::uint32_t pid);

  // Calls `function` in the host process of `process`, for what only that knows. It takes no time and may not wait. What it
  // captures and gives must lie in it or in shared memory.
  template <class Function>
  auto run_in(const Process& process, Function function);
  template <class Function>
  auto run_in_first_process(Function function) { return run_in(*processes_.front(), std::move(function)); }
  // What all processes together have used, for limits. The layer above keeps it.
  struct Usage {
    std::uint64_t steps = 0;
    std::int64_t memory_bytes = 0;
  };
  Usage& usage() { return usage_; }
  // What processes have in common by name.
  NamedObjects& named_objects() { return *named_objects_; }
  bool is_first_process() const { return processes_.empty() || processes_.front()->pid == current_pid; }

  // Runs until the end, on the host's stack. May be called once.
  RunResult run();

  // Ends the run; the caller, if a simulated thread, goes on to unwind itself. The first reason stays.
  void stop(RunOutcome outcome = RunOutcome::Stopped);
  bool ending() const { return ending_; }

  Nanoseconds now() const { return clock_; }
  // The thread whose host code is executing; nullptr on the host's stack.
  Thread* active() const { return active_; }
  const Machine& machine() const { return machine_; }
  Record& record() { return record_; }
  Chance& chance() { return chance_; }
  std::size_t live_threads() const { return live_threads_; }

  // Running: thread context

  // How much CPU time the active thread may spend before anything can happen that concerns it; at most 1 ms,
  // so that an interrupt is noticed. Not positive when the run is ending. What other processes compute meanwhile does not
  // concern it: with several of them the clock may stand before this end when the thread comes back, which advance() sees
  // to.
  Nanoseconds time_to_horizon() const { return burst_end_ - clock_; }

  // Pays `duration` of CPU time. Other threads may run meanwhile, and this one may lose its core and get it
  // back.
  void advance(Nanoseconds duration) {
    if (duration >= horizon_ - clock_) [[unlikely]]
      return reach_horizon(duration);
    clock_ += duration;
  }

  // Blocks until woken, or until `deadline` (plus the machine's timer slack). `object` labels what is waited
  // for. The thread is in the queue before anything else can happen, so a check made just before is still
  // true. REQUIRES: is_blocked(reason).
  // `renewal`, if given, is asked at the deadline and may begin the wait anew, at the back of the queue.
  // A signal that comes shortly before the wait ends it, too (interrupt).
  WakeReason wait(WaitQueue& queue, Nanoseconds deadline, ThreadState reason, LabelId object = no_label,
                  WaitRenewal* renewal = nullptr, OnSignal on_signal = OnSignal::GoOn);
  WakeReason wait(FutexQueue& queue, Nanoseconds deadline, ThreadState reason, LabelId object = no_label,
                  OnSignal on_signal = OnSignal::GoOn);
  // Wakes up to `count` threads in the order in which they began to wait; says how many. In thread context
  // the caller pays for each, after they have become ready. Also legal in an event handler.
  int wake(WaitQueue& queue, int count = 1);
  int wake(FutexQueue& queue, int count = 1) { return queue.empty() ? 0 : wake(*queue.queue_, count); }

  // clock_nanosleep(2): blocks until `deadline`, or now if that is past, plus the timer slack, or until a signal comes.
  // So sleep_for(0) takes some 50 us.
  WakeReason sleep_until(Nanoseconds deadline, ThreadState reason = ThreadState::Sleeping,
                         LabelId object = no_label);
  WakeReason sleep_for(Nanoseconds duration) { return sleep_until(saturating_add(clock_, duration)); }
  // Blocks until exactly `time`, when a device is done: an interrupt has no slack.
  void block_until(Nanoseconds time, ThreadState reason, LabelId object) {
    block(nullptr, time, reason, object);
  }
  // sched_yield(2).
  void yield();

  // Signals: sim/signals.h. In thread context or in an event handler, except for await_signal. They take no time of the
  // sender's.

  // kill(2): to a thread of the process that lets it in, or it stays pending. REQUIRES: 1 <= signal <= most_signals.
  void send_signal(Process& process, int signal);
  // The same to all processes of a group; false: there are none. 0 only looks.
  bool send_signal_to_group(std::uint32_t group, int signal);
  // tgkill(2): to this thread.
  void send_signal(Thread& thread, int signal);
  // What the layer above is now to do something about, in the thread that asks: the process's signals caught since then.
  SignalSet take_caught_signals(Thread& thread);
  // sigprocmask(2); delivers what was pending.
  void set_signal_mask(Thread& thread, SignalSet blocked);
  SignalSet pending_signals(const Thread& thread) const;
  // sigtimedwait(2): waits for one of `signals` and takes it; 0 at the deadline, when another signal comes or at the
  // end of the run.
  int await_signal(SignalSet signals, Nanoseconds deadline, LabelId object);
  // setitimer(2): SIGALRM after `delay`, and then in intervals unless that is 0. A delay of 0: no more.
  void set_alarm(Process& process, Nanoseconds delay, Nanoseconds interval);
  // Whether SIGINT was sent because the keyboard's flag was set. For whoever waits for the host.
  bool look_at_keyboard();
  // Ends the wait that `thread` is in, if a signal may; else its next such wait does not begin.
  void interrupt(Thread& thread);

  // Events of one's own

  // The handler runs in the event loop, on whatever fiber that happens to be: it may wake, schedule and note,
  // not wait. REQUIRES: the event is not pending; time >= now().
  // Does nothing when the run is ending.
  void schedule(Event& event, Nanoseconds time);
  void cancel(Event& event) { events_.cancel(event); }

  // Recording

  // Appends a happening of now, unless the run is ending.
  void note(HappeningKind kind, const Thread* thread, LabelId object = no_label, std::int64_t value = 0,
            PlaceId place = no_place, std::uint8_t detail = 0, std::uint8_t core = no_core) {
    if (ending_) return;
    record_.append({clock_, value, thread ? thread->tid() : 0, object, place, kind, core, detail});
  }
  PlaceId place_of(const Thread& thread);
  PlaceId resolve_place(std::uint64_t token) const {
    return own_->place_source ? own_->place_source->resolve(token) : no_place;
  }

  // Where every live thread is; for a deadlock or limit this is in the RunResult.
  Diagnosis diagnose();

 private:
  friend class Thread;
  friend struct ProcessSignals;
  struct CoreEvents {
    explicit CoreEvents(Core& core);
    Event switched;  // the incoming thread starts to run
    Event check;     // the policy wants to look
  };
  // What every host process has a copy of its own of, at the same address.
  struct Own {
    PlaceSource* place_source = nullptr;
    const volatile std::sig_atomic_t* interrupt_flag = nullptr;
    volatile std::sig_atomic_t* keyboard_flag = nullptr;
    std::function<void(Nanoseconds)> heartbeat;
    FiberStackPool stacks;
    Fiber host;  // the stack that run() was called on
    Process* process = nullptr;
  };
  // What a host process is to do when it gets the turn, before anything else.
  struct Request {
    void (*function)(void*) = nullptr;
    void* argument = nullptr;
    Process* asker = nullptr;
  };

  // computer.cc: the end of the run and the event loop.
  void end(RunOutcome outcome);
  void note_deadlock();
  void unwind_threads();
  void clear_threads();
  void beat_now_and_then();
  void run_events();
  bool end_if_due(Nanoseconds next);
  void reach_horizon(Nanoseconds duration);
  void update_horizon();
  void jump_to(Thread& next);
  void go_to_fiber(Thread* self, Thread& next);
  void arrived();

  // computer_processes.cc
  void pass_turn(Process& process, Thread* self);
  void wait_for_turn();
  void ask(Process& process, void (*function)(void*), void* argument);
  void look_at_host();
  Thread& copy_active_thread(Process& process, bool with_stack);
  void begin_process(Process& process, Thread::Body fresh);
  void end_process(Process& process);
  void end_thread(Thread& thread);
  void mourn(Process& process);
  void leave_ended_process();
  void end_in_first_process(RunOutcome outcome);
  ThreadSituation situation_of(const Thread& thread);
  PlaceId place_of_holder(const Semaphore& semaphore);
  std::uint32_t tid_of(std::uint32_t identity, const Process& process) const;

  // computer_threads.cc: the life of threads, waiting and waking.
  static void run_body(void* thread);
  void finish(Thread& thread);
  void note_purposes(Thread& thread);  // what its CPU time was for
  WakeReason block(WaitQueue* queue, Nanoseconds timer_time, ThreadState reason, LabelId object,
                   OnSignal on_signal = OnSignal::GoOn);
  Nanoseconds timer_end(Nanoseconds deadline);
  Nanoseconds up_to(Nanoseconds most) {  // a duration by chance
    return static_cast<Nanoseconds>(chance_.below(static_cast<std::uint64_t>(most) + 1));
  }
  void time_out(Thread& thread);
  void unblock(Thread& thread, WakeReason reason);
  void change_state(Thread& thread, ThreadState state, LabelId object = no_label, PlaceId place = no_place,
                    std::uint32_t waker = 0);

  // computer_signals.cc
  Thread* receiver_of(const Process& process, int signal) const;
  void deliver(Thread& thread, int signal);
  void ring_alarm(Process& process);

  // computer_cores.cc: who runs where.
  Core& core_of(const Thread& thread) { return cores_[static_cast<std::size_t>(thread.core_)]; }
  void make_ready(Thread& thread, ReadyReason reason);
  void switch_from_idle(Core& core, Thread& next);
  void start_switch(Core& core, Thread& next, Nanoseconds latency);
  void complete_switch(Core& core);
  void leave_core(Thread& thread, bool stays_ready = false);
  void dispatch_next(Core& core);
  void take_core_from(Thread& thread, ReadyReason reason);
  void arm_check(Core& core);
  void check(Core& core);
  void account(Thread& thread);

  // What advance() and the interpreter look at, together.
  Nanoseconds clock_ = 0;
  Nanoseconds horizon_ = 0;    // when the next event is due
  Nanoseconds burst_end_ = 0;  // when the next one is that concerns the active thread
  Thread* active_ = nullptr;
  bool ending_ = false;
  bool in_handler_ = false;  // an event's handler runs, not a thread's code

  Record& record_;
  Machine machine_;
  std::unique_ptr<SchedulingPolicy> policy_;
  Chance chance_;
  Nanoseconds time_limit_ = never;

  EventQueue events_;
  SharedVector<Core> cores_;
  SharedDeque<CoreEvents> core_events_;  // by core; a deque, because events do not move
  Thread* next_ = nullptr;               // set by a handler: the thread whose code goes on now

  SharedVector<std::unique_ptr<Process>> processes_;
  Request request_;
  Usage usage_;
  const std::unique_ptr<NamedObjects> named_objects_;
  volatile bool interrupted_ = false, keyboard_pressed_ = false;  // as the first process saw it while it waited
  SharedVector<std::unique_ptr<Thread>> threads_;  // live ones, each at its slot
  SharedDeque<WaitQueue> futex_queues_;
  SharedVector<WaitQueue*> spare_futex_queues_;
  Thread* finished_ = nullptr;                     // has ended, its stack is not given back yet
  std::size_t live_threads_ = 0;
  std::uint32_t next_tid_ = 1;
  RunResult result_;
  const std::unique_ptr<Own> own_ = std::make_unique<Own>();
};

template <class Function>
auto Computer::run_in(const Process& process, Function function) {
  using Result = decltype(function());
  if (process.pid == current_pid || processes_.empty()) return function();
  if constexpr (std::is_void_v<Result>) {
    run_in(process, [function = std::move(function)]() mutable { return function(), true; });
  } else {
    struct Call : SharedObject {
      explicit Call(Function its_function) : function(std::move(its_function)) {}
      Function function;
      Result result{};
    };
    const auto call = std::make_unique<Call>(std::move(function));
    auto perform = [](void* argument) {
      auto& asked = *static_cast<Call*>(argument);
      asked.result = asked.function();
    };
    ask(const_cast<Process&>(process), perform, call.get());
    return std::move(call->result);
  }
}

}  // namespace gilsim::sim
