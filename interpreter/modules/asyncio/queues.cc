// The ready queue and the heap of timers.
#include <algorithm>

#include "interpreter/modules/asyncio/handle.h"

namespace gilsim::python::asyncio {

// --- ReadyQueue ------------------------------------------------------------------------------------------------------

namespace {

constexpr int64_t kLeastCapacity = 16;

void drop(const Ready& ready) {
  decref(ready.what);
  decref(ready.argument);
  decref(ready.context);
}

}  // namespace

void ReadyQueue::begin() {
  ring_ = nullptr;
  capacity_ = head_ = size_ = 0;
}

void ReadyQueue::grow() {
  const int64_t capacity = std::max(capacity_ * 2, kLeastCapacity);
  auto* ring = static_cast<Ready*>(heap.allocate(static_cast<size_t>(capacity) * sizeof(Ready)));
  for (int64_t i = 0; i < size_; ++i) ring[i] = (*this)[i];
  if (ring_) heap.free(ring_, static_cast<size_t>(capacity_) * sizeof(Ready));
  ring_ = ring;
  capacity_ = capacity;
  head_ = 0;
}

void ReadyQueue::clear() {
  while (size_ > 0) drop(pop());
}

void ReadyQueue::free() {
  if (ring_) heap.free(ring_, static_cast<size_t>(capacity_) * sizeof(Ready));
}

// --- TimerHeap -------------------------------------------------------------------------------------------------------

void TimerHeap::begin() {
  timers_ = nullptr;
  capacity_ = size_ = 0;
}

void TimerHeap::push(TimerHandle* timer) {
  if (size_ == capacity_) {
    const int64_t capacity = std::max(capacity_ * 2, kLeastCapacity);
    const size_t size = static_cast<size_t>(capacity) * sizeof(TimerHandle*);
    timers_ = static_cast<TimerHandle**>(timers_ ? heap.reallocate(timers_, size / 2, size) : heap.allocate(size));
    capacity_ = capacity;
  }
  timers_[size_] = timer;
  sift_down(0, size_++);
}

// The last timer takes the first one's place, goes down along the smaller children to a leaf, and up to where it belongs.
TimerHandle* TimerHeap::pop() {
  TimerHandle* last = timers_[--size_];
  if (size_ == 0) return last;
  TimerHandle* first = std::exchange(timers_[0], last);
  sift_up(0);
  return first;
}

void TimerHeap::sift_down(int64_t start, int64_t position) {
  TimerHandle* timer = timers_[position];
  while (position > start) {
    const int64_t parent = (position - 1) / 2;
    if (!(timer->when < timers_[parent]->when)) break;
    timers_[position] = timers_[parent];
    position = parent;
  }
  timers_[position] = timer;
}

void TimerHeap::sift_up(int64_t position) {
  const int64_t start = position;
  TimerHandle* timer = timers_[position];
  for (int64_t child = 2 * position + 1; child < size_; child = 2 * position + 1) {
    if (child + 1 < size_ && !(timers_[child]->when < timers_[child + 1]->when)) ++child;
    timers_[position] = timers_[child];
    position = child;
  }
  timers_[position] = timer;
  sift_down(start, position);
}

void TimerHeap::remove_cancelled() {
  int64_t kept = 0;
  for (int64_t i = 0; i < size_; ++i) {
    TimerHandle* timer = timers_[i];
    timer->scheduled = !timer->cancelled;
    if (timer->scheduled) timers_[kept++] = timer;
    else decref(timer);
  }
  size_ = kept;
  for (int64_t i = size_ / 2; i-- > 0;) sift_up(i);
}

void TimerHeap::clear() {
  while (size_ > 0) decref(timers_[--size_]);
}

void TimerHeap::free() {
  if (timers_) heap.free(timers_, static_cast<size_t>(capacity_) * sizeof(TimerHandle*));
}

}  // namespace gilsim::python::asyncio
