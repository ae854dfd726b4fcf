#include "sim/gils/timed_request_gil.h"

#include <algorithm>
#include <cassert>

namespace gilsim::sim {

bool TimedRequestGil::take(Thread& thread) {
  if (computer_.ending()) return false;
  assert(holder_ != &thread);
  if (holder_ != nullptr && !wait_until_free(thread)) return false;
  computer_.note(HappeningKind::GilTaken, &thread, label_, last_holder_, computer_.place_of(thread));
  holder_ = &thread;
  drop_requested_ = false;  // whoever had set it
  if (last_holder_ != thread.tid()) {
    last_holder_ = thread.tid();
    ++switch_number_;
  }
  if (!switch_cond_.empty()) computer_.wake(switch_cond_, 1);
  return !computer_.ending();
}

// Every wait is for a whole interval anew, and only one that timed out without any switch asks for the lock.
// A thread that timed out looks at the lock when it has a core again, which may be much later.
bool TimedRequestGil::wait_until_free(Thread& thread) {
  computer_.note(HappeningKind::GilRequested, &thread, label_, holder_->tid(), computer_.place_of(thread));
  while (holder_ != nullptr) {
    thread.renewal_note = switch_number_;
    const Nanoseconds deadline = saturating_add(computer_.now(), std::max(switch_interval_, microsecond));
    const WakeReason result = computer_.wait(cond_, deadline, ThreadState::WaitingForGil, label_, this);
    if (result == WakeReason::Cancelled) return false;
    const bool asks = result == WakeReason::TimedOut && holder_ != nullptr && switch_number_ == thread.renewal_note;
    if (!asks || drop_requested_) continue;
    drop_requested_ = true;
    computer_.note(HappeningKind::GilDropRequested, &thread, label_, holder_->tid());
  }
  return true;
}

std::optional<Nanoseconds> TimedRequestGil::renew(Thread& thread, Nanoseconds now) {
  const bool asks = switch_number_ == thread.renewal_note && !drop_requested_;
  if (holder_ == nullptr || asks) return std::nullopt;
  thread.renewal_note = switch_number_;
  return saturating_add(now, std::max(switch_interval_, microsecond));
}

bool TimedRequestGil::yield(Thread& thread) {
  release(thread, GilDropCause::Forced);
  return take(thread);
}

void TimedRequestGil::release(Thread& thread, GilDropCause cause) {
  if (computer_.ending()) return;
  assert(holder_ == &thread);
  computer_.note(HappeningKind::GilDropped, &thread, label_, 0, computer_.place_of(thread),
                 static_cast<std::uint8_t>(cause));
  last_holder_ = thread.tid();
  holder_ = nullptr;
  if (!cond_.empty()) computer_.wake(cond_, 1);
  // The forced switch. Another thread may have taken the lock by now: that was the switch.
  if (!drop_requested_ || last_holder_ != thread.tid()) return;
  drop_requested_ = false;
  computer_.wait(switch_cond_, never, ThreadState::WaitingForGil, label_);
}

}  // namespace gilsim::sim
