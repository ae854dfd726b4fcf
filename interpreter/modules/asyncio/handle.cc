#include "interpreter/modules/asyncio/handle.h"

#include "interpreter/modules/asyncio/future.h"
#include "interpreter/modules/asyncio/task.h"
#include "interpreter/modules/contextvars/context.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/code_object.h"

namespace gilsim::python::asyncio {

Type handle_type, timer_handle_type;

namespace {

Handle* self_of(Value self) { return self.as<Handle>(); }
TimerHandle* timer_of(Value self) { return self.as<TimerHandle>(); }

void begin_handle(Handle* handle) {
  std::apply([](auto&... value) { ((value = kNull), ...); }, handle->handle_references());
  handle->callback = handle->arguments = kNone;
  handle->cancelled = false;
}

void begin_timer(TimerHandle* timer) {
  begin_handle(timer);
  timer->moment = Value::small(0);
  timer->when = 0;
  timer->scheduled = false;
}

bool in_debug_mode(Vm& vm, Value loop) {
  if (const EventLoop* native = event_loop(loop)) return native->debug;
  Ref answer = call_method(vm, loop, intern("get_debug"));
  return answer && truth(vm, answer) > 0;
}

bool fill(Vm& vm, Handle* handle, Value loop, Value callback, Value arguments, Value context) {
  if (!check_context(vm, context)) return false;
  handle->loop = Ref(loop).release();
  handle->callback = Ref(callback).release();
  handle->arguments = Ref(arguments).release();
  handle->context = context.is_null() || context.is_none() ? copy_context(interpreter(vm)).release() : Ref(context).release();
  if (!in_debug_mode(vm, loop)) return !is_pending(vm);
  Ref extract = library_attribute(vm, "asyncio.format_helpers", "extract_stack");
  Ref stack = extract ? call(vm, extract) : Ref();
  if (stack) replace(handle->source_traceback, stack);
  return static_cast<bool>(stack);
}

// --- creation from Python: Handle(callback, args, loop, context=None), TimerHandle(when, …) --------------------------

Ref create_handle(Vm&, Type* type, const Arguments&) {
  auto* handle = static_cast<Handle*>(allocate_object(type, sizeof(Handle)));
  begin_handle(handle);
  return Ref::take(handle);
}

Ref create_timer(Vm&, Type* type, const Arguments&) {
  auto* timer = static_cast<TimerHandle*>(allocate_object(type, sizeof(TimerHandle)));
  begin_timer(timer);
  return Ref::take(timer);
}

bool initialize_handle(Vm& vm, Value self, const Arguments& arguments) {
  static const char* const parameter_names[] = {"callback", "args", "loop", "context"};
  static const ParameterList parameters{"Handle", parameter_names, 4, 0, 3};
  Value given[4];
  if (!bind(vm, arguments, parameters, given)) return false;
  Ref tuple = to_tuple(vm, given[1]);
  return tuple && fill(vm, self_of(self), given[2], given[0], tuple, given[3]);
}

bool initialize_timer(Vm& vm, Value self, const Arguments& arguments) {
  static const char* const parameter_names[] = {"when", "callback", "args", "loop", "context"};
  static const ParameterList parameters{"TimerHandle", parameter_names, 5, 0, 4};
  Value given[5];
  if (!bind(vm, arguments, parameters, given) || !as_double(vm, given[0], &timer_of(self)->when)) return false;
  replace(timer_of(self)->moment, given[0]);
  Ref tuple = to_tuple(vm, given[2]);
  return tuple && fill(vm, self_of(self), given[3], given[1], tuple, given[4]);
}

// --- methods ---------------------------------------------------------------------------------------------------------

Ref repr_handle(Vm& vm, Value self) {
  if (!self_of(self)->shown.is_null()) return Ref(self_of(self)->shown);
  Ref function = library_attribute(vm, "asyncio.format_helpers", "_handle_repr");
  return function ? call(vm, function, {self}) : Ref();
}

// What it would have called is let go: it may hold much.
bool cancel_handle(Vm& vm, Handle* handle) {
  if (handle->cancelled) return true;
  handle->cancelled = true;
  if (in_debug_mode(vm, handle->loop)) {
    handle->cancelled = false;
    Ref shown = repr_handle(vm, Value::of(handle));
    handle->cancelled = true;
    if (!shown) return false;
    replace(handle->shown, shown);
  }
  replace(handle->callback, kNone);
  replace(handle->arguments, kNone);
  return !is_pending(vm);
}

Ref cancel(Vm& vm, const Arguments& arguments) { return cancel_handle(vm, self_of(arguments[0])) ? Ref(kNone) : Ref(); }

Ref cancel_timer(Vm& vm, const Arguments& arguments) {
  TimerHandle* timer = timer_of(arguments[0]);
  if (EventLoop* loop = event_loop(timer->loop); loop && !timer->cancelled && timer->scheduled) ++loop->cancelled_timers;
  return cancel(vm, arguments);
}

Ref cancelled(Vm&, const Arguments& arguments) { return Value::of(self_of(arguments[0])->cancelled); }
Ref run_method(Vm& vm, const Arguments& arguments) { return run_handle(vm, self_of(arguments[0])) ? Ref(kNone) : Ref(); }
Ref when(Vm&, const Arguments& arguments) { return Ref(timer_of(arguments[0])->moment); }

Ref compare_timers(Vm& vm, Value left, Value right, CompareOperator op) {
  if (!is_instance(right, &timer_handle_type)) return kNotImplemented;
  const TimerHandle *one = timer_of(left), *other = timer_of(right);
  const bool for_equality = op == CompareOperator::Equal || op == CompareOperator::NotEqual ||
                            ((op == CompareOperator::LessEqual || op == CompareOperator::GreaterEqual) && one->when == other->when);
  if (!for_equality) {
    const bool less = one->when < other->when, greater = one->when > other->when;
    return Value::of(op == CompareOperator::Less || op == CompareOperator::LessEqual ? less : greater);
  }
  int same = one->when == other->when && one->cancelled == other->cancelled;
  if (same) same = equals(vm, one->callback, other->callback);
  if (same > 0) same = equals(vm, one->arguments, other->arguments);
  if (same < 0) return {};
  return Value::of((op == CompareOperator::NotEqual) != (same > 0));
}

Ref or_none(Value value) { return value.is_null() ? Ref(kNone) : Ref(value); }

bool set_scheduled(Vm& vm, Value self, Value value) {
  const int scheduled = value.is_null() ? 0 : truth(vm, value);
  if (scheduled < 0) return false;
  timer_of(self)->scheduled = scheduled;
  return true;
}

const NativeDescription kHandleMethods[] = {
    {"cancel", cancel, {0, 0}}, {"cancelled", cancelled, {0, 0}}, {"_run", run_method, {0, 0}}};
const NativeDescription kTimerMethods[] = {{"cancel", cancel_timer, {0, 0}}, {"when", when, {0, 0}}};
const GetterDescription kHandleGetters[] = {
    {"_callback", [](Vm&, Value self) { return or_none(self_of(self)->callback); }},
    {"_args", [](Vm&, Value self) { return or_none(self_of(self)->arguments); }},
    {"_context", [](Vm&, Value self) { return or_none(self_of(self)->context); }},
    {"_loop", [](Vm&, Value self) { return or_none(self_of(self)->loop); }},
    {"_cancelled", [](Vm&, Value self) { return Ref(Value::of(self_of(self)->cancelled)); }},
    {"_source_traceback", [](Vm&, Value self) { return or_none(self_of(self)->source_traceback); }},
};
const GetterDescription kTimerGetters[] = {
    {"_when", [](Vm&, Value self) { return Ref(timer_of(self)->moment); }},
    {"_scheduled", [](Vm&, Value self) { return Ref(Value::of(timer_of(self)->scheduled)); }, set_scheduled},
};

// --- life ------------------------------------------------------------------------------------------------------------

constexpr auto drop = [](auto&... value) { (decref(std::exchange(value, kNull)), ...); };

void destroy_handle(Object* object) {
  std::apply(drop, static_cast<Handle*>(object)->handle_references());
  free_object(object, sizeof(Handle));
}
void destroy_timer(Object* object) {
  std::apply(drop, static_cast<TimerHandle*>(object)->timer_references());
  free_object(object, sizeof(TimerHandle));
}
void traverse_handle(Object* object, Visitor& visitor) {
  auto visit = [&](auto&... value) { ((value.is_null() ? void() : visitor.visit(value)), ...); };
  std::apply(visit, static_cast<Handle*>(object)->handle_references());
}
void traverse_timer(Object* object, Visitor& visitor) {
  traverse_handle(object, visitor);
  visitor.visit(static_cast<TimerHandle*>(object)->moment);
}

// Tracebacks of callbacks begin with the line of CPython's Handle._run.
bool add_line_of_run(Vm& vm, Value exception) {
  Ref function = library_attribute(vm, "asyncio.events", "_run");
  if (!function) return false;
  auto* python = function.as<Function>();
  const Unit* unit = python->code->units;
  while (unit->logical != static_cast<uint8_t>(compiler::Opcode::CALL_FUNCTION_EX)) ++unit;
  const auto index = static_cast<int32_t>(unit - python->code->units);
  add_traceback(vm, exception.as<BaseException>(), python->code, index, python->code->line_of(index),
                Value::of(reinterpret_cast<Object*>(python->globals)));
  return true;
}

}  // namespace

Ref make_handle(Vm& vm, Value loop, Value callback, Value arguments, Value context) {
  Ref handle = create_handle(vm, &handle_type, {});
  return fill(vm, handle.as<Handle>(), loop, callback, arguments, context) ? handle : Ref();
}

Ref make_timer_handle(Vm& vm, Value loop, Value moment, double when, Value callback, Value arguments, Value context) {
  Ref handle = create_timer(vm, &timer_handle_type, {});
  auto* timer = handle.as<TimerHandle>();
  timer->when = when;
  replace(timer->moment, moment);
  return fill(vm, timer, loop, callback, arguments, context) ? handle : Ref();
}

bool run_handle(Vm& vm, Handle* handle) {
  if (handle->context.is_null() || !is_tuple(handle->arguments))  // nothing that could be called
    return fail(vm, exceptions::RuntimeError, "the handle is cancelled, or __init__ has not run");
  Ref keep(handle), callback(handle->callback), arguments(handle->arguments), kept_context(handle->context);
  auto* context = kept_context.as<Context>();
  const auto* tuple = arguments.as<Tuple>();
  if (context->entered) {
    refuse_entered(vm, context);
  } else {
    EnteredContext entered(interpreter(vm).current(), context);
    if (call(vm, callback, {tuple->items, static_cast<size_t>(tuple->size), nullptr})) return true;
  }
  return report_callback_error(vm, handle->loop, {Value::of(handle), kNull, kNull});
}

Ref handle_for(Vm& vm, Value loop, const Ready& ready) {
  if (is_handle(ready.what)) return Ref(ready.what);
  static const NativeDescription step_description{
      "TaskStepMethWrapper", [](Vm& any_vm, const Arguments& arguments) {
        return step(any_vm, arguments[0].as<Task>(), arguments.optional(1)) ? Ref(kNone) : Ref();
      }, {0, 1}};
  Ref callback(ready.what), arguments = make_tuple({});
  if (is_task(ready.what) && is_future(ready.argument)) callback = get_attribute(vm, ready.what, intern("task_wakeup"));
  else if (is_task(ready.what)) callback = make_native(step_description, ready.what, kNull);
  if (!ready.argument.is_null()) arguments = make_tuple({ready.argument});
  return callback ? make_handle(vm, loop, callback, arguments, ready.context) : Ref();
}

bool report_callback_error(Vm& vm, Value loop, const Ready& ready) {
  if (interpreter(vm).current().cancelled || pending_matches(vm, exceptions::KeyboardInterrupt) ||
      pending_matches(vm, exceptions::SystemExit)) return false;
  Ref exception = take_pending_exception(vm);
  if (!add_line_of_run(vm, exception)) return false;
  Ref handle = handle_for(vm, loop, ready);
  Ref show = handle ? library_attribute(vm, "asyncio.format_helpers", "_format_callback_source") : Ref();
  Ref shown = show ? call(vm, show, {handle.as<Handle>()->callback, handle.as<Handle>()->arguments}) : Ref();
  if (!shown) return false;
  Ref message = make_str("Exception in callback " + to_utf8(shown));
  HandledException handled{exception, vm.thread->handled};  // while it is, as in an except block
  vm.thread->handled = &handled;
  const bool told = call_exception_handler(vm, loop, {{"message", message}, {"exception", exception}, {"handle", handle},
                                                      {"source_traceback", handle.as<Handle>()->source_traceback}});
  vm.thread->handled = handled.previous;
  return told;
}

void define_handle_types(Module* module) {
  Operations operations;
  operations.destroy = destroy_handle;
  operations.traverse = traverse_handle;
  operations.create = create_handle;
  operations.initialize = initialize_handle;
  operations.repr = repr_handle;
  define_type(handle_type, {.name = "asyncio.events.Handle", .base = nullptr, .basic_size = sizeof(Handle),
                            .flags = kTracked | kHasAttributes | kSubclassable, .operations = operations,
                            .methods = kHandleMethods, .getters = kHandleGetters});
  operations.destroy = destroy_timer;
  operations.traverse = traverse_timer;
  operations.create = create_timer;
  operations.initialize = initialize_timer;
  operations.compare = compare_timers;
  operations.hash = [](Vm& vm, Value self, Hash* result) { return hash(vm, timer_of(self)->moment, result); };
  define_type(timer_handle_type, {.name = "asyncio.events.TimerHandle", .base = &handle_type, .basic_size = sizeof(TimerHandle),
                                  .flags = kTracked | kHasAttributes | kSubclassable, .operations = operations,
                                  .methods = kTimerMethods, .getters = kTimerGetters});
  dict_set_str(module->dictionary, intern("Handle"), Value::of(&handle_type));
  dict_set_str(module->dictionary, intern("TimerHandle"), Value::of(&timer_handle_type));
}

}  // namespace gilsim::python::asyncio
