#include "interpreter/modules/asyncio/gather.h"

#include "interpreter/modules/asyncio/sleep.h"
#include "interpreter/modules/asyncio/task.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/generator.h"

namespace gilsim::python::asyncio {

Type gathering_type;

namespace {

// The Python code of CPython 3.11's gather for each child: making it a future, and its callback.
constexpr int64_t kChildNs = 6'500, kDoneNs = 2'000;

Gathering* self_of(Value self) { return self.as<Gathering>(); }

// --- the children ----------------------------------------------------------------------------------------------------

// The future of an argument: itself, or a new task.
Ref ensure_future(Vm& vm, Gathering* self, Value argument) {
  const bool is_plain_coroutine = is_coroutine(argument) || is_sleep(argument);
  if (is_plain_coroutine && self->loop.is_null()) self->loop = Ref(running_loop(vm)).release();
  EventLoop* loop = self->loop.is_null() ? nullptr : event_loop(self->loop);
  Ref future;
  if (is_plain_coroutine && loop && makes_plain_tasks(loop)) {
    future = make_task(vm, self->loop, argument, kNull, kNull);
  } else {
    Ref ensure = library_attribute(vm, "asyncio.tasks", "_ensure_future"), names = make_tuple({make_str("loop")});
    const Value values[] = {argument, self->loop.is_null() ? kNone : self->loop};
    future = ensure ? call(vm, ensure, {values, 1, names.as<Tuple>()}) : Ref();
  }
  if (!future || future.get() == argument) return future;
  if (is_task(future)) return future.as<Task>()->complains_of_death = false, future;
  return set_attribute(vm, future, intern("_log_destroy_pending"), kFalse) ? future : Ref();
}

bool note_loop(Vm& vm, Gathering* self, Value future) {
  if (!self->loop.is_null()) return true;
  Ref ask = library_attribute(vm, "asyncio.futures", "_get_loop");
  Ref loop = ask ? call(vm, ask, {future}) : Ref();
  if (loop) self->loop = Ref(loop).release();
  return static_cast<bool>(loop);
}

bool add_child(Vm& vm, Gathering* self, Value argument, Dict* known) {
  vm.charge(kChildNs);
  Value same;
  const int found = dict_lookup(vm, known, argument, &same);
  if (found < 0) return false;
  auto* children = self->children.as<List>();
  if (found) return list_append(children, same), true;
  Ref future = ensure_future(vm, self, argument);
  if (!future || !note_loop(vm, self, future) || !dict_set(vm, known, argument, future)) return false;
  ++self->expected;
  list_append(children, future);
  if (is_future(future)) return add_callback(vm, future.as<Future>(), Value::of(self), kNull);
  return static_cast<bool>(call_method(vm, future, intern("add_done_callback"), {Value::of(self)}));
}

// Gathering(arguments, return_exceptions)
Ref create(Vm& vm, Type* type, const Arguments& arguments) {
  if (arguments.size() != 2 || !is_tuple(arguments[0])) return raise(vm, exceptions::TypeError, "Gathering takes a tuple and a bool");
  auto* self = new_with_members<Gathering>(type);
  Ref result = Ref::take(self), given(arguments[0]), known = Ref::take(new_dict());
  self->expected = self->finished = 0;
  self->return_exceptions = truth(vm, arguments[1]) > 0;
  self->children = Value::of(new_list(given.as<Tuple>()->size));
  for (int64_t i = 0; i < given.as<Tuple>()->size; ++i)
    if (!add_child(vm, self, given.as<Tuple>()->items[i], known.as<Dict>())) return {};
  return result;
}

// --- their ends ------------------------------------------------------------------------------------------------------

enum class End { Failed, Result, Exception, Cancelled };

End end_of_foreign(Vm& vm, Value child, Ref* value) {
  Ref answer = call_method(vm, child, intern("cancelled"));
  const int cancelled = answer ? truth(vm, answer) : -1;
  if (cancelled) return cancelled < 0 ? End::Failed : End::Cancelled;
  *value = call_method(vm, child, intern("exception"));
  if (*value && !value->get().is_none()) return End::Exception;
  if (*value) *value = call_method(vm, child, intern("result"));
  return *value ? End::Result : End::Failed;
}

// How a child has ended; its exception counts as asked for.
End end_of(Vm& vm, Value child, Ref* value) {
  if (!is_future(child)) return end_of_foreign(vm, child, value);
  auto* future = child.as<Future>();
  if (future->state == FutureState::Cancelled) return End::Cancelled;
  future->complains = false;
  *value = Ref(future->outcome);
  return future->failed ? End::Exception : End::Result;
}

Ref cancelled_error_of(Vm& vm, Value child) {
  return is_future(child) ? make_cancelled_error(vm, child.as<Future>()) : call_method(vm, child, intern("_make_cancelled_error"));
}

// What gather gives for a cancelled child with return_exceptions.
Ref cancelled_result(Vm& vm, Value child) {
  Ref message = get_attribute(vm, child, intern("_cancel_message"));
  if (!message) return {};
  return call(vm, cancelled_error_class(vm), {message.get().is_none() ? empty_str() : message});
}

Ref collect_results(Vm& vm, Gathering* self) {
  Ref children(self->children), results = Ref::take(new_list(children.as<List>()->size));
  for (int64_t i = 0; i < children.as<List>()->size; ++i) {
    Ref child(children.as<List>()->items[i]), value;
    const End end = end_of(vm, child, &value);
    if (end == End::Cancelled) value = cancelled_result(vm, child);
    if (!value) return {};
    list_append_owned(results.as<List>(), value.release());
  }
  return results;
}

bool finish(Vm& vm, Gathering* self, Future* outer, Value last) {
  Ref results = collect_results(vm, self);
  Ref asked = results ? get_attribute(vm, self->outer, intern("_cancel_requested")) : Ref();
  const int cancel_requested = asked ? truth(vm, asked) : -1;
  if (cancel_requested <= 0) return cancel_requested == 0 && set_result(vm, outer, results);
  Ref error = cancelled_error_of(vm, last);
  return error && set_exception(vm, outer, error);
}

Ref call_gathering(Vm& vm, Value self, const Arguments& arguments) {
  if (arguments.size() != 1) return raise(vm, exceptions::TypeError, "_done_callback() takes 1 positional argument");
  return child_done(vm, self_of(self), arguments[0]) ? Ref(kNone) : Ref();
}

bool set_outer(Vm& vm, Value self, Value value) {
  if (!value.is_null() && !is_future(value)) return fail(vm, exceptions::TypeError, "outer must be a Future");
  replace(self_of(self)->outer, value);
  return true;
}

const GetterDescription kGetters[] = {
    {"children", [](Vm&, Value self) { return Ref(self_of(self)->children); }},
    {"loop", [](Vm&, Value self) { return self_of(self)->loop.is_null() ? Ref(kNone) : Ref(self_of(self)->loop); }},
    {"outer", [](Vm&, Value self) { return self_of(self)->outer.is_null() ? Ref(kNone) : Ref(self_of(self)->outer); }, set_outer},
    // As which messages show it.
    {"__qualname__", [](Vm&, Value) { return make_str("gather.<locals>._done_callback"); }},
    {"__wrapped__", [](Vm& vm, Value) { return library_attribute(vm, "asyncio.tasks", "gather"); }},
};

}  // namespace

bool child_done(Vm& vm, Gathering* self, Value child) {
  vm.charge(kDoneNs);
  Ref keep(self), value;
  ++self->finished;
  const End end = end_of(vm, child, &value);
  if (end == End::Failed) return false;
  Ref outer(self->outer);
  if (!outer || is_done(outer.as<Future>())) return true;
  if (!self->return_exceptions && end != End::Result) {
    if (end == End::Cancelled) value = cancelled_error_of(vm, child);
    return value && set_exception(vm, outer.as<Future>(), value);
  }
  return self->finished < self->expected || finish(vm, self, outer.as<Future>(), child);
}

void define_gathering_type(Module* module) {
  Operations operations;
  operations.destroy = destroy_members<Gathering>;
  operations.traverse = traverse_members<Gathering>;
  operations.clear = clear_members<Gathering>;
  operations.create = create;
  operations.call = call_gathering;
  define_type(gathering_type, {.name = "_asyncio.Gathering", .base = nullptr, .basic_size = sizeof(Gathering), .flags = kTracked,
                               .operations = operations, .getters = kGetters});
  dict_set_str(module->dictionary, intern("Gathering"), Value::of(&gathering_type));
}

}  // namespace gilsim::python::asyncio
