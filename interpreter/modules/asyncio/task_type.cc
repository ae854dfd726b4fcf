// The type asyncio.Task.
#include "interpreter/modules/asyncio/task.h"
#include "interpreter/modules/asyncio/sleep.h"
#include "interpreter/modules/asyncio/task_parts.h"
#include "interpreter/modules/contextvars/context.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/generator.h"

namespace gilsim::python::asyncio {

Type task_type;

namespace {

constexpr int64_t kCreateTaskNs = 1'600;  // loop.create_task and Task.__init__ in CPython 3.11

int64_t tasks_named = 0;
const AtReset forget_count([] { tasks_named = 0; });

Task* self_of(Value self) { return self.as<Task>(); }
Task* self_of(const Arguments& arguments) { return arguments[0].as<Task>(); }

void begin_task(Task* task) {
  begin_future(task);
  task->coroutine = task->waiter = task->name = task->context = kNull;
  task->previous = task->next = nullptr;
  task->cancel_requests = 0;
  task->must_cancel = task->listed = false;
  task->complains_of_death = true;
}

Ref create(Vm&, Type* type, const Arguments&) {
  auto* task = static_cast<Task*>(allocate_object(type, sizeof(Task)));
  begin_task(task);
  return Ref::take(task);
}

// What asyncio.iscoroutine says, which also knows coroutines that are none of the interpreter's.
bool check_coroutine(Vm& vm, Task* task, Value coroutine) {
  if (is_coroutine(coroutine) || is_sleep(coroutine)) return true;
  Ref ask = library_attribute(vm, "asyncio.coroutines", "iscoroutine");
  Ref answer = ask ? call(vm, ask, {coroutine}) : Ref();
  const int yes = answer ? truth(vm, answer) : -1;
  if (yes > 0) return true;
  task->complains_of_death = false;
  return yes == 0 && fail(vm, exceptions::TypeError, "a coroutine was expected, got {}", repr_utf8(vm, coroutine));
}

bool set_name(Vm& vm, Task* task, Value name) {
  Ref text = is_exact_str(name) ? Ref(name) : str(vm, name);
  if (text) replace(task->name, text);
  return static_cast<bool>(text);
}

bool give_name(Vm& vm, Task* task, Value name) {
  if (!name.is_null() && !name.is_none()) return set_name(vm, task, name);
  replace(task->name, make_int(++tasks_named));
  return true;
}

bool initialize(Vm& vm, Value self, const Arguments& arguments) {
  static const char* const parameter_names[] = {"coro", "loop", "name", "context"};
  static const ParameterList parameters{"Task", parameter_names, 4, 0, 1, 1};
  Value given[4];
  if (!bind(vm, arguments, parameters, given)) return false;
  Task* task = self_of(self);
  if (!task->coroutine.is_null()) return fail(vm, exceptions::RuntimeError, "a task runs one coroutine");
  if (!initialize_future(vm, task, given[1]) || !check_coroutine(vm, task, given[0])) return false;
  return check_context(vm, given[3]) && give_name(vm, task, given[2]) && task_parts::begin(vm, task, given[0], given[3]);
}

// --- life ------------------------------------------------------------------------------------------------------------

void drop_references(Object* object) {
  task_parts::forget(static_cast<Task*>(object));
  auto drop = [](auto&... value) { (decref(std::exchange(value, kNull)), ...); };
  std::apply(drop, static_cast<Task*>(object)->task_references());
}

void destroy(Object* object) {
  drop_references(object);
  free_object(object, sizeof(Task));
}

void traverse(Object* object, Visitor& visitor) {
  auto visit = [&](auto&... value) { ((value.is_null() ? void() : visitor.visit(value)), ...); };
  std::apply(visit, static_cast<Task*>(object)->task_references());
}

void finalize(Vm& vm, Object* object) {
  auto* task = static_cast<Task*>(object);
  if (!is_done(task) && task->complains_of_death && !task->loop.is_null() && !interpreter(vm).current().cancelled)
    tell_exception_handler(vm, task, {{"task", Value::of(task)}, {"message", make_str("Task was destroyed but it is pending!")},
                                      {"source_traceback", task->source_traceback}});
  report_unretrieved(vm, task);
}

Ref repr_task(Vm& vm, Value self) {
  Ref function = library_attribute(vm, "asyncio.base_tasks", "_task_repr");
  return function ? call(vm, function, {self}) : Ref();
}

// --- methods ---------------------------------------------------------------------------------------------------------

Ref get_name(Vm&, const Arguments& arguments) {
  Task* task = self_of(arguments);
  return task->name.is_null() ? Ref(kNone) : task_name(task);
}
Ref set_name_method(Vm& vm, const Arguments& arguments) { return set_name(vm, self_of(arguments), arguments[1]) ? Ref(kNone) : Ref(); }

Ref cancel(Vm& vm, const Arguments& arguments) {
  static const char* const parameter_names[] = {"msg"};
  static const ParameterList parameters{"cancel", parameter_names, 1};
  Value message;
  if (!bind(vm, arguments.without_first(), parameters, &message)) return {};
  return task_parts::cancel(vm, self_of(arguments), message.is_null() ? kNone : message);
}

Ref cancelling(Vm&, const Arguments& arguments) { return make_int(int64_t{self_of(arguments)->cancel_requests}); }
Ref uncancel(Vm&, const Arguments& arguments) {
  Task* task = self_of(arguments);
  if (task->cancel_requests > 0) --task->cancel_requests;
  return make_int(int64_t{task->cancel_requests});
}

Ref refuse_result(Vm& vm, const Arguments&) { return raise(vm, exceptions::RuntimeError, "Task does not support set_result operation"); }
Ref refuse_exception(Vm& vm, const Arguments&) {
  return raise(vm, exceptions::RuntimeError, "Task does not support set_exception operation");
}

Ref call_with_task(Vm& vm, const char* function_name, const Arguments& arguments, const ParameterList& parameters) {
  Value given[2];
  if (!bind(vm, arguments.without_first(), parameters, given)) return {};
  Ref function = library_attribute(vm, "asyncio.base_tasks", function_name);
  auto or_none = [](Value value) { return value.is_null() ? kNone : value; };
  if (!function) return {};
  return parameters.count == 1 ? call(vm, function, {arguments[0], or_none(given[0])})
                               : call(vm, function, {arguments[0], or_none(given[0]), or_none(given[1])});
}

Ref get_stack(Vm& vm, const Arguments& arguments) {
  static const char* const parameter_names[] = {"limit"};
  return call_with_task(vm, "_task_get_stack", arguments, {"get_stack", parameter_names, 1, 0, 0, 0});
}
Ref print_stack(Vm& vm, const Arguments& arguments) {
  static const char* const parameter_names[] = {"limit", "file"};
  return call_with_task(vm, "_task_print_stack", arguments, {"print_stack", parameter_names, 2, 0, 0, 0});
}

Ref wake_up_method(Vm& vm, const Arguments& arguments) {
  if (refuse_uninitialized(vm, self_of(arguments))) return {};
  return wake_up(vm, self_of(arguments), arguments[1]) ? Ref(kNone) : Ref();
}

Ref or_none(Value value) { return value.is_null() ? Ref(kNone) : Ref(value); }
Ref get_coro(Vm&, const Arguments& arguments) { return or_none(self_of(arguments)->coroutine); }

bool set_complains_of_death(Vm& vm, Value self, Value value) {
  const int complains = value.is_null() ? 0 : truth(vm, value);
  if (complains < 0) return false;
  self_of(self)->complains_of_death = complains;
  return true;
}

const NativeDescription kMethods[] = {
    {"get_name", get_name, {0, 0}},
    {"set_name", set_name_method, {1, 1}},
    {"get_coro", get_coro, {0, 0}},
    {"cancel", cancel, {0, 1, true}},
    {"cancelling", cancelling, {0, 0}},
    {"uncancel", uncancel, {0, 0}},
    {"set_result", refuse_result, {1, 1}},
    {"set_exception", refuse_exception, {1, 1}},
    {"get_stack", get_stack, {0, 0, true}},
    {"print_stack", print_stack, {0, 0, true}},
    {"task_wakeup", wake_up_method, {1, 1}},
};
const GetterDescription kGetters[] = {
    {"_coro", [](Vm&, Value self) { return or_none(self_of(self)->coroutine); }},
    {"_fut_waiter", [](Vm&, Value self) { return or_none(self_of(self)->waiter); }},
    {"_must_cancel", [](Vm&, Value self) { return Ref(Value::of(self_of(self)->must_cancel)); }},
    {"_log_destroy_pending", [](Vm&, Value self) { return Ref(Value::of(self_of(self)->complains_of_death)); }, set_complains_of_death},
};

}  // namespace

Ref make_task(Vm& vm, Value loop, Value coroutine, Value name, Value context) {
  vm.charge(kCreateTaskNs);
  auto* task = allocate_object<Task>(&task_type);
  begin_task(task);
  Ref result = Ref::take(task);
  const EventLoop* native = event_loop(loop);
  if (native && !native->debug) task->loop = Ref(loop).release();
  else if (!initialize_future(vm, task, loop)) return {};
  if (check_context(vm, context) && check_coroutine(vm, task, coroutine) && give_name(vm, task, name) &&
      task_parts::begin(vm, task, coroutine, context)) return result;
  task->complains_of_death = false;  // it has not lived
  return {};
}

void define_task_type(Module* module) {
  Operations operations;
  operations.destroy = destroy;
  operations.traverse = traverse;
  operations.clear = drop_references;
  operations.finalize = finalize;
  operations.create = create;
  operations.initialize = initialize;
  operations.repr = repr_task;
  define_type(task_type, {.name = "_asyncio.Task", .base = &future_type, .basic_size = sizeof(Task),
                          .flags = kTracked | kHasAttributes | kSubclassable | kHasFinalizer, .operations = operations,
                          .methods = kMethods, .getters = kGetters});
  dict_set_str(module->dictionary, intern("Task"), Value::of(&task_type));
}

}  // namespace gilsim::python::asyncio
