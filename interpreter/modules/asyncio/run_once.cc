// A turn of an event loop, in the order of CPython 3.11's BaseEventLoop._run_once.
#include <limits>

#include "interpreter/modules/asyncio/future.h"
#include "interpreter/modules/asyncio/gather.h"
#include "interpreter/modules/asyncio/handle.h"
#include "interpreter/modules/asyncio/task.h"
#include "interpreter/modules/contextvars/context.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/prefetch.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/blocking.h"

namespace gilsim::python::asyncio {

namespace {

// The Python code of _run_once, of the selector and of Handle._run, in CPython 3.11.
constexpr int64_t kTurnNs = 3'700, kHandleNs = 500, kTimerNs = 700;
constexpr double kClockResolution = 1e-9;
constexpr int64_t kManyTimers = 100;  // then those that were cancelled are weeded out as soon as they are the majority

void forget_cancelled_timers(EventLoop* loop) {
  TimerHeap& timers = loop->timers;
  if (timers.size() > kManyTimers && 2 * loop->cancelled_timers > timers.size()) {
    timers.remove_cancelled();
    loop->cancelled_timers = 0;
    return;
  }
  while (timers.size() > 0 && timers.first()->cancelled) {
    --loop->cancelled_timers;
    Ref timer = Ref::take(timers.pop());
    timer.as<TimerHandle>()->scheduled = false;
  }
}

// How long there is nothing to do.
double idle_seconds(Vm& vm, const EventLoop* loop) {
  if (loop->ready.size() > 0 || loop->stopping) return 0;
  if (loop->timers.size() == 0) return std::numeric_limits<double>::infinity();
  const double left = loop->timers.first()->when - loop_time(vm);
  return left < 0 ? 0 : left;
}

void make_due_timers_ready(Vm& vm, EventLoop* loop) {
  if (loop->timers.size() == 0) return;
  const double end = loop_time(vm) + kClockResolution;
  while (loop->timers.size() > 0 && loop->timers.first()->when < end) {
    vm.charge(kTimerNs);
    TimerHandle* timer = loop->timers.pop();
    timer->scheduled = false;
    loop->ready.push({Value::of(timer), kNull, kNull});
  }
}

bool call_in_context(Vm& vm, const Ready& ready) {
  auto* context = ready.context.as<Context>();
  if (context->entered) return refuse_entered(vm, context);
  EnteredContext entered(interpreter(vm).current(), context);
  return static_cast<bool>(call(vm, ready.what, {ready.argument}));
}

// False: something is pending that is to end the loop.
bool run(Vm& vm, EventLoop* loop, const Ready& ready) {
  bool done;
  if (!is_task(ready.what)) {
    vm.charge(kHandleNs);
    if (is_handle(ready.what)) return run_handle(vm, ready.what.as<Handle>());
    if (is_gathering(ready.what)) done = child_done(vm, ready.what.as<Gathering>(), ready.argument);
    else done = call_in_context(vm, ready);
  } else if (ready.argument.is_null() || is_exception(ready.argument)) {
    done = step(vm, ready.what.as<Task>(), ready.argument);
  } else {
    done = wake_up(vm, ready.what.as<Task>(), ready.argument);
  }
  return done || report_callback_error(vm, Value::of(loop), ready);
}

// In debug mode what holds up the loop is named.
bool run_watched(Vm& vm, EventLoop* loop, const Ready& ready) {
  Ref handle = handle_for(vm, Value::of(loop), ready);
  const double before = loop_time(vm);
  if (!handle || !run(vm, loop, ready)) return false;
  Ref report = library_attribute(vm, "asyncio.base_events", "_report_slow_callback");
  return report && call(vm, report, {Value::of(loop), handle, make_float(loop_time(vm) - before)});
}

// What runs next but a few: in a long queue it comes from far away, and a task's coroutine from farther.
void prefetch_ahead(const ReadyQueue& ready) {
  constexpr int kTaskLines = 3, kCoroutineLines = 4;
  if (ready.size() <= kPrefetchDistance) return;
  prefetch<kTaskLines>(ready[kPrefetchDistance].what);
  prefetch<kTaskLines>(ready[kPrefetchDistance].argument);
  const Value sooner = ready[kPrefetchDistance / 2].what;
  if (is_task(sooner)) prefetch<kCoroutineLines>(sooner.as<Task>()->coroutine);
}

bool run_ready(Vm& vm, EventLoop* loop) {
  for (int64_t left = loop->ready.size(); left > 0 && loop->ready.size() > 0; --left) {
    prefetch_ahead(loop->ready);
    const Ready ready = loop->ready.pop();
    Ref what = Ref::take(ready.what), argument = Ref::take(ready.argument), context = Ref::take(ready.context);
    const bool cancelled = !is_task(ready.what) && is_handle(ready.what) && ready.what.as<Handle>()->cancelled;
    if (!cancelled && !(loop->debug ? run_watched(vm, loop, ready) : run(vm, loop, ready))) return false;
    if (vm.thread->budget < 0 && !vm.goes_on(vm)) return false;
  }
  return true;
}

}  // namespace

bool run_once(Vm& vm, EventLoop* loop) {
  vm.charge(kTurnNs);
  forget_cancelled_timers(loop);
  const double seconds = idle_seconds(vm, loop);
  if (!wait_for_events(vm, loop, seconds)) return false;
  make_due_timers_ready(vm, loop);
  return run_ready(vm, loop);
}

}  // namespace gilsim::python::asyncio
