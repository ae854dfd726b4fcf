#include "sim/event_queue.h"

#include <algorithm>
#include <cassert>

namespace gilsim::sim {

void EventQueue::schedule(Event& event, Nanoseconds time) {
  assert(!event.pending());
  const std::uint64_t order = std::uint64_t{static_cast<std::uint8_t>(event.priority_)} << 56 | scheduled_++;
  heap_.emplace_back();
  sift_up(heap_.size() - 1, {time, order, &event});
}

void EventQueue::cancel(Event& event) {
  if (event.pending()) remove_at(event.index_);
}

Event& EventQueue::pop() {
  assert(!heap_.empty());
  Event& first = *heap_.front().event;
  remove_at(0);
  return first;
}

void EventQueue::clear() {
  for (Entry& entry : heap_) entry.event->index_ = Event::not_pending;
  heap_.clear();
}

void EventQueue::place(std::size_t index, const Entry& entry) {
  heap_[index] = entry;
  entry.event->index_ = static_cast<std::uint32_t>(index);
}

void EventQueue::sift_up(std::size_t index, const Entry& entry) {
  while (index > 0) {
    const std::size_t parent = (index - 1) / 4;
    if (!before(entry, heap_[parent])) break;
    place(index, heap_[parent]);
    index = parent;
  }
  place(index, entry);
}

void EventQueue::sift_down(std::size_t index, const Entry& entry) {
  for (;;) {
    const std::size_t first_child = index * 4 + 1;
    if (first_child >= heap_.size()) break;
    std::size_t least = first_child;
    for (std::size_t child = first_child + 1; child < std::min(first_child + 4, heap_.size()); ++child) {
      if (before(heap_[child], heap_[least])) least = child;
    }
    if (!before(heap_[least], entry)) break;
    place(index, heap_[least]);
    index = least;
  }
  place(index, entry);
}

// The last entry fills the gap: it may belong above it or below.
void EventQueue::remove_at(std::size_t index) {
  heap_[index].event->index_ = Event::not_pending;
  const Entry last = heap_.back();
  heap_.pop_back();
  if (index == heap_.size()) return;
  if (index > 0 && before(last, heap_[(index - 1) / 4])) {
    sift_up(index, last);
  } else {
    sift_down(index, last);
  }
}

}  // namespace gilsim::sim
