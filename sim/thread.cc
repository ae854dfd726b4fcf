#include "sim/thread.h"

#include <utility>

#include "sim/computer.h"

namespace gilsim::sim {

Thread::Thread(Computer& computer, std::uint32_t tid)
    : computer_(&computer),
      tid_(tid),
      identity_(tid),
      timer_(
          EventPriority::Timer,
          [](Computer& target, void* thread) { target.time_out(*static_cast<Thread*>(thread)); }, this),
      continues_(
          EventPriority::ThreadContinues,
          [](Computer& target, void* thread) { target.next_ = static_cast<Thread*>(thread); }, this) {}

void Thread::rename(LabelId name) {
  name_ = name;
  computer_->note(HappeningKind::ThreadRenamed, this, name);
}

Nanoseconds Thread::cpu_time() const {
  return cpu_time_ + (state_ == ThreadState::Running ? computer_->now() - running_since_ : 0);
}

Purpose Thread::begin(Purpose purpose, Nanoseconds ahead) {
  const Nanoseconds used = cpu_time() + ahead;
  spent_[static_cast<int>(purpose_)] += used - purpose_since_;
  purpose_since_ = used;
  return std::exchange(purpose_, purpose);
}

}  // namespace gilsim::sim
