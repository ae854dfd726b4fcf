// The computer's end of a run and its event loop. Threads are in computer_threads.cc, cores in
// computer_cores.cc.
#include "sim/computer.h"

#include <algorithm>
#include <cassert>

#include "sim/named_objects.h"

namespace gilsim::sim {
namespace {

// The longest burst that a thread computes without looking up.
constexpr Nanoseconds longest_burst = millisecond;

}  // namespace

Computer::CoreEvents::CoreEvents(Core& core)
    : switched(
          EventPriority::CoreSwitch,
          [](Computer& computer, void* subject) { computer.complete_switch(*static_cast<Core*>(subject)); },
          &core),
      check(
          EventPriority::SchedulingCheck,
          [](Computer& computer, void* subject) { computer.check(*static_cast<Core*>(subject)); }, &core) {}

Computer::Computer(ComputerOptions options, Record& record)
    : record_(record),
      machine_(std::move(options.machine)),
      policy_(options.policy ? std::move(options.policy) : make_policy(scheduling_policies().front().name)),
      chance_(options.seed),
      named_objects_(std::make_unique<NamedObjects>(*this)) {
  assert(machine_.cores >= 1 && machine_.cores < no_core);
  cores_.resize(static_cast<std::size_t>(machine_.cores));
  for (Core& core : cores_) {
    core.id = static_cast<int>(&core - cores_.data());
    core_events_.emplace_back(core);
  }
  policy_->attach(machine_);
}

Computer::~Computer() {
  assert(active_ == nullptr);
  events_.clear();
  clear_threads();
}

// The end of a run

RunResult Computer::run() {
  if (live_threads_ == 0) end(RunOutcome::Finished);
  run_events();
  assert(ending_ && active_ == nullptr);
  for (const auto& process : processes_) process->host.dismiss();
  HostProcess::wait_for_others();
  unwind_threads();
  return std::move(result_);
}

void Computer::stop(RunOutcome outcome) {
  end(outcome);
}

void Computer::end(RunOutcome outcome) {
  if (ending_) return;
  if (!is_first_process()) return end_in_first_process(outcome);
  result_.outcome = outcome;
  result_.ended_at = clock_;
  if (outcome != RunOutcome::Finished) result_.diagnosis = diagnose();
  if (outcome == RunOutcome::Deadlock) note_deadlock();
  for (const auto& thread : threads_) {
    if (thread && thread->state() != ThreadState::Done) note_purposes(*thread);
  }
  note(HappeningKind::RunEnded, nullptr, no_label, 0, no_place, static_cast<std::uint8_t>(outcome));
  ending_ = true;
  horizon_ = burst_end_ = -1;
  events_.clear();
}

void Computer::note_deadlock() {
  for (const ThreadSituation& thread : result_.diagnosis.threads) {
    record_.append(
        {clock_, thread.holder_tid, thread.tid, thread.object, thread.wanted_at, HappeningKind::Deadlocked});
    if (thread.waits_for_lock) {
      record_.append({clock_, thread.holder_tid, thread.tid, thread.object, thread.taken_at,
                      HappeningKind::DeadlockedLock});
    }
  }
}

// Resumes every thread that has begun, by tid, so that it returns from its body; see "the end of a run" in
// computer.h. A body may still create threads, which then never begin.
void Computer::unwind_threads() {
  std::vector<Thread*> begun;
  for (const auto& thread : threads_) {
    if (thread->fiber_.prepared() && thread->process_->pid == current_pid) begun.push_back(thread.get());
  }
  std::ranges::sort(begun, {}, &Thread::tid);
  for (Thread* thread : begun) {
    active_ = thread;
    own_->host.switch_to(thread->fiber_);
    active_ = nullptr;
    arrived();
  }
  clear_threads();
}

void Computer::clear_threads() {
  for (const auto& thread : threads_) {  // of those that never began
    if (thread->process_->pid == current_pid) delete std::exchange(thread->body_, nullptr);
  }
  threads_.clear();
}

// The event loop

// For runs in which nobody computes: reach_horizon() sees to the others. No part of what is simulated.
void Computer::beat_now_and_then() {
  constexpr unsigned events_between_beats = 4096;
  static unsigned events = 0;
  if (own_->heartbeat && ++events % events_between_beats == 0) own_->heartbeat(clock_);
}

// Runs events until the active thread may go on, which is: it runs on a core and has paid what it owes, or
// the run is ending and it has to unwind. Other threads' turns come by jumps to their fibers, which run this
// loop in theirs.
void Computer::run_events() {
  while (!ending_) {
    look_at_keyboard();
    const bool runs = active_ != nullptr && active_->state_ == ThreadState::Running;
    const Nanoseconds due = runs ? active_->continues_at_ : never;
    const Nanoseconds next_event = events_.next_time();
    if (end_if_due(std::min(due, next_event))) break;
    if (due < next_event) {
      clock_ = due;
      return update_horizon();
    }
    beat_now_and_then();
    clock_ = next_event;
    in_handler_ = true;
    events_.pop().fire(*this);
    in_handler_ = false;
    if (next_ != nullptr) return jump_to(*std::exchange(next_, nullptr));
  }
}

// Ends the run if a limit is reached before the next thing, at `next`, or there is no such thing.
bool Computer::end_if_due(Nanoseconds next) {
  if (interrupted_ || (own_->interrupt_flag != nullptr && *own_->interrupt_flag != 0)) {
    end(RunOutcome::Interrupted);
  } else if (next == never) {
    end(live_threads_ == 0 ? RunOutcome::Finished : RunOutcome::Deadlock);
  } else if (next >= time_limit_) {
    clock_ = std::max(clock_, time_limit_);  // it may have been set too late
    end(RunOutcome::TimeLimit);
  }
  return ending_;
}

// The active thread is to pay more than it may before something happens: lets others run until it is paid.
void Computer::reach_horizon(Nanoseconds duration) {
  if (ending_) return;
  assert(active_ != nullptr && !in_handler_ && duration >= 0);
  if (own_->heartbeat) own_->heartbeat(clock_);
  active_->continues_at_ = saturating_add(clock_, duration);
  run_events();
}

void Computer::update_horizon() {
  const Nanoseconds latest = std::min(time_limit_, saturating_add(clock_, longest_burst));
  horizon_ = burst_end_ = std::min(events_.next_time(), latest);
  if (processes_.size() < 2) return;
  const Process* own = active_->process_;
  const auto concerns = [own](const Event& event) {
    return event.priority() != EventPriority::ThreadContinues || static_cast<Thread*>(event.subject())->process_ == own;
  };
  burst_end_ = std::min({events_.next_time(concerns), latest, saturating_add(clock_, own->run_ahead)});
}

// Goes on in `next`. Returns at once if that is the active thread; otherwise when somebody jumps back.
void Computer::jump_to(Thread& next) {
  Thread* self = std::exchange(active_, &next);
  if (self != &next && self != nullptr && self->state_ == ThreadState::Running) {
    schedule(self->continues_, self->continues_at_);
  }
  update_horizon();
  if (next.process_ != own_->process) pass_turn(*next.process_, self);
  if (active_ != self) go_to_fiber(self, *active_);
}

void Computer::go_to_fiber(Thread* self, Thread& next) {
  Fiber& left = self ? self->fiber_ : own_->host;
  if (!next.fiber_.prepared()) next.fiber_.prepare(own_->stacks.take(next.stack_bytes_), run_body, &next);
  if (self != nullptr && self->state_ == ThreadState::Done) {
    finished_ = self;
    left.leave_for(next.fiber_);
  }
  left.switch_to(next.fiber_);
  arrived();
}

// The first thing after a switch: frees the thread that was left, if it has ended.
void Computer::arrived() {
  Thread* thread = std::exchange(finished_, nullptr);
  if (thread == nullptr) return;
  own_->stacks.give_back(thread->fiber_.stack());
  threads_.back()->slot_ = thread->slot_;
  std::swap(threads_[thread->slot_], threads_.back());
  threads_.pop_back();
}

void Computer::schedule(Event& event, Nanoseconds time) {
  if (ending_) return;
  events_.schedule(event, time);
  horizon_ = std::min(horizon_, time);
  burst_end_ = std::min(burst_end_, time);
}

}  // namespace gilsim::sim
