// The computer's cores: which thread runs where, and what it costs to get it there.
#include <cassert>
#include <utility>

#include "sim/computer.h"

namespace gilsim::sim {

// A thread begins, was woken or timed out: it goes to a core that is idle, or queues.
void Computer::make_ready(Thread& thread, ReadyReason reason) {
  const bool woken = reason == ReadyReason::Woken && !in_handler_ && active_ != nullptr && active_ != &thread;
  change_state(thread, ThreadState::Ready, no_label, no_place, woken ? active_->tid_ : 0);
  Core& core = cores_[static_cast<std::size_t>(policy_->choose_core(thread, cores_))];
  if (core.idle()) return switch_from_idle(core, thread);
  if (core.running != nullptr) account(*core.running);
  policy_->enqueue(thread, core.id, reason, clock_);
  if (core.running == nullptr) return;  // switching: looked at when that is complete
  core.must_switch = policy_->wake_preempts(core, thread, clock_);
  arm_check(core);
}

// Leaving the idle state takes the core's time, but nobody else's, so it is the thread's wait rather than
// work.
void Computer::switch_from_idle(Core& core, Thread& next) {
  const bool shallow = core.idle_since > 0 && clock_ - core.idle_since < machine_.shallow_idle_window_ns;
  Nanoseconds latency = shallow ? machine_.shallow_wake_up_latency_ns : machine_.wake_up_latency_ns;
  start_switch(core, next, latency + up_to(machine_.wake_up_jitter_ns));
}

void Computer::start_switch(Core& core, Thread& next, Nanoseconds latency) {
  core.incoming = &next;
  next.core_ = core.id;
  schedule(core_events_[static_cast<std::size_t>(core.id)].switched, clock_ + latency);
}

void Computer::complete_switch(Core& core) {
  Thread& thread = *std::exchange(core.incoming, nullptr);
  if (thread.state_ == ThreadState::Done) return dispatch_next(core);  // its process ended meanwhile
  core.running = &thread;
  core.running_since = thread.running_since_ = clock_;
  thread.continues_at_ = clock_ + std::exchange(thread.owed_, 0);
  change_state(thread, ThreadState::Running);
  policy_->started(thread, core.id, clock_);
  arm_check(core);
  if (thread.continues_at_ == clock_) {
    next_ = &thread;
  } else if (&thread != active_) {  // the active thread's own turn is seen by the event loop
    schedule(thread.continues_, thread.continues_at_);
  }
}

// REQUIRES: dispatch_next() follows.
void Computer::leave_core(Thread& thread, bool stays_ready) {
  account(thread);
  Core& core = core_of(thread);
  policy_->stopped(thread, core.id, stays_ready);
  core.running = nullptr;
  core.must_switch = false;
  events_.cancel(core_events_[static_cast<std::size_t>(core.id)].check);
}

void Computer::dispatch_next(Core& core) {
  Thread* next = policy_->pick_next(core.id, clock_);
  if (next == nullptr) {
    core.idle_since = clock_;
    return;
  }
  const bool migrates = next->core_ >= 0 && next->core_ != core.id;
  const Nanoseconds cost = machine_.context_switch_ns + (migrates ? machine_.migration_ns : 0);
  note(HappeningKind::CoreSwitched, next, no_label, cost, no_place, 0, static_cast<std::uint8_t>(core.id));
  start_switch(core, *next, cost);
}

// Pre-emption: the thread queues for its core again and pays what it still owes when it has it back.
void Computer::take_core_from(Thread& thread, ReadyReason reason) {
  thread.owed_ = thread.continues_at_ - clock_;
  events_.cancel(thread.continues_);
  Core& core = core_of(thread);
  if (reason == ReadyReason::Preempted) {
    note(HappeningKind::Preempted, &thread, no_label, 0, place_of(thread), 0,
         static_cast<std::uint8_t>(core.id));
  }
  leave_core(thread, true);
  change_state(thread, ThreadState::Ready);
  policy_->enqueue(thread, core.id, reason, clock_);
  dispatch_next(core);
}

// The policy looks at a core only while somebody waits for it: a thread that runs alone causes no events.
// When the running thread must go, that is an event of now, because its own code may be what is executing.
void Computer::arm_check(Core& core) {
  Event& event = core_events_[static_cast<std::size_t>(core.id)].check;
  if (core.must_switch) {
    events_.cancel(event);
    return schedule(event, clock_);
  }
  if (event.pending() || policy_->waiting(core.id) == 0) return;
  const Nanoseconds time = policy_->next_check(core, clock_);
  assert(time > clock_);
  if (time != never) schedule(event, time);
}

void Computer::check(Core& core) {
  if (policy_->waiting(core.id) == 0) return;  // another core took over the work
  account(*core.running);
  const bool preempts = core.must_switch || policy_->should_preempt(core, clock_);
  core.must_switch = false;
  if (preempts) {
    take_core_from(*core.running, ReadyReason::Preempted);
  } else {
    arm_check(core);
  }
}

// Brings the CPU time of a running thread up to date.
void Computer::account(Thread& thread) {
  const Nanoseconds used = clock_ - thread.running_since_;
  thread.cpu_time_ += used;
  thread.running_since_ = clock_;
  policy_->ran(thread, used);
}

}  // namespace gilsim::sim
