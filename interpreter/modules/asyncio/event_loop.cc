#include "interpreter/modules/asyncio/event_loop.h"

#include "interpreter/modules/asyncio/future.h"
#include "interpreter/modules/asyncio/handle.h"
#include "interpreter/modules/asyncio/task.h"
#include "interpreter/modules/contextvars/context.h"
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/prefetch.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/blocking.h"

namespace gilsim::python::asyncio {

Type event_loop_type;

namespace {

constexpr int64_t kCallSoonNs = 350, kReadClockNs = 40;
constexpr double kMonotonicStartSeconds = 1000;  // as time.monotonic()

EventLoop* self_of(Value self) { return self.as<EventLoop>(); }
EventLoop* self_of(const Arguments& arguments) { return arguments[0].as<EventLoop>(); }

bool check_open(Vm& vm, const EventLoop* loop) {
  return !loop->closed || fail(vm, exceptions::RuntimeError, "Event loop is closed");
}

// What only debug mode looks at: the calling thread, and what is to be called.
bool check_callback(Vm& vm, EventLoop* loop, Value callback, const char* method) {
  if (!check_open(vm, loop)) return false;
  if (!loop->debug) return true;
  const bool any_thread = std::string_view(method) == "call_soon_threadsafe";
  if (!any_thread && !call_method(vm, Value::of(loop), intern("_check_thread"))) return false;
  return static_cast<bool>(call_method(vm, Value::of(loop), intern("_check_callback"), {callback, make_str(method)}));
}

// The arguments of call_soon and its siblings: so many of its own, then the callback's, and `context`.
struct CallbackArguments {
  Ref arguments;
  Value context;
};
bool read_callback(Vm& vm, const Arguments& arguments, size_t own, const char* method, CallbackArguments* out) {
  if (arguments.size() <= own)
    return fail(vm, exceptions::TypeError, "{}() missing {} required positional argument{}", method, own - arguments.size() + 1,
                own == arguments.size() ? ": 'callback'" : "s");
  for (size_t i = 0; i < arguments.keyword_count(); ++i) {
    if (arguments.keyword_name(i) != words.context)
      return fail(vm, exceptions::TypeError, "{}() got an unexpected keyword argument '{}'", method, to_utf8(arguments.keyword_name(i)));
    out->context = arguments.keyword_value(i);
  }
  out->arguments = make_tuple(arguments.values + own + 1, static_cast<int64_t>(arguments.size() - own - 1));
  return true;
}

Ref add_handle(Vm& vm, const Arguments& arguments, const char* method) {
  vm.charge(kCallSoonNs);
  EventLoop* loop = self_of(arguments);
  CallbackArguments given;
  if (!read_callback(vm, arguments, 1, method, &given) || !check_callback(vm, loop, arguments[1], method)) return {};
  Ref handle = make_handle(vm, arguments[0], arguments[1], given.arguments, given.context);
  if (handle) loop->ready.push({Ref(handle).release(), kNull, kNull});
  return handle;
}

Ref call_soon_method(Vm& vm, const Arguments& arguments) { return add_handle(vm, arguments, "call_soon"); }

Ref call_soon_threadsafe(Vm& vm, const Arguments& arguments) {
  Ref handle = add_handle(vm, arguments, "call_soon_threadsafe");
  return handle && wake_loop(vm, self_of(arguments)) ? handle : Ref();
}

Ref add_timer(Vm& vm, const Arguments& arguments, const char* method, Value moment, double when) {
  EventLoop* loop = self_of(arguments);
  CallbackArguments given;
  if (!read_callback(vm, arguments, 2, method, &given) || !check_callback(vm, loop, arguments[2], method)) return {};
  Ref handle = make_timer_handle(vm, arguments[0], moment, when, arguments[2], given.arguments, given.context);
  if (!handle) return {};
  handle.as<TimerHandle>()->scheduled = true;
  loop->timers.push(Ref(handle).release().as<TimerHandle>());
  return handle;
}

Ref call_at(Vm& vm, const Arguments& arguments) {
  vm.charge(3 * kCallSoonNs);
  double when;
  if (arguments[1].is_none()) return raise(vm, exceptions::TypeError, "when cannot be None");
  return as_double(vm, arguments[1], &when) ? add_timer(vm, arguments, "call_at", arguments[1], when) : Ref();
}

Ref call_later(Vm& vm, const Arguments& arguments) {
  vm.charge(3 * kCallSoonNs);
  double delay;
  if (arguments[1].is_none()) return raise(vm, exceptions::TypeError, "delay must not be None");
  if (!as_double(vm, arguments[1], &delay)) return {};
  const double when = loop_time(vm) + delay;
  if (is_pending(vm)) return {};
  return add_timer(vm, arguments, "call_later", make_float(when), when);
}

Ref timer_handle_cancelled(Vm&, const Arguments& arguments) {
  const Value handle = arguments[1];
  if (is_instance(handle, &timer_handle_type) && handle.as<TimerHandle>()->scheduled) ++self_of(arguments)->cancelled_timers;
  return kNone;
}

Ref time(Vm& vm, const Arguments&) {
  const double now = loop_time(vm);
  return is_pending(vm) ? Ref() : make_float(now);
}

Ref create_future(Vm& vm, const Arguments& arguments) {
  vm.charge(kCallSoonNs);
  return make_future(vm, arguments[0]);
}

// --- tasks -----------------------------------------------------------------------------------------------------------

Ref create_by_factory(Vm& vm, EventLoop* loop, const Value* given) {
  Ref factory(loop->task_factory), task;
  const Value values[] = {Value::of(loop), given[0], given[2]};
  if (given[2].is_null() || given[2].is_none()) {
    task = call(vm, factory, {values[0], values[1]});
  } else {
    Ref names = make_tuple({Value::of(words.context)});
    task = call(vm, factory, {values, 2, names.as<Tuple>()});
  }
  if (!task || given[1].is_null() || given[1].is_none()) return task;
  Ref set_name = library_attribute(vm, "asyncio.tasks", "_set_task_name");
  return set_name && call(vm, set_name, {task, given[1]}) ? task : Ref();
}

Ref create_task(Vm& vm, const Arguments& arguments) {
  static const char* const parameter_names[] = {"coro", "name", "context"};
  static const ParameterList parameters{"create_task", parameter_names, 3, 0, 1, 1};
  Value given[3];
  EventLoop* loop = self_of(arguments);
  if (arguments.size() == 2 && !arguments.keyword_count()) given[0] = arguments[1];
  else if (!bind(vm, arguments.without_first(), parameters, given)) return {};
  if (!check_open(vm, loop)) return {};
  return loop->task_factory.is_none() ? make_task(vm, arguments[0], given[0], given[1], given[2]) : create_by_factory(vm, loop, given);
}

Ref set_task_factory(Vm& vm, const Arguments& arguments) {
  if (!arguments[1].is_none() && !is_callable(arguments[1])) return raise(vm, exceptions::TypeError, "task factory must be a callable or None");
  replace(self_of(arguments)->task_factory, arguments[1]);
  return kNone;
}

Ref get_task_factory(Vm&, const Arguments& arguments) { return Ref(self_of(arguments)->task_factory); }

// --- running ---------------------------------------------------------------------------------------------------------

// Turns until stop(), which lets the turn that it is called in come to its end.
Ref run_turns(Vm& vm, const Arguments& arguments) {
  Ref keep(arguments[0]);
  EventLoop* loop = self_of(arguments);
  do {
    if (!run_once(vm, loop)) return {};
  } while (!loop->stopping);
  return kNone;
}

Ref run_once_method(Vm& vm, const Arguments& arguments) { return run_once(vm, self_of(arguments)) ? Ref(kNone) : Ref(); }

Ref stop(Vm&, const Arguments& arguments) {
  self_of(arguments)->stopping = true;
  return kNone;
}

// Forgets everything that was to be run.
Ref clear_queues(Vm&, const Arguments& arguments) {
  Ref keep(arguments[0]);
  self_of(arguments)->ready.clear();
  self_of(arguments)->timers.clear();
  return kNone;
}

Ref is_running(Vm&, const Arguments& arguments) { return Value::of(self_of(arguments)->thread_ident != 0); }
Ref is_closed(Vm&, const Arguments& arguments) { return Value::of(self_of(arguments)->closed); }
Ref get_debug(Vm&, const Arguments& arguments) { return Value::of(self_of(arguments)->debug); }

template <bool EventLoop::*field>
Ref get_flag(Vm&, Value self) { return Value::of(self_of(self)->*field); }
template <bool EventLoop::*field>
bool set_flag(Vm& vm, Value self, Value value) {
  const int flag = value.is_null() ? 0 : truth(vm, value);
  if (flag < 0) return false;
  self_of(self)->*field = flag;
  return true;
}

Ref get_thread(Vm&, Value self) {
  return self_of(self)->thread_ident ? make_int(self_of(self)->thread_ident) : Ref(kNone);
}
bool set_thread(Vm& vm, Value self, Value value) {
  int64_t ident = 0;
  if (!value.is_null() && !value.is_none() && !as_int64(vm, value, &ident)) return false;
  self_of(self)->thread_ident = static_cast<uint64_t>(ident);
  return true;
}

Ref list_tasks(Vm&, Value self) {
  Ref result = Ref::take(new_list());
  for (Task* task = self_of(self)->first_task; task; task = task->next) list_append(result.as<List>(), Value::of(task));
  return result;
}
Ref get_current_task(Vm&, Value self) {
  const Value task = self_of(self)->current_task;
  return task.is_null() ? Ref(kNone) : Ref(task);
}

const NativeDescription kMethods[] = {
    {"call_soon", call_soon_method, {0, -1, true}},
    {"call_soon_threadsafe", call_soon_threadsafe, {0, -1, true}},
    {"call_later", call_later, {1, -1, true}},
    {"call_at", call_at, {1, -1, true}},
    {"time", time, {0, 0}},
    {"create_future", create_future, {0, 0}},
    {"create_task", create_task, {0, 1, true}},
    {"set_task_factory", set_task_factory, {1, 1}},
    {"get_task_factory", get_task_factory, {0, 0}},
    {"stop", stop, {0, 0}},
    {"is_running", is_running, {0, 0}},
    {"is_closed", is_closed, {0, 0}},
    {"get_debug", get_debug, {0, 0}},
    {"_run_once", run_once_method, {0, 0}},
    {"_run_turns", run_turns, {0, 0}},
    {"_open_selector", open_selector, {0, 0}},
    {"_close_selector", close_selector, {0, 0}},
    {"_watch", watch, {3, 3}},
    {"_clear_queues", clear_queues, {0, 0}},
    {"_timer_handle_cancelled", timer_handle_cancelled, {1, 1}},
};
const GetterDescription kGetters[] = {
    {"_stopping", get_flag<&EventLoop::stopping>, set_flag<&EventLoop::stopping>},
    {"_closed", get_flag<&EventLoop::closed>, set_flag<&EventLoop::closed>},
    {"_debug", get_flag<&EventLoop::debug>, set_flag<&EventLoop::debug>},
    {"_thread_id", get_thread, set_thread},
    {"_tasks", list_tasks},
    {"_current_task", get_current_task},
    {"_watched", [](Vm&, Value self) { return Ref(self_of(self)->watched); }},
};

// --- life ------------------------------------------------------------------------------------------------------------

Ref create(Vm&, Type* type, const Arguments&) {
  auto* loop = static_cast<EventLoop*>(allocate_object(type, sizeof(EventLoop)));
  loop->ready.begin();
  loop->timers.begin();
  loop->cancelled_timers = loop->wake_ups = 0;
  loop->current_task = kNull;
  loop->task_factory = kNone;
  loop->spare_context = kNull;
  loop->first_task = loop->last_task = nullptr;
  loop->watched = Value::of(new_dict());
  for (int& number : loop->descriptors) number = -1;
  new (&loop->waiting) sim::FutexQueue;
  loop->thread_ident = 0;
  loop->stopping = loop->closed = loop->debug = false;
  return Ref::take(loop);
}

void clear(Object* object) {
  auto* loop = static_cast<EventLoop*>(object);
  loop->ready.clear();
  loop->timers.clear();
  replace(loop->current_task, Ref());
  replace(loop->task_factory, kNone);
  replace(loop->spare_context, Ref());
  dict_clear(loop->watched.as<Dict>());
}

void destroy(Object* object) {
  auto* loop = static_cast<EventLoop*>(object);
  clear(loop);
  replace(loop->watched, Ref());
  loop->ready.free();
  loop->timers.free();
  free_object(loop, sizeof(EventLoop));
}

void traverse(Object* object, Visitor& visitor) {
  auto* loop = static_cast<EventLoop*>(object);
  for (int64_t i = 0; i < loop->ready.size(); ++i) {
    if (i + kPrefetchDistance < loop->ready.size()) prefetch(loop->ready[i + kPrefetchDistance].what);
    for (const Value held : {loop->ready[i].what, loop->ready[i].argument, loop->ready[i].context})
      if (!held.is_null()) visitor.visit(held);
  }
  for (int64_t i = 0; i < loop->timers.size(); ++i) visitor.visit(Value::of(loop->timers[i]));
  if (!loop->current_task.is_null()) visitor.visit(loop->current_task);
  if (!loop->spare_context.is_null()) visitor.visit(loop->spare_context);
  visitor.visit(loop->task_factory);
  visitor.visit(loop->watched);
}

// Whether a class of the program's has methods of its own in place of these.
bool is_overridden(const Type* type) {
  static uint32_t last_version = 0;  // versions are never used twice
  static bool last_answer = false;
  static const AtReset forget([] { last_version = 0; });
  if (type->version == last_version) return last_answer;
  auto differs = [&](Str* name) { return lookup(const_cast<Type*>(type), name) != lookup(&event_loop_type, name); };
  last_answer = differs(words.call_soon) || differs(words.create_task);
  last_version = type->version;
  return last_answer;
}

}  // namespace

bool call_soon(Vm& vm, Value loop, Value what, Value argument, Value context) {
  vm.charge(kCallSoonNs);
  EventLoop* native = event_loop(loop);
  if (native && !native->debug && !is_overridden(native->type)) [[likely]] {
    if (!check_open(vm, native)) return false;
    native->ready.push({Ref(what).release(), Ref(argument).release(), Ref(context).release()});
    return true;
  }
  Ref handle = handle_for(vm, loop, {what, argument, context});
  Ref method = handle ? get_attribute(vm, loop, words.call_soon) : Ref();
  if (!method) return false;
  const auto* arguments = handle.as<Handle>()->arguments.as<Tuple>();
  Value values[3] = {handle.as<Handle>()->callback};
  size_t count = 1;
  if (arguments->size) values[count++] = arguments->items[0];
  values[count] = context.is_null() ? kNone : context;
  Ref names = make_tuple({Value::of(words.context)});
  return static_cast<bool>(call(vm, method, {values, count, names.as<Tuple>()}));
}

bool makes_plain_tasks(const EventLoop* loop) { return !loop->closed && loop->task_factory.is_none() && !is_overridden(loop->type); }

double loop_time(Vm& any_vm) {
  any_vm.charge(kReadClockNs);
  Interpreter& vm = interpreter(any_vm);
  if (!vm.synchronize()) return -1;
  const double now = kMonotonicStartSeconds + static_cast<double>(vm.computer().now()) / 1e9;
  return vm.resume_after_kernel() ? now : -1;
}

Ref require_running_loop(Vm& vm) {
  const Value loop = running_loop(vm);
  return loop.is_null() ? raise(vm, exceptions::RuntimeError, "no running event loop") : Ref(loop);
}

// Classes derived from it share its functions: quicker than a walk over their bases.
bool is_event_loop(Value value) { return value.is_object() && value.object()->type->operations.traverse == traverse; }

void define_event_loop_type(Module* module) {
  Operations operations;
  operations.create = create;
  operations.destroy = destroy;
  operations.traverse = traverse;
  operations.clear = clear;
  define_type(event_loop_type, {.name = "_asyncio.EventLoop", .base = nullptr, .basic_size = sizeof(EventLoop),
                                .flags = kTracked | kHasAttributes | kSubclassable, .operations = operations,
                                .methods = kMethods, .getters = kGetters});
  dict_set_str(module->dictionary, intern("EventLoop"), Value::of(&event_loop_type));
}

}  // namespace gilsim::python::asyncio
