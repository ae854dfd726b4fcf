// The computer's processes: how they begin, end and are waited for, and how host processes pass each other the turn.
#include <algorithm>
#include <cassert>
#include <cerrno>
#include <csignal>
#include <unistd.h>

#include "sim/computer.h"
#include "sim/files/file_table.h"

namespace gilsim::sim {

// Turns

// The thread whose turn it is belongs to another process: comes back when one of this process's has its turn, which
// `active_` then names, or the run is ending. `self`: whose fiber this is.
void Computer::pass_turn(Process& process, Thread* self) {
  process.host.resume();
  if (own_->process->ended && !is_first_process()) _exit(0);
  wait_for_turn();
  if (ending_) active_ = self;
}

void Computer::wait_for_turn() {
  auto look = [](void* computer) { static_cast<Computer*>(computer)->look_at_host(); };
  for (;;) {
    own_->process->host.wait_for_turn(look, this);
    const Request request = std::exchange(request_, {});
    if (request.function == nullptr) return;
    request.function(request.argument);
    request.asker->host.resume();
  }
}

// The answer is the turn with no request.
void Computer::ask(Process& process, void (*function)(void*), void* argument) {
  request_ = {function, argument, own_->process};
  process.host.resume();
  wait_for_turn();
}

// The first process, now and then while others have the turn: the host speaks to it alone.
void Computer::look_at_host() {
  HostProcess::look_for_crashes();
  if (own_->heartbeat) own_->heartbeat(clock_);
  if (own_->interrupt_flag != nullptr && *own_->interrupt_flag != 0) interrupted_ = true;
  if (own_->keyboard_flag != nullptr && std::exchange(*own_->keyboard_flag, 0) != 0) keyboard_pressed_ = true;
}

// All but the first process just vanish.
void Computer::end_in_first_process(RunOutcome outcome) {
  run_in_first_process([this, outcome] { end(outcome); });
  processes_.front()->host.resume();
  _exit(0);
}

PlaceId Computer::place_of(const Thread& thread) {
  if (thread.process_ != own_->process && own_->process != nullptr)
    return run_in(*thread.process_, [this, &thread] { return place_of(thread); });
  return own_->place_source ? own_->place_source->place_of(thread) : no_place;
}

// Life

std::int64_t Computer::fork(LabelId name, Thread::Body fresh, Nanoseconds cost) {
  assert(shared_memory::contains(this) && shared_memory::contains(&record_));
  const bool is_fresh = fresh != nullptr;
  const Purpose before = active_->begin(Purpose::StartUp);
  advance(cost);
  active_->begin(before);
  if (ending_) return -EINTR;
  const auto is_alive = [](const auto& process) { return !process->ended; };
  if (std::ranges::count_if(processes_, is_alive) >= machine_.most_processes) return -EAGAIN;
  shared_memory::share();
  auto made = std::make_unique<Process>(next_tid_, name);
  const int host_id = HostProcess::fork(made->host);
  if (host_id < 0) return host_id;
  if (host_id == 0) return begin_process(*made.release(), std::move(fresh)), 0;
  Process& process = *processes_.emplace_back(std::move(made));
  const Process& parent = *active_->process_;
  process.parent = parent.pid;
  if (!is_fresh) process.copy_of = parent.pid;
  process.run_ahead = parent.run_ahead;
  process.group = parent.group;
  process.signals.actions = parent.signals.actions;
  if (is_fresh) std::ranges::replace(process.signals.actions, SignalAction::Catch, SignalAction::Default);  // execve(2)
  if (parent.files) process.files = std::make_unique<FileTable>(*parent.files);
  note(HappeningKind::ProcessCreated, nullptr, name, process.pid);
  Thread& thread = copy_active_thread(process, !is_fresh);
  // A smaller process has smaller page tables and fewer pages.
  const Nanoseconds copying = machine_.process_copied_pages * machine_.page_copy_ns;
  if (!is_fresh) thread.owed_ = copying * cost / machine_.process_fork_ns;
  note(HappeningKind::ThreadCreated, &thread, thread.name_, std::int64_t{process.pid} << 32 | active_->tid_, place_of(*active_));
  make_ready(thread, ReadyReason::Started);
  return process.pid;
}

// The first thing in a new host process: waits until its thread is the active one.
void Computer::begin_process(Process& process, Thread::Body fresh) {
  own_->process = &process;
  current_pid = process.pid;
  own_->interrupt_flag = nullptr;
  own_->keyboard_flag = nullptr;
  own_->heartbeat = nullptr;
  wait_for_turn();
  if (fresh == nullptr) return;
  active_->body_ = new Thread::Body(std::move(fresh));
  active_->fiber_.prepare(own_->stacks.take(main_thread_stack_bytes), run_body, active_);
  Fiber abandoned;
  abandoned.leave_for(active_->fiber_);
}

Thread& Computer::copy_active_thread(Process& process, bool with_stack) {
  Thread& thread = *threads_.emplace_back(std::make_unique<Thread>(*this, next_tid_++));
  thread.slot_ = threads_.size() - 1;
  thread.process_ = &process;
  thread.name_ = active_->name_;
  thread.purpose_ = active_->purpose_;
  thread.owner_ = with_stack ? active_->owner_ : nullptr;
  thread.signal_mask_ = active_->signal_mask_;
  if (with_stack) {
    thread.identity_ = active_->identity_;
    thread.fiber_.take_over(active_->fiber_);
  }
  ++live_threads_;
  ++process.live_threads;
  return thread;
}

// A page that nobody shares any more still has its fault, but is not copied: 0.85 us instead of 1.9, by timing both.
void Computer::copy_pages(int count) {
  const Process& self = *active_->process_;
  bool shared = false, was_shared = false;
  for (const auto& other : processes_) {
    const bool related = other->copy_of == self.pid || other->pid == self.copy_of;
    was_shared = was_shared || related;
    shared = shared || (related && !other->ended);
  }
  if (was_shared) advance(shared ? count * machine_.page_copy_ns : count * machine_.page_copy_ns * 9 / 20);
}

void Computer::exit_process(int status, int signal) {
  if (ending_) return;
  Process& process = *active_->process_;
  process.exit_status = status & 0xff;
  process.signals.killed_by = signal;
  if (live_threads_ > process.live_threads) advance(machine_.process_exit_ns);
  if (ending_) return;
  end_process(process);
  leave_ended_process();
}

// What was called by a thread of the process comes to leave_ended_process() then.
void Computer::end_process(Process& process) {
  if (process.ended) return;
  if (live_threads_ == process.live_threads) return end(RunOutcome::Finished);
  for (const auto& thread : threads_) {
    if (thread->process_ == &process && thread->state_ != ThreadState::Done) end_thread(*thread);
  }
  mourn(process);
}

// Wherever it is: on a core or on the way to one (which then arrives with nothing), waiting for one, or blocked.
void Computer::end_thread(Thread& thread) {
  events_.cancel(thread.timer_);
  events_.cancel(thread.continues_);
  if (thread.wait_queue_ != nullptr) thread.wait_queue_->remove(thread);
  const bool arrives = thread.core_ >= 0 && core_of(thread).incoming == &thread;
  const bool runs = thread.state_ == ThreadState::Running;
  if (runs) leave_core(thread);
  if (thread.state_ == ThreadState::Ready && !arrives) policy_->withdraw(thread);
  thread.file_in_use.reset();
  note_purposes(thread);
  note(HappeningKind::ThreadEnded, &thread, no_label, thread.cpu_time_);
  --live_threads_;
  --thread.process_->live_threads;
  change_state(thread, ThreadState::Done);
  if (runs) dispatch_next(core_of(thread));
}

// The last thread of a process has ended: what it held is given back, and its parent is told. It takes no time of anybody's.
void Computer::mourn(Process& process) {
  if (ending_) return;
  const bool in_handler = std::exchange(in_handler_, true);
  process.ended = true;
  usage_.memory_bytes -= process.memory_bytes;
  events_.cancel(process.signals.alarm);
  note(HappeningKind::ProcessEnded, nullptr, process.name, process.pid);
  if (process.files) process.files->close_all();
  for (const auto& other : processes_) {
    if (other->parent == process.pid) other->parent = init_pid;
  }
  Process* parent = find_process(process.parent);
  if (parent != nullptr && !parent->ended) {
    send_signal(*parent, SIGCHLD);
    wake(parent->child_ended, machine_.most_threads);
  } else {
    process.waited_for = true;
  }
  if (&process != own_->process && process.pid != processes_.front()->pid) process.host.dismiss();
  in_handler_ = in_handler;
}

// To be called in thread context where the active thread's process may have ended.
void Computer::leave_ended_process() {
  if (active_ != nullptr && !in_handler_ && !ending_ && active_->state_ == ThreadState::Done) run_events();
}

// Waiting

Process* Computer::find_process(std::uint32_t pid) {
  for (const auto& process : processes_) {
    if (process->pid == pid && !process->waited_for) return process.get();
  }
  return nullptr;
}

Computer::Waited Computer::wait_for_child(std::int64_t pid, bool blocks) {
  advance(machine_.system_call_ns + machine_.wait_ns);
  while (!ending_) {
    Process& self = *active_->process_;
    bool has_children = false;
    for (const auto& child : processes_) {
      if (child->parent != self.pid || child->waited_for || (pid != -1 && child->pid != pid)) continue;
      has_children = true;
      if (!child->ended) continue;
      child->waited_for = true;
      return {child->pid, child->wait_status()};
    }
    if (!has_children) return {-ECHILD, 0};
    if (!blocks) return {};
    const Process* child = pid == -1 ? nullptr : find_process(static_cast<std::uint32_t>(pid));
    const LabelId label = child != nullptr ? child->name : record_.label("a child");
    active_->set_awaited_child(child != nullptr ? child->pid : 0, clock_);
    const WakeReason reason = wait(self.child_ended, never, ThreadState::Joining, label, nullptr, OnSignal::Return);
    active_->set_awaited_child(0, 0);
    if (reason != WakeReason::Woken) break;
  }
  return {-EINTR, 0};
}

}  // namespace gilsim::sim
