// The pending events of the simulation, ordered by (time, priority, order of scheduling): a 4-ary heap of
// small keys. An event is a member of whatever it belongs to (a thread's timer, a core's switch) and knows
// its place in the heap, so scheduling allocates nothing and cancelling is a removal, never a forgotten entry
// that comes up later.
#pragma once

#include <algorithm>
#include <cstdint>

#include "sim/shared_memory.h"
#include "sim/time.h"

namespace gilsim::sim {

class Computer;

// What goes first among events of one instant. A thread whose timer ends exactly at a tick is seen by that
// tick; a thread's own program goes on only when the hardware and the system have done their part.
enum class EventPriority : std::uint8_t { Timer, CoreSwitch, SchedulingCheck, ThreadContinues };

// Invariant: an event is destroyed or moved only while it is not pending.
class Event {
 public:
  using Handler = void (*)(Computer&, void* subject);

  Event(EventPriority priority, Handler handler, void* subject)
      : handler_(handler), subject_(subject), priority_(priority) {}
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;

  bool pending() const { return index_ != not_pending; }
  EventPriority priority() const { return priority_; }
  void* subject() const { return subject_; }
  void fire(Computer& computer) const { handler_(computer, subject_); }

 private:
  friend class EventQueue;
  static constexpr std::uint32_t not_pending = ~0u;

  Handler handler_;
  void* subject_;
  std::uint32_t index_ = not_pending;
  EventPriority priority_;
};

class EventQueue {
 public:
  // REQUIRES: the event is not pending.
  void schedule(Event& event, Nanoseconds time);
  // Does nothing when the event is not pending.
  void cancel(Event& event);
  bool empty() const { return heap_.empty(); }
  std::size_t size() const { return heap_.size(); }
  Nanoseconds next_time() const { return heap_.empty() ? never : heap_.front().time; }
  // The time of the first event that `counts`. Cheap where few do not.
  template <class Counts>
  Nanoseconds next_time(const Counts& counts, std::size_t from = 0) const {
    if (from >= heap_.size()) return never;
    if (counts(*heap_[from].event)) return heap_[from].time;
    Nanoseconds first = never;
    for (std::size_t child = from * 4 + 1; child <= from * 4 + 4; ++child) first = std::min(first, next_time(counts, child));
    return first;
  }
  // Removes the first event. REQUIRES: !empty().
  Event& pop();
  void clear();

 private:
  struct Entry {
    Nanoseconds time;
    std::uint64_t order;  // priority in the top byte, then the number of scheduling
    Event* event;
  };
  static bool before(const Entry& a, const Entry& b) {
    return a.time != b.time ? a.time < b.time : a.order < b.order;
  }
  void place(std::size_t index, const Entry& entry);
  void sift_up(std::size_t index, const Entry& entry);
  void sift_down(std::size_t index, const Entry& entry);
  void remove_at(std::size_t index);

  SharedVector<Entry> heap_;
  std::uint64_t scheduled_ = 0;
};

}  // namespace gilsim::sim
