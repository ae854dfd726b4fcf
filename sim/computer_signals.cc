// The computer's signals: whom they reach and what they do.
#include <algorithm>
#include <bit>
#include <cassert>
#include <csignal>
#include <utility>

#include "sim/computer.h"

namespace gilsim::sim {
namespace {

// Stopping a process and letting it go on is not modelled: these do nothing.
constexpr SignalSet ignored_by_default = signal_bit(SIGCHLD) | signal_bit(SIGURG) | signal_bit(SIGWINCH) | signal_bit(SIGCONT) |
                                         signal_bit(SIGSTOP) | signal_bit(SIGTSTP) | signal_bit(SIGTTIN) | signal_bit(SIGTTOU);
constexpr SignalSet never_blocked = signal_bit(SIGKILL) | signal_bit(SIGSTOP);

}  // namespace

ProcessSignals::ProcessSignals(void* process)
    : alarm(
          EventPriority::Timer,
          [](Computer& computer, void* subject) { computer.ring_alarm(*static_cast<Process*>(subject)); }, process) {}

// Linux prefers the main thread, and so do programs.
Thread* Computer::receiver_of(const Process& process, int signal) const {
  Thread* receiver = nullptr;
  for (const auto& thread : threads_) {
    const SignalSet refused = thread->signal_mask_ & ~thread->awaited_signals_;
    if (thread->process_ != &process || thread->state_ == ThreadState::Done || (refused & signal_bit(signal))) continue;
    if (receiver == nullptr || thread->tid_ < receiver->tid_) receiver = thread.get();
  }
  return receiver;
}

void Computer::send_signal(Process& process, int signal) {
  if (ending_) return;
  if (Thread* receiver = receiver_of(process, signal)) {
    deliver(*receiver, signal);
    return leave_ended_process();
  }
  process.signals.pending |= signal_bit(signal);
}

bool Computer::send_signal_to_group(std::uint32_t group, int signal) {
  bool found = false;
  Process* own = nullptr;  // comes last: it may not come back
  for (std::size_t i = 0; i < processes_.size(); ++i) {
    Process& process = *processes_[i];
    if (process.group != group || process.ended) continue;
    found = true;
    if (active_ != nullptr && active_->process_ == &process) {
      own = &process;
    } else if (signal != 0) {
      send_signal(process, signal);
    }
  }
  if (own != nullptr && signal != 0) send_signal(*own, signal);
  return found;
}

void Computer::send_signal(Thread& thread, int signal) {
  if (ending_) return;
  const bool refused = thread.signal_mask_ & ~thread.awaited_signals_ & signal_bit(signal);
  if (!refused) {
    deliver(thread, signal);
    return leave_ended_process();
  }
  thread.pending_signals_ |= signal_bit(signal);
}

void Computer::deliver(Thread& thread, int signal) {
  if (thread.awaited_signals_ & signal_bit(signal)) {
    thread.awaited_signals_ = 0;
    thread.received_signal_ = signal;
    return interrupt(thread);
  }
  Process& process = *thread.process_;
  switch (process.signals.actions[static_cast<std::size_t>(signal)]) {
    case SignalAction::Ignore: return;
    case SignalAction::Default:
      if (signal_bit(signal) & ignored_by_default) return;
      process.signals.killed_by = signal;
      return end_process(process);
    case SignalAction::Catch:
      process.signals.caught |= signal_bit(signal);
      return interrupt(thread);
  }
}

void Computer::interrupt(Thread& thread) {
  if (is_blocked(thread.state_) && thread.on_signal_ == OnSignal::Return) return unblock(thread, WakeReason::Interrupted);
  thread.interrupted_ = true;
}

SignalSet Computer::take_caught_signals(Thread& thread) {
  thread.interrupted_ = false;
  return std::exchange(thread.process_->signals.caught, 0);
}

void Computer::set_signal_mask(Thread& thread, SignalSet blocked) {
  thread.signal_mask_ = blocked & ~never_blocked;
  for (SignalSet* pending : {&thread.pending_signals_, &thread.process_->signals.pending}) {
    while (const SignalSet let_in = *pending & ~thread.signal_mask_) {
      const int signal = std::countr_zero(let_in) + 1;
      *pending &= ~signal_bit(signal);
      deliver(thread, signal);
    }
  }
  leave_ended_process();
}

SignalSet Computer::pending_signals(const Thread& thread) const {
  return thread.pending_signals_ | thread.process_->signals.pending;
}

int Computer::await_signal(SignalSet signals, Nanoseconds deadline, LabelId object) {
  Thread& thread = *active_;
  for (SignalSet* pending : {&thread.pending_signals_, &thread.process_->signals.pending}) {
    if (const SignalSet there = *pending & signals) {
      const int signal = std::countr_zero(there) + 1;
      *pending &= ~signal_bit(signal);
      return signal;
    }
  }
  thread.awaited_signals_ = signals;
  thread.received_signal_ = 0;
  FutexQueue nobody;  // whom only a signal can wake
  wait(nobody, deadline, ThreadState::Sleeping, object, OnSignal::Return);
  thread.awaited_signals_ = 0;
  thread.interrupted_ = false;
  return std::exchange(thread.received_signal_, 0);
}

// A hardware interrupt: it has no slack.
void Computer::set_alarm(Process& process, Nanoseconds delay, Nanoseconds interval) {
  ProcessSignals& signals = process.signals;
  events_.cancel(signals.alarm);
  signals.alarm_at = delay == 0 ? never : saturating_add(clock_, delay);
  signals.alarm_interval = interval;
  if (signals.alarm_at != never) schedule(signals.alarm, signals.alarm_at);
}

void Computer::ring_alarm(Process& process) {
  set_alarm(process, process.signals.alarm_interval, process.signals.alarm_interval);
  send_signal(process, SIGALRM);
}

// Ctrl-C at the host's keyboard is one at the simulated terminal.
bool Computer::look_at_keyboard() {
  const bool pressed = own_->keyboard_flag != nullptr && *own_->keyboard_flag != 0;
  if (!pressed && !keyboard_pressed_) [[likely]] return false;
  if (pressed) *own_->keyboard_flag = 0;
  keyboard_pressed_ = false;
  send_signal_to_group(processes_.front()->group, SIGINT);
  return true;
}

}  // namespace gilsim::sim
