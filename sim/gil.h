// A global interpreter lock: the seam between an interpreter and the algorithm by which its threads take
// turns. In shared memory, since threads wait for it. Only the algorithm is modelled here; where an interpreter looks at drop_requested() is the
// interpreter's own business.
#pragma once

#include <cstdint>

#include "sim/computer.h"

namespace gilsim::sim {

// All methods are thread context; `thread` is the active one.
class GlobalInterpreterLock : public SharedObject {
 public:
  virtual ~GlobalInterpreterLock() = default;

  // Waits until this thread holds the lock. False only when the run is ending: it does then not hold it.
  virtual bool take(Thread& thread) = 0;
  // Voluntary: before something that may block, or at the end of the thread. REQUIRES: thread is the holder,
  // unless the run is ending.
  virtual void drop(Thread& thread) = 0;
  // At a switch point with drop_requested(): drops and takes again. As take().
  virtual bool yield(Thread& thread) = 0;

  // Has another thread asked for the lock? Changes only while time passes: in advance() and waits.
  bool drop_requested() const { return drop_requested_; }
  // The thread that holds it, or nullptr.
  const Thread* holder() const { return holder_; }

  Nanoseconds switch_interval() const { return switch_interval_; }
  // Kept in whole microseconds; nobody waits for less than one.
  void set_switch_interval(Nanoseconds interval);

 protected:
  bool drop_requested_ = false;
  const Thread* holder_ = nullptr;
  Nanoseconds switch_interval_ = 5 * millisecond;
};

}  // namespace gilsim::sim
