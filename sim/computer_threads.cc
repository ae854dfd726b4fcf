// The computer's threads: their life, waiting and waking.
#include <algorithm>
#include <cassert>
#include <utility>

#include "sim/computer.h"
#include "sim/lock.h"
#include "sim/semaphore.h"

namespace gilsim::sim {

// Life

Process& Computer::create_process(LabelId name) {
  assert(processes_.empty());  // the others are made by fork()
  constexpr std::uint32_t pid = first_pid;
  processes_.push_back(std::make_unique<Process>(pid, name));
  own_->process = processes_.front().get();
  current_pid = pid;
  note(HappeningKind::ProcessCreated, nullptr, name, pid);
  return *processes_.back();
}

Thread& Computer::create_thread(const ThreadOptions& options, Thread::Body body) {
  assert(options.process != nullptr);
  if (active_ != nullptr) advance(machine_.thread_create_ns);
  Thread& thread = *threads_.emplace_back(std::make_unique<Thread>(*this, next_tid_++));
  thread.slot_ = threads_.size() - 1;
  thread.process_ = options.process;
  thread.name_ = options.name;
  thread.owner_ = options.owner;
  thread.stack_bytes_ = options.stack_bytes;
  thread.body_ = new Thread::Body(std::move(body));
  if (active_ != nullptr) thread.signal_mask_ = active_->signal_mask_;
  if (ending_) return thread;
  ++live_threads_;
  ++options.process->live_threads;
  const std::int64_t creator = active_ ? active_->tid_ : 0;
  note(HappeningKind::ThreadCreated, &thread, options.name,
       std::int64_t{options.process->pid} << 32 | creator, active_ ? place_of(*active_) : no_place);
  make_ready(thread, ReadyReason::Started);
  return thread;
}

// What a thread's fiber runs, from its first turn to its end.
void Computer::run_body(void* argument) {
  Thread& thread = *static_cast<Thread*>(argument);
  Computer& computer = *thread.computer_;
  computer.arrived();
  const Thread::Body* body = thread.body_;
  (*body)(thread);
  delete body;
  computer.finish(*computer.active_);  // another than before, if it has forked and this is the new process
}

void Computer::finish(Thread& thread) {
  advance(machine_.thread_exit_ns);
  if (!ending_) {
    leave_core(thread);
    note_purposes(thread);
    note(HappeningKind::ThreadEnded, &thread, no_label, thread.cpu_time_);
    --live_threads_;
    --thread.process_->live_threads;
    change_state(thread, ThreadState::Done);
    dispatch_next(core_of(thread));
    if (live_threads_ == 0) end(RunOutcome::Finished);
    if (thread.process_->live_threads == 0) mourn(*thread.process_);
  }
  thread.state_ = ThreadState::Done;
  thread.body_ = nullptr;
  run_events();
  assert(ending_);  // else the loop does not come back to a thread that is done
  finished_ = std::exchange(active_, nullptr);
  finished_->fiber_.leave_for(own_->host);
}

void Computer::note_purposes(Thread& thread) {
  thread.begin(Purpose::Program);
  for (Purpose purpose : {Purpose::StartUp, Purpose::Pickling}) {
    const Nanoseconds spent = thread.spent_on(purpose);
    if (spent > 0)
      note(HappeningKind::CpuSpent, &thread, no_label, spent, no_place, static_cast<std::uint8_t>(purpose));
  }
}

// States

void Computer::change_state(Thread& thread, ThreadState state, LabelId object, PlaceId place,
                            std::uint32_t waker) {
  thread.state_ = state;
  thread.waits_for_ = object;
  const auto core = thread.core_ < 0 ? no_core : static_cast<std::uint8_t>(thread.core_);
  note(HappeningKind::StateChanged, &thread, object, waker, place, static_cast<std::uint8_t>(state), core);
}

WakeReason Computer::wait(WaitQueue& queue, Nanoseconds deadline, ThreadState reason, LabelId object,
                          WaitRenewal* renewal, OnSignal on_signal) {
  if (deadline <= clock_ && !ending_) {
    advance(machine_.system_call_ns);
    return ending_ ? WakeReason::Cancelled : WakeReason::TimedOut;
  }
  if (!ending_) active_->wait_renewal_ = renewal;
  return block(&queue, timer_end(deadline), reason, object, on_signal);
}

// The last waiter that leaves takes the kernel's part away.
WakeReason Computer::wait(FutexQueue& futex, Nanoseconds deadline, ThreadState reason, LabelId object,
                          OnSignal on_signal) {
  if (!futex.exists()) {
    if (spare_futex_queues_.empty()) spare_futex_queues_.push_back(&futex_queues_.emplace_back());
    futex.queue_ = spare_futex_queues_.back();
    futex.process_ = current_pid;
    spare_futex_queues_.pop_back();
  }
  const WakeReason result = wait(*futex.queue_, deadline, reason, object, nullptr, on_signal);
  if (futex.exists() && futex.queue_->empty()) spare_futex_queues_.push_back(std::exchange(futex.queue_, nullptr));
  return result;
}

WakeReason Computer::sleep_until(Nanoseconds deadline, ThreadState reason, LabelId object) {
  return block(nullptr, timer_end(std::max(deadline, clock_)), reason, object, OnSignal::Return);
}

// When a timer for `deadline` goes off.
Nanoseconds Computer::timer_end(Nanoseconds deadline) {
  if (deadline == never) return never;
  return saturating_add(deadline, machine_.timer_slack_ns - up_to(machine_.timer_early_ns));
}

// The active thread gives up its core until it is woken or `timer_time` has come.
WakeReason Computer::block(WaitQueue* queue, Nanoseconds timer_time, ThreadState reason, LabelId object,
                           OnSignal on_signal) {
  assert(is_blocked(reason) && !in_handler_);
  if (ending_) return WakeReason::Cancelled;
  Thread& thread = *active_;
  if (on_signal == OnSignal::Return && std::exchange(thread.interrupted_, false)) {
    if (queue != nullptr) thread.wait_renewal_ = nullptr;
    return WakeReason::Interrupted;
  }
  thread.on_signal_ = on_signal;
  if (queue != nullptr) queue->push_back(thread);
  if (timer_time != never) schedule(thread.timer_, timer_time);
  leave_core(thread);
  change_state(thread, reason, object, place_of(thread));
  dispatch_next(core_of(thread));
  run_events();
  if (thread.wait_queue_ != nullptr) thread.wait_queue_->remove(thread);  // only when the run has ended
  return ending_ ? WakeReason::Cancelled : thread.wake_reason_;
}

void Computer::time_out(Thread& thread) {
  const auto renewed = thread.wait_renewal_ ? thread.wait_renewal_->renew(thread, clock_) : std::nullopt;
  if (!renewed) return unblock(thread, WakeReason::TimedOut);
  WaitQueue& queue = *thread.wait_queue_;
  queue.remove(thread);
  queue.push_back(thread);
  schedule(thread.timer_, timer_end(*renewed));
}

void Computer::unblock(Thread& thread, WakeReason reason) {
  thread.wait_renewal_ = nullptr;
  if (thread.wait_queue_ != nullptr) thread.wait_queue_->remove(thread);
  events_.cancel(thread.timer_);
  thread.wake_reason_ = reason;
  make_ready(thread, ReadyReason::Woken);
}

int Computer::wake(WaitQueue& queue, int count) {
  if (ending_) return 0;
  int woken = 0;
  for (; woken < count && !queue.empty(); ++woken) unblock(*queue.first(), WakeReason::Woken);
  if (woken > 0 && !in_handler_ && active_ != nullptr) advance(woken * machine_.futex_wake_ns);
  return woken;
}

void Computer::yield() {
  if (ending_) return;
  advance(machine_.system_call_ns);
  if (ending_ || policy_->waiting(active_->core_) == 0) return;
  active_->continues_at_ = clock_;
  take_core_from(*active_, ReadyReason::Yielded);
  run_events();
}

// Diagnosis

// What only the process of the thread can follow: its locks, its frames.
ThreadSituation Computer::situation_of(const Thread& thread) {
  ThreadSituation situation{thread.tid_, thread.name_, thread.process_->pid, thread.state_, thread.waits_for_, place_of(thread)};
  // The lock behind a condition is the waiter's own; nobody holds it against others.
  const Lock* lock = thread.state_ == ThreadState::WaitingForCondition ? nullptr : thread.wanted_lock_;
  if (lock) {
    situation.holder_tid = tid_of(lock->holder(), *thread.process_);
    situation.left_behind = lock->locked() && situation.holder_tid == 0;
    situation.taken_at = lock->locked() ? resolve_place(lock->taken_at()) : no_place;
  } else if (thread.wanted_semaphore_) {
    situation.holder_tid = thread.wanted_semaphore_->holder();
  } else {
    situation.holder_tid = thread.awaited_child_;  // as if its first thread held a lock while it lives
  }
  if (lock || thread.wanted_semaphore_ || thread.awaited_child_) {
    situation.waits_for_lock = true;
    situation.waits_since = thread.wanted_since_;
    situation.gives_up = thread.timer_.pending();
  }
  if (own_->place_source && thread.state_ == ThreadState::WaitingForEvents)
    situation.tasks = own_->place_source->tasks_of(thread);
  return situation;
}

// The thread that the locks in a process's memory know by `identity`: one that has ended, too, but none of its parent's.
std::uint32_t Computer::tid_of(std::uint32_t identity, const Process& process) const {
  if (identity > process.pid) return identity;
  for (const auto& thread : threads_) {
    if (thread->process_ == &process && thread->identity_ == identity) return thread->tid_;
  }
  return process.pid == processes_.front()->pid ? identity : 0;
}

PlaceId Computer::place_of_holder(const Semaphore& semaphore) {
  for (const auto& thread : threads_) {
    if (thread->tid_ != semaphore.holder() || semaphore.taken_at() == 0) continue;
    return run_in(*thread->process_, [this, place = semaphore.taken_at()] { return resolve_place(place); });
  }
  return no_place;
}

Diagnosis Computer::diagnose() {
  Diagnosis diagnosis;
  for (const auto& thread : threads_) {
    if (thread->state_ == ThreadState::Done) continue;
    const Thread& asked = *thread;
    diagnosis.threads.push_back(run_in(*asked.process_, [this, &asked] { return situation_of(asked); }));
    if (asked.wanted_semaphore_) diagnosis.threads.back().taken_at = place_of_holder(*asked.wanted_semaphore_);
  }
  std::ranges::sort(diagnosis.threads, {}, &ThreadSituation::tid);
  find_cycles(diagnosis);
  return diagnosis;
}

}  // namespace gilsim::sim
