#include "sim/lock.h"

#include <fmt/format.h>

namespace gilsim::sim {

WakeReason Lock::acquire(Thread& thread, Nanoseconds deadline, PlaceToken place, ThreadState reason,
                         OnSignal on_signal) {
  Computer& computer = thread.computer();
  if (computer.ending()) return WakeReason::Cancelled;
  if (try_acquire(thread, place)) return WakeReason::Woken;
  ensure_label(computer.record());
  const Nanoseconds began = computer.now();
  computer.note(HappeningKind::LockContended, &thread, label_, holder_, computer.place_of(thread));
  thread.set_wanted_lock(this, began);
  WakeReason result = WakeReason::Woken;
  while (result == WakeReason::Woken && !try_acquire(thread, place)) {
    result = computer.wait(waiters_, deadline, reason, label_, on_signal);
  }
  thread.set_wanted_lock(nullptr, 0);
  const bool taken = result == WakeReason::Woken;
  computer.note(taken ? HappeningKind::LockAcquired : HappeningKind::LockGivenUp, &thread, label_,
                computer.now() - began, computer.place_of(thread));
  return result;
}

// Numbered by the order in which locks are first fought over, which is the same in every run.
void Lock::ensure_label(Record& record) {
  if (label_ == no_label) label_ = record.new_label(fmt::format("lock-{}", record.next_object_number()));
}

}  // namespace gilsim::sim
