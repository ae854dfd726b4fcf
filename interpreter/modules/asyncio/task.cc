#include "interpreter/modules/asyncio/task.h"

#include <optional>

#include "interpreter/modules/asyncio/sleep.h"
#include "interpreter/modules/asyncio/task_parts.h"
#include "interpreter/modules/contextvars/context.h"
#include "interpreter/modules/value_path.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/generator.h"
#include "interpreter/runtime/thread_hooks.h"

namespace gilsim::python::asyncio {

namespace {

// What a step takes besides the coroutine's own instructions, in CPython 3.11: the handle's run in its context, entering
// and leaving the task, looking at what was yielded.
constexpr int64_t kStepNs = 450;

void unlist(EventLoop* loop, Task* task) {
  if (!std::exchange(task->listed, false) || !loop) return;
  (task->previous ? task->previous->next : loop->first_task) = task->next;
  (task->next ? task->next->previous : loop->last_task) = task->previous;
}

void enlist(EventLoop* loop, Task* task) {
  if (!loop) return;
  task->listed = true;
  task->next = nullptr;
  task->previous = loop->last_task;
  (loop->last_task ? loop->last_task->next : loop->first_task) = task;
  loop->last_task = task;
}

bool schedule_step(Vm& vm, Task* task, Value exception) {
  return call_soon(vm, task->loop, Value::of(task), exception, kNull);
}

template <class... Parts>
bool schedule_error(Vm& vm, Task* task, fmt::format_string<const Parts&...> text, const Parts&... parts) {
  Ref error = make_exception(vm, exceptions::RuntimeError, {make_str(fmt::format(text, parts...))});
  return error && schedule_step(vm, task, error);
}

// The task's context while it makes a step. Values that no Context holds yet are lent to the loop's spare one; if somebody
// has got hold of that meanwhile, it becomes the task's own.
class StepContext {
 public:
  StepContext(Vm& vm, EventLoop* loop, Task* task) : loop_(loop), task_(task) {
    PythonThread& thread = interpreter(vm).current();
    if (is_context(task->context)) {
      if (thread.context == task->context) return;  // a handle has entered it
      auto* own = task->context.as<Context>();
      if (own->entered) valid_ = refuse_entered(vm, own);
      else entered_.emplace(thread, own);
      return;
    }
    lent_ = loop && !loop->spare_context.is_null() ? Ref::take(std::exchange(loop->spare_context, kNull)) : make_context(kNull);
    lent_.as<Context>()->values = std::exchange(task->context, kNull);
    entered_.emplace(thread, lent_.as<Context>());
  }
  ~StepContext() {
    entered_.reset();
    if (!lent_) return;
    if (lent_.get().object()->refcount > 1) {
      task_->context = lent_.release();
      return;
    }
    task_->context = std::exchange(lent_.as<Context>()->values, kNull);
    if (loop_ && loop_->spare_context.is_null()) loop_->spare_context = lent_.release();
  }
  StepContext(const StepContext&) = delete;
  StepContext& operator=(const StepContext&) = delete;
  explicit operator bool() const { return valid_; }

 private:
  EventLoop* loop_;
  Task* task_;
  Ref lent_;
  std::optional<EnteredContext> entered_;
  bool valid_ = true;
};

// --- a step ----------------------------------------------------------------------------------------------------------

// The end of a send or throw that Python code would see as StopIteration.
ResumeResult read_stop(Vm& vm, Ref yielded, Ref* result) {
  if (yielded) return *result = std::move(yielded), ResumeResult::Yielded;
  if (!pending_matches(vm, exceptions::StopIteration)) return ResumeResult::Raised;
  *result = Ref(stop_iteration_value(take_pending_exception(vm)));
  return ResumeResult::Returned;
}

ResumeResult resume_coroutine(Vm& vm, Value coroutine, Value exception, Ref* result) {
  if (is_sleep(coroutine)) {
    Ref yielded = exception.is_null() ? advance_sleep(vm, coroutine.as<Sleep>()) : throw_into_sleep(vm, coroutine.as<Sleep>(), exception);
    if (yielded || is_pending(vm)) return read_stop(vm, std::move(yielded), result);
    return *result = Ref(kNone), ResumeResult::Returned;
  }
  if (is_generator(coroutine)) {
    auto* generator = coroutine.as<Generator>();
    if (exception.is_null()) return resume(vm, generator, kNone, kNull, result);
    return read_stop(vm, throw_exception(vm, generator, exception), result);
  }
  if (exception.is_null()) return read_stop(vm, call_method(vm, coroutine, names.send, {kNone}), result);
  return read_stop(vm, call_method(vm, coroutine, names.throw_, {exception}), result);
}

// The coroutine has raised what is pending.
bool end_with_exception(Vm& vm, Task* task) {
  if (interpreter(vm).current().cancelled) return false;
  Ref exception = take_pending_exception(vm);
  if (is_cancelled_error(vm, exception)) {
    bool cancelled;
    if (!cancel_future(vm, task, kNone, &cancelled)) return false;
    if (cancelled) replace(task->outcome, exception);
    return true;
  }
  if (!set_exception(vm, task, exception)) return false;
  const bool ends_loop = is_instance(exception, &exceptions::KeyboardInterrupt) || is_instance(exception, &exceptions::SystemExit);
  if (ends_loop) set_pending_exception(vm, exception);
  return !ends_loop;
}

bool end_with_result(Vm& vm, Task* task, Value result) {
  if (!std::exchange(task->must_cancel, false)) return set_result(vm, task, result);
  Ref message(task->cancel_message.is_null() ? kNone : task->cancel_message);
  bool cancelled;
  return cancel_future(vm, task, message, &cancelled);
}

// future.cancel(msg=…), for any kind of future: 1, 0, -1.
int cancel_awaited(Vm& vm, Value future, Value message) {
  if (type_of(future) == &future_type) {
    bool cancelled;
    return cancel_future(vm, future.as<Future>(), message, &cancelled) ? cancelled : -1;
  }
  Ref method = get_attribute(vm, future, intern("cancel")), names = make_tuple({Value::of(words.msg)});
  Ref answer = method ? call(vm, method, {&message, 0, names.as<Tuple>()}) : Ref();
  return answer ? truth(vm, answer) : -1;
}

bool begin_waiting(Vm& vm, Task* task, Value future) {
  replace(task->waiter, future);
  if (!task->must_cancel) return true;
  Ref message(task->cancel_message.is_null() ? kNone : task->cancel_message);
  const int cancelled = cancel_awaited(vm, future, message);
  if (cancelled > 0) task->must_cancel = false;
  return cancelled >= 0;
}

bool wait_for_future(Vm& vm, Task* task, Value yielded) {
  Future* future = yielded.as<Future>();
  const Value self = Value::of(task);
  if (future->loop != task->loop)
    return schedule_error(vm, task, "Task {} got Future {} attached to a different loop", repr_utf8(vm, self), repr_utf8(vm, yielded));
  if (!future->blocking)
    return schedule_error(vm, task, "yield was used instead of yield from in task {} with {}", repr_utf8(vm, self), repr_utf8(vm, yielded));
  future->blocking = false;
  return add_callback(vm, future, self, kNull) && begin_waiting(vm, task, yielded);
}

// A future written in Python, known by its `_asyncio_future_blocking`.
bool wait_for_foreign(Vm& vm, Task* task, Value yielded, Value blocking) {
  const Value self = Value::of(task);
  const int blocks = truth(vm, blocking);
  if (blocks < 0) return false;
  Ref loop = call_method(vm, yielded, intern("get_loop"));
  if (!loop) return false;
  if (loop.get() != task->loop)
    return schedule_error(vm, task, "Task {} got Future {} attached to a different loop", repr_utf8(vm, self), repr_utf8(vm, yielded));
  if (!blocks)
    return schedule_error(vm, task, "yield was used instead of yield from in task {} with {}", repr_utf8(vm, self), repr_utf8(vm, yielded));
  if (!set_attribute(vm, yielded, intern("_asyncio_future_blocking"), kFalse)) return false;
  Ref wake = get_attribute(vm, self, intern("task_wakeup")), method = get_attribute(vm, yielded, intern("add_done_callback"));
  if (!wake || !method) return false;
  return call(vm, method, {wake}) && begin_waiting(vm, task, yielded);
}

// The coroutine awaits what it has yielded.
bool await_yielded(Vm& vm, Task* task, Value yielded) {
  const Value self = Value::of(task);
  if (yielded.is_none()) return schedule_step(vm, task, kNull);
  if (yielded == self) return schedule_error(vm, task, "Task cannot await on itself: {}", repr_utf8(vm, self));
  if (is_future(yielded)) return wait_for_future(vm, task, yielded);
  bool failed = false;
  Ref blocking = get_attribute_or_null(vm, yielded, intern("_asyncio_future_blocking"), &failed);
  if (failed) return false;
  if (blocking && !blocking.get().is_none()) return wait_for_foreign(vm, task, yielded, blocking);
  if (is_generator(yielded))
    return schedule_error(vm, task, "yield was used instead of yield from for generator in task {} with {}", repr_utf8(vm, self),
                          repr_utf8(vm, yielded));
  return schedule_error(vm, task, "Task got bad yield: {}", repr_utf8(vm, yielded));
}

bool step_inside(Vm& vm, Task* task, Value exception) {
  Ref result;
  const ResumeResult came_back = resume_coroutine(vm, task->coroutine, exception, &result);
  if (came_back == ResumeResult::Yielded) return await_yielded(vm, task, result);
  EventLoop* loop = event_loop(task->loop);
  const bool ended = came_back == ResumeResult::Returned ? end_with_result(vm, task, result) : end_with_exception(vm, task);
  if (is_done(task)) unlist(loop, task);
  return ended;
}

}  // namespace

bool enter_task(Vm& vm, EventLoop* loop, Value task) {
  if (!loop->current_task.is_null())
    return fail(vm, exceptions::RuntimeError, "Cannot enter into task {} while another task {} is being executed.", repr_utf8(vm, task),
                repr_utf8(vm, loop->current_task));
  loop->current_task = Ref(task).release();
  return true;
}

bool leave_task(Vm& vm, EventLoop* loop, Value task) {
  if (loop->current_task != task)
    return fail(vm, exceptions::RuntimeError, "Leaving task {} does not match the current task {}.", repr_utf8(vm, task),
                loop->current_task.is_null() ? "None" : repr_utf8(vm, loop->current_task));
  replace(loop->current_task, Ref());
  return true;
}

bool step(Vm& vm, Task* task, Value exception) {
  vm.charge(kStepNs);
  const Value self = Value::of(task);
  if (is_done(task)) {
    raise_invalid_state(vm, fmt::format("_step(): already done: {} {}", repr_utf8(vm, self),
                                        exception.is_null() ? "None" : repr_utf8(vm, exception)));
    return false;
  }
  Ref keep(self), thrown(exception);
  if (std::exchange(task->must_cancel, false) && !(thrown && is_cancelled_error(vm, thrown)) &&
      !(thrown = make_cancelled_error(vm, task))) return false;
  if (!task->waiter.is_null()) replace(task->waiter, Ref());
  EventLoop* loop = event_loop(task->loop);
  StepContext context(vm, loop, task);
  if (!context) return false;
  if (loop && !enter_task(vm, loop, self)) return false;
  const bool done = step_inside(vm, task, thrown);
  if (!loop) return done;
  if (loop->current_task == self) return replace(loop->current_task, Ref()), done;
  return done && leave_task(vm, loop, self);
}

bool wake_up(Vm& vm, Task* task, Value future) {
  Ref result, exception;
  if (is_future(future)) exception = take_outcome(vm, future.as<Future>(), &result);
  else result = call_method(vm, future, intern("result"));
  if (!result && !exception) {
    if (interpreter(vm).current().cancelled) return false;
    exception = take_pending_exception(vm);
  }
  return step(vm, task, exception);
}

Ref task_name(Task* task) {
  if (task->name.is_small()) replace(task->name, make_str(fmt::format("Task-{}", task->name.small())));
  return task->name;
}

namespace task_parts {

bool begin(Vm& vm, Task* task, Value coroutine, Value context) {
  task->coroutine = Ref(coroutine).release();
  task->context = context.is_null() || context.is_none() ? current_values(interpreter(vm)).release() : Ref(context).release();
  enlist(event_loop(task->loop), task);
  return schedule_step(vm, task, kNull);
}

void forget(Task* task) { unlist(event_loop(task->loop), task); }

Ref cancel(Vm& vm, Task* task, Value message) {
  task->complains = false;
  if (is_done(task)) return kFalse;
  ++task->cancel_requests;
  if (!task->waiter.is_null()) {
    Ref waiter(task->waiter);
    const int cancelled = cancel_awaited(vm, waiter, message);
    if (cancelled) return cancelled > 0 ? Ref(kTrue) : Ref();
  }
  task->must_cancel = true;
  replace(task->cancel_message, message.is_none() ? Ref() : Ref(message));
  return kTrue;
}

}  // namespace task_parts

}  // namespace gilsim::python::asyncio

namespace gilsim::python {

namespace {

Value content_of(Value slot) { return slot.is_object() && slot.object()->type == &cell_type ? slot.as<Cell>()->content : slot; }

// Where a task's coroutine, and those that it awaits, have got to.
struct Awaiting {
  Frame* program_frame = nullptr;  // the innermost of the program's own
  Value library_object;            // whose method that one awaits, or null
};

Awaiting awaiting(Value coroutine) {
  Awaiting found;
  while (is_generator(coroutine)) {
    auto* generator = coroutine.as<Generator>();
    if (generator->state == GeneratorState::Closed) break;
    const Code* code = generator->frame.code;
    const auto& variables = code->compiled->fast_local_names;
    if (!code->is_library) found = {&generator->frame, kNull};
    else if (found.library_object.is_null() && !variables.empty() && variables[0] == "self")
      found.library_object = content_of(generator->frame.slots()[0]);
    coroutine = delegate_of(generator);
  }
  return found;
}

// As the loop's first task would write it, if it can, so that an object has one name in all tasks.
std::string name_of_awaited(Interpreter& vm, asyncio::Task* task, const Awaiting& own, const Awaiting& first) {
  if (const Value object = own.library_object; !object.is_null()) {
    for (const Frame* frame : {first.program_frame, own.program_frame})
      if (std::string path = path_to(vm, frame, object); !path.empty()) return path;
    return type_name(object);
  }
  const bool waits_for_task = !task->waiter.is_null() && asyncio::is_task(task->waiter);
  return waits_for_task ? to_utf8(asyncio::task_name(task->waiter.as<asyncio::Task>())) : "";
}

constexpr size_t kMostNamed = 20;  // names are looked for in the program's data; reports show no more

}  // namespace

sim::SharedVector<sim::TaskSituation> pending_tasks(Interpreter& vm, Value loop_value) {
  sim::SharedVector<sim::TaskSituation> result;
  const asyncio::EventLoop* loop = asyncio::event_loop(loop_value);
  Awaiting first;
  for (asyncio::Task* task = loop ? loop->first_task : nullptr; task; task = task->next) {
    const Awaiting own = awaiting(task->coroutine);
    if (result.empty()) first = own;
    const std::string awaited = result.size() < kMostNamed ? name_of_awaited(vm, task, own, first) : "";
    const sim::PlaceId place = own.program_frame ? vm.place_of(*own.program_frame) : sim::no_place;
    result.push_back({sim::SharedString(to_utf8(asyncio::task_name(task))), place, sim::SharedString(awaited)});
  }
  return result;
}

}  // namespace gilsim::python
