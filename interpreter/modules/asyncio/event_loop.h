// What runs an asyncio program: the queue of what is ready, the heap of timers, and the wait for either.
//
// Base of the Python class asyncio.BaseEventLoop. A turn is CPython 3.11's BaseEventLoop._run_once: wait until something
// is ready or the next timer is due, move due timers to the ready queue, run exactly what was in the queue then.
// A thread that waits is BLOCKED(events); another thread's call_soon_threadsafe wakes it as CPython's self-pipe does.
#pragma once

#include "interpreter/objects/members.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/runtime/interpreter.h"
#include "sim/files/poll.h"
#include "sim/futex_queue.h"

namespace gilsim::python::asyncio {

struct Task;
struct TimerHandle;

// Something to run. All owned. `what` is one of:
//   a Handle; the rest is null
//   a Task: its next step; `argument` null, an exception to throw in, or the future that woke it
//   a future's callback, to be called with `argument` (the future) in `context`
struct Ready {
  Value what, argument, context;
};

// A ring that grows, first in, first out.
class ReadyQueue {
 public:
  void push(Ready ready) {  // takes over the references
    if (size_ == capacity_) grow();
    ring_[(head_ + size_++) & (capacity_ - 1)] = ready;
  }
  Ready pop() {  // the caller owns what it held. REQUIRES: not empty
    const Ready first = ring_[head_];
    head_ = (head_ + 1) & (capacity_ - 1);
    --size_;
    return first;
  }
  int64_t size() const { return size_; }
  const Ready& operator[](int64_t index) const { return ring_[(head_ + index) & (capacity_ - 1)]; }
  void begin();  // of memory just allocated
  void clear();
  void free();   // REQUIRES: empty

 private:
  void grow();

  Ready* ring_;
  int64_t capacity_, head_, size_;
};

// Timers by time, in the order of CPython's heapq: it decides between equal times.
class TimerHeap {
 public:
  void push(TimerHandle* timer);  // takes over the reference
  TimerHandle* pop();             // gives it to the caller. REQUIRES: not empty
  TimerHandle* first() const { return timers_[0]; }
  TimerHandle* operator[](int64_t index) const { return timers_[index]; }
  int64_t size() const { return size_; }
  void remove_cancelled();
  void begin();
  void clear();
  void free();

 private:
  void sift_down(int64_t start, int64_t position);
  void sift_up(int64_t position);

  TimerHandle** timers_;
  int64_t capacity_, size_;
};

struct EventLoop : Object {  // kHasAttributes
  ReadyQueue ready;
  TimerHeap timers;
  int64_t cancelled_timers;  // that are still in the heap
  Value current_task;        // owned, or null
  Value task_factory;        // owned; None: none
  Value spare_context;       // owned: a Context without values that nobody sees, for a task's step; or null
  Task* first_task;          // those that are not done, oldest first; borrowed
  Task* last_task;
  sim::FutexQueue waiting;   // the thread that runs the loop, while it waits
  int64_t wake_ups;          // octets in the self-pipe
  Value watched;             // owned: dict of descriptors that are watched to (handle of the reader or None, of the writer)
  int descriptors[3];        // of the epoll and of the self-pipe's ends; -1: none
  uint64_t thread_ident;     // of the thread that runs it; 0: none
  bool stopping, closed, debug;
};

extern Type event_loop_type;
void define_event_loop_type(Module* module);

bool is_event_loop(Value value);
inline EventLoop* event_loop(Value value) { return is_event_loop(value) ? value.as<EventLoop>() : nullptr; }

// Whether a new task of the loop is what make_task() gives: it is open, and neither a factory nor a class of the program's
// has a say.
bool makes_plain_tasks(const EventLoop* loop);

// loop.call_soon, for any loop; false: an exception is pending. `what` as in Ready; references are shared.
bool call_soon(Vm& vm, Value loop, Value what, Value argument, Value context);
double loop_time(Vm& vm);  // of any loop: time.monotonic(). Negative: the run is over

// The turn, in run_once.cc.
bool run_once(Vm& vm, EventLoop* loop);
// Waits with the GIL released for another thread's wake-up, at most so many seconds (infinity: for ever). False: the run
// is over. In waiting.cc, as the other end.
bool wait_for_events(Vm& vm, EventLoop* loop, double seconds);
bool wake_loop(Vm& vm, EventLoop* loop);
// The descriptors that a loop has; watching one: `reader` and `writer` are handles or None. In watching.cc.
Ref open_selector(Vm& vm, const Arguments& arguments);
Ref close_selector(Vm& vm, const Arguments& arguments);
Ref watch(Vm& vm, const Arguments& arguments);
std::shared_ptr<sim::Epoll> epoll_of(Interpreter& vm, const EventLoop* loop);  // null: nothing is watched
// Puts the handles of what is ready into the queue, as CPython's _process_events.
bool add_ready_handles(Vm& vm, EventLoop* loop, const std::vector<sim::EpollEvent>& events);

// The loop that runs in the current thread; borrowed, or null.
inline Value running_loop(Vm& vm) { return interpreter(vm).current().running_loop; }
Ref require_running_loop(Vm& vm);  // RuntimeError("no running event loop")

}  // namespace gilsim::python::asyncio
