// The _asyncio module: what asyncio's Python is built on.
#include "interpreter/modules/asyncio/future.h"
#include "interpreter/modules/asyncio/gather.h"
#include "interpreter/modules/asyncio/handle.h"
#include "interpreter/modules/asyncio/sleep.h"
#include "interpreter/modules/asyncio/task.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/imports.h"

namespace gilsim::python {

namespace {

using namespace asyncio;

Ref get_running_loop(Vm& vm, const Arguments&) { return require_running_loop(vm); }
Ref get_running_loop_or_none(Vm& vm, const Arguments&) {
  const Value loop = running_loop(vm);
  return loop.is_null() ? Ref(kNone) : Ref(loop);
}
Ref set_running_loop(Vm& vm, const Arguments& arguments) {
  replace(interpreter(vm).current().running_loop, arguments[0].is_none() ? Ref() : Ref(arguments[0]));
  return kNone;
}

// The native loop that an argument names; null and None: the one that runs.
EventLoop* loop_of(Vm& vm, Value given, Ref* keep) {
  *keep = given.is_null() || given.is_none() ? require_running_loop(vm) : Ref(given);
  return *keep ? event_loop(*keep) : nullptr;
}

Ref current_task(Vm& vm, const Arguments& arguments) {
  static const char* const parameter_names[] = {"loop"};
  static const ParameterList parameters{"current_task", parameter_names, 1};
  Value given;
  Ref keep;
  if (!bind(vm, arguments, parameters, &given)) return {};
  const EventLoop* loop = loop_of(vm, given, &keep);
  if (is_pending(vm)) return {};
  return !loop || loop->current_task.is_null() ? Ref(kNone) : Ref(loop->current_task);
}

Ref enter_task_function(Vm& vm, const Arguments& arguments) {
  EventLoop* loop = event_loop(arguments[0]);
  return !loop || enter_task(vm, loop, arguments[1]) ? Ref(kNone) : Ref();
}
Ref leave_task_function(Vm& vm, const Arguments& arguments) {
  EventLoop* loop = event_loop(arguments[0]);
  return !loop || leave_task(vm, loop, arguments[1]) ? Ref(kNone) : Ref();
}

// asyncio.create_task(coro, *, name=None, context=None). The name is given afterwards, as in CPython, where a task that is
// named so has used up a number, too.
Ref create_task(Vm& vm, const Arguments& arguments) {
  static const char* const parameter_names[] = {"coro", "name", "context"};
  static const ParameterList parameters{"create_task", parameter_names, 3, 0, 1, 1};
  Value given[3];
  Ref loop = require_running_loop(vm);
  if (!loop) return {};
  const bool alone = arguments.size() == 1 && !arguments.keyword_count();
  if (alone && is_event_loop(loop) && makes_plain_tasks(loop.as<EventLoop>()))
    return make_task(vm, loop, arguments[0], kNull, kNull);
  if (!bind(vm, arguments, parameters, given)) return {};
  Ref method = loop ? get_attribute(vm, loop, words.create_task) : Ref();
  if (!method) return {};
  const bool in_context = !given[2].is_null() && !given[2].is_none();
  const Value values[] = {given[0], given[2]};
  Ref context_name = in_context ? make_tuple({Value::of(words.context)}) : Ref();
  Ref task = call(vm, method, {values, 1, in_context ? context_name.as<Tuple>() : nullptr});
  if (!task || given[1].is_null() || given[1].is_none()) return task;
  Ref set_name = library_attribute(vm, "asyncio.tasks", "_set_task_name");
  return set_name && call(vm, set_name, {task, given[1]}) ? task : Ref();
}

Ref set_result_unless_cancelled(Vm& vm, const Arguments& arguments) {
  const Value future = arguments[0];
  if (!is_future(future)) return call_method(vm, future, intern("set_result"), {arguments[1]});
  return future.as<Future>()->state == FutureState::Cancelled || set_result(vm, future.as<Future>(), arguments[1]) ? Ref(kNone) : Ref();
}

// Called when asyncio has been imported: what the last reports of a program need is found now.
Ref prepare_reports(Vm& vm, const Arguments&) {
  constexpr const char* kNeeded[][2] = {{"asyncio.base_futures", "_future_repr"}, {"asyncio.base_tasks", "_task_repr"},
                                        {"asyncio.format_helpers", "_handle_repr"}, {"asyncio.format_helpers", "_format_callback_source"},
                                        {"asyncio.events", "_run"}, {"asyncio.tasks", "_sleep_in_python"},
                                        {"asyncio.tasks", "_frame_of_sleep"}};
  for (const auto& [module, name] : kNeeded)
    if (!library_attribute(vm, module, name)) return {};
  return kNone;
}

const NativeDescription kFunctions[] = {
    {"get_running_loop", get_running_loop, {0, 0}},
    {"_get_running_loop", get_running_loop_or_none, {0, 0}},
    {"_set_running_loop", set_running_loop, {1, 1}},
    {"current_task", current_task, {0, 1, true}},
    {"_enter_task", enter_task_function, {2, 2}},
    {"_leave_task", leave_task_function, {2, 2}},
    {"create_task", create_task, {0, 1, true}},
    {"sleep", make_sleep, kAny},
    {"_prepare_reports", prepare_reports, {0, 0}},
    {"_set_result_unless_cancelled", set_result_unless_cancelled, {2, 2}},
};

bool populate(Vm& vm, Module* module) {
  if (!import_module(interpreter(vm), "_contextvars")) return false;  // whose types are made with the module
  define_future_types(module);
  define_task_type(module);
  define_handle_types(module);
  define_event_loop_type(module);
  define_sleep_type(module);
  define_gathering_type(module);
  intern_words();
  return true;
}

}  // namespace

const ModuleDefinition& _asyncio_module() {
  static const ModuleDefinition definition{"_asyncio", kFunctions, populate};
  return definition;
}

}  // namespace gilsim::python
