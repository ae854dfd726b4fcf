// The types asyncio.Future and FutureIter, what an await of a future goes through.
#include "interpreter/modules/asyncio/event_loop.h"
#include "interpreter/modules/asyncio/future.h"
#include "interpreter/modules/asyncio/task.h"
#include "interpreter/modules/contextvars/context.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/runtime/generator.h"

namespace gilsim::python::asyncio {

Type future_type, future_iterator_type;

namespace {

Future* self_of(Value self) { return self.as<Future>(); }
Future* self_of(const Arguments& arguments) { return arguments[0].as<Future>(); }

struct FutureIterator : Object {
  Value future;  // owned; null: at its end
  auto references() { return std::tie(future); }
};

Ref create(Vm&, Type* type, const Arguments&) {
  auto* future = static_cast<Future*>(allocate_object(type, sizeof(Future)));
  begin_future(future);
  return Ref::take(future);
}

bool initialize(Vm& vm, Value self, const Arguments& arguments) {
  static const char* const parameter_names[] = {"loop"};
  static const ParameterList parameters{"Future", parameter_names, 1, 0, 0, 0};
  Value loop;
  return bind(vm, arguments, parameters, &loop) && initialize_future(vm, self_of(self), loop);
}

void drop_references(Object* object) {
  auto drop = [](auto&... value) { (decref(std::exchange(value, kNull)), ...); };
  std::apply(drop, static_cast<Future*>(object)->future_references());
}

void destroy(Object* object) {
  drop_references(object);
  free_object(object, sizeof(Future));
}

void traverse(Object* object, Visitor& visitor) {
  auto visit = [&](auto&... value) { ((value.is_null() ? void() : visitor.visit(value)), ...); };
  std::apply(visit, static_cast<Future*>(object)->future_references());
}

Ref repr_future(Vm& vm, Value self) {
  Ref function = library_attribute(vm, "asyncio.base_futures", "_future_repr");
  return function ? call(vm, function, {self}) : Ref();
}

// --- methods ---------------------------------------------------------------------------------------------------------

Ref result(Vm& vm, const Arguments& arguments) {
  Ref value;
  Ref exception = take_outcome(vm, self_of(arguments), &value);
  return exception ? raise_exception(vm, exception) : value;
}

Ref exception(Vm& vm, const Arguments& arguments) {
  Future* future = self_of(arguments);
  if (refuse_uninitialized(vm, future)) return {};
  if (future->state == FutureState::Pending) return raise_invalid_state(vm, "Exception is not set.");
  if (future->state == FutureState::Cancelled) {
    Ref error = make_cancelled_error(vm, future);
    return error ? raise_exception(vm, error) : Ref();
  }
  future->complains = false;
  return future->failed ? Ref(future->outcome) : Ref(kNone);
}

Ref set_result_method(Vm& vm, const Arguments& arguments) {
  return set_result(vm, self_of(arguments), arguments[1]) ? Ref(kNone) : Ref();
}
Ref set_exception_method(Vm& vm, const Arguments& arguments) {
  return set_exception(vm, self_of(arguments), arguments[1]) ? Ref(kNone) : Ref();
}

Ref add_done_callback(Vm& vm, const Arguments& arguments) {
  static const char* const parameter_names[] = {"fn", "context"};
  static const ParameterList parameters{"add_done_callback", parameter_names, 2, 1, 1, 1};
  Value given[2];
  if (!bind(vm, arguments.without_first(), parameters, given)) return {};
  if (!check_context(vm, given[1])) return {};
  Ref context = given[1].is_null() || given[1].is_none() ? copy_context(interpreter(vm)) : Ref(given[1]);
  return add_callback(vm, self_of(arguments), given[0], context) ? Ref(kNone) : Ref();
}

// Those that equal `function` go.
Ref remove_done_callback(Vm& vm, const Arguments& arguments) {
  Future* future = self_of(arguments);
  if (refuse_uninitialized(vm, future)) return {};
  int64_t removed = 0;
  if (!future->callback.is_null()) {
    const int same = equals(vm, future->callback, arguments[1]);
    if (same < 0) return {};
    if (same) {
      replace(future->callback, Ref());
      replace(future->callback_context, Ref());
      ++removed;
    }
  }
  if (future->more_callbacks.is_null()) return make_int(removed);
  Ref old(future->more_callbacks), kept = Ref::take(new_list());
  auto* list = old.as<List>();
  for (int64_t i = 0; i + 1 < list->size; i += 2) {
    const int same = equals(vm, list->items[i], arguments[1]);
    if (same < 0) return {};
    if (same) {
      ++removed;
      continue;
    }
    list_append(kept.as<List>(), list->items[i]);
    list_append(kept.as<List>(), list->items[i + 1]);
  }
  replace(future->more_callbacks, kept);
  return make_int(removed);
}

Ref cancel(Vm& vm, const Arguments& arguments) {
  static const char* const parameter_names[] = {"msg"};
  static const ParameterList parameters{"cancel", parameter_names, 1};
  Value message;
  if (!bind(vm, arguments.without_first(), parameters, &message)) return {};
  if (refuse_uninitialized(vm, self_of(arguments))) return {};
  bool cancelled;
  if (!cancel_future(vm, self_of(arguments), message.is_null() ? kNone : message, &cancelled)) return {};
  return Value::of(cancelled);
}

Ref cancelled(Vm&, const Arguments& arguments) { return Value::of(self_of(arguments)->state == FutureState::Cancelled); }
Ref done(Vm&, const Arguments& arguments) { return Value::of(is_done(self_of(arguments))); }
Ref get_loop(Vm& vm, const Arguments& arguments) {
  return refuse_uninitialized(vm, self_of(arguments)) ? Ref() : Ref(self_of(arguments)->loop);
}
Ref make_cancelled_error_method(Vm& vm, const Arguments& arguments) { return make_cancelled_error(vm, self_of(arguments)); }

Ref make_iterator(Vm& vm, Value self) {
  if (refuse_uninitialized(vm, self_of(self))) return {};
  auto* iterator = allocate_object<FutureIterator>(&future_iterator_type);
  iterator->future = Ref(self).release();
  return Ref::take(iterator);
}
Ref await(Vm& vm, const Arguments& arguments) { return make_iterator(vm, arguments[0]); }

// --- attributes ------------------------------------------------------------------------------------------------------

Ref or_none(Value value) { return value.is_null() ? Ref(kNone) : Ref(value); }

Ref state(Vm&, Value self) {
  switch (self_of(self)->state) {
    case FutureState::Pending: return make_str("PENDING");
    case FutureState::Cancelled: return make_str("CANCELLED");
    case FutureState::Finished: return make_str("FINISHED");
  }
  return kNone;
}

Ref stored_result(Vm&, Value self) {
  const Future* future = self_of(self);
  return future->state == FutureState::Finished && !future->failed ? Ref(future->outcome) : Ref(kNone);
}
Ref stored_exception(Vm&, Value self) { return self_of(self)->failed ? Ref(self_of(self)->outcome) : Ref(kNone); }

// A callback as programs see it: a task's is its wake-up.
Ref shown_callback(Vm& vm, Value callback) {
  return is_task(callback) ? get_attribute(vm, callback, intern("task_wakeup")) : Ref(callback);
}

Ref callbacks(Vm& vm, Value self) {
  const Future* future = self_of(self);
  if (future->callback.is_null() && future->more_callbacks.is_null()) return kNone;
  Ref result = Ref::take(new_list());
  auto add = [&](Value callback, Value context) {
    list_append(result.as<List>(), make_tuple({shown_callback(vm, callback), context.is_null() ? kNone : context}));
  };
  if (!future->callback.is_null()) add(future->callback, future->callback_context);
  if (!future->more_callbacks.is_null()) {
    const auto* list = future->more_callbacks.as<List>();
    for (int64_t i = 0; i + 1 < list->size; i += 2) add(list->items[i], list->items[i + 1]);
  }
  return result;
}

bool set_blocking(Vm& vm, Value self, Value value) {
  const int blocking = value.is_null() ? 0 : truth(vm, value);
  if (blocking < 0) return false;
  self_of(self)->blocking = blocking;
  return true;
}

bool set_complains(Vm& vm, Value self, Value value) {
  const int complains = value.is_null() ? 0 : truth(vm, value);
  if (complains < 0) return false;
  if (complains) return fail(vm, exceptions::ValueError, "_log_traceback can only be set to False");
  self_of(self)->complains = false;
  return true;
}

bool set_cancel_message(Vm&, Value self, Value value) {
  replace(self_of(self)->cancel_message, value.is_null() || value.is_none() ? Ref() : Ref(value));
  return true;
}

// --- the iterator ----------------------------------------------------------------------------------------------------

Ref next_of(Vm& vm, Value self) {
  auto* iterator = self.as<FutureIterator>();
  if (iterator->future.is_null()) return {};
  Future* future = iterator->future.as<Future>();
  if (!is_done(future)) {
    if (future->blocking) return raise(vm, exceptions::RuntimeError, "await wasn't used with future");
    future->blocking = true;
    return Ref(future);
  }
  Ref keep = Ref::take(std::exchange(iterator->future, kNull)), result;
  Ref exception = take_outcome(vm, future, &result);
  if (exception) return raise_exception(vm, exception);
  if (!result || result.get().is_none()) return {};
  return raise(vm, exceptions::StopIteration, result.get());
}

Ref send_to_iterator(Vm& vm, const Arguments& arguments) {
  Ref value = next_of(vm, arguments[0]);
  return value || is_pending(vm) ? value : raise(vm, exceptions::StopIteration);
}

Ref throw_into_iterator(Vm& vm, const Arguments& arguments) {
  Ref exception = exception_to_throw(vm, arguments);
  if (!exception) return {};
  replace(arguments[0].as<FutureIterator>()->future, Ref());
  set_pending_exception(vm, exception);
  return {};
}

Ref close_iterator(Vm&, const Arguments& arguments) {
  replace(arguments[0].as<FutureIterator>()->future, Ref());
  return kNone;
}

const NativeDescription kIteratorMethods[] = {
    {"send", send_to_iterator, {1, 1}}, {"throw", throw_into_iterator, {1, 3}}, {"close", close_iterator, {0, 0}}};
const NativeDescription kMethods[] = {
    {"result", result, {0, 0}},
    {"exception", exception, {0, 0}},
    {"set_result", set_result_method, {1, 1}},
    {"set_exception", set_exception_method, {1, 1}},
    {"add_done_callback", add_done_callback, {1, 1, true}},
    {"remove_done_callback", remove_done_callback, {1, 1}},
    {"cancel", cancel, {0, 1, true}},
    {"cancelled", cancelled, {0, 0}},
    {"done", done, {0, 0}},
    {"get_loop", get_loop, {0, 0}},
    {"_make_cancelled_error", make_cancelled_error_method, {0, 0}},
    {"__await__", await, {0, 0}},
};
const NativeDescription kClassMethods[] = {{"__class_getitem__", class_getitem, {1, 1}}};
const GetterDescription kGetters[] = {
    {"_state", state},
    {"_result", stored_result},
    {"_exception", stored_exception},
    {"_callbacks", callbacks},
    {"_asyncio_future_blocking", [](Vm&, Value self) { return Ref(Value::of(self_of(self)->blocking)); }, set_blocking},
    {"_log_traceback", [](Vm&, Value self) { return Ref(Value::of(self_of(self)->complains)); }, set_complains},
    {"_loop", [](Vm&, Value self) { return or_none(self_of(self)->loop); }},
    {"_cancel_message", [](Vm&, Value self) { return or_none(self_of(self)->cancel_message); }, set_cancel_message},
    {"_source_traceback", [](Vm&, Value self) { return or_none(self_of(self)->source_traceback); }},
};

void define_iterator_type() {
  define_type(future_iterator_type, {.name = "_asyncio.FutureIter", .base = nullptr, .basic_size = sizeof(FutureIterator),
                                     .flags = kTracked, .operations = iterator_operations<FutureIterator>(next_of),
                                     .methods = kIteratorMethods});
}

}  // namespace

void define_future_types(Module* module) {
  define_iterator_type();
  Operations operations;
  operations.destroy = destroy;
  operations.traverse = traverse;
  operations.clear = drop_references;
  operations.finalize = [](Vm& vm, Object* object) { report_unretrieved(vm, static_cast<Future*>(object)); };
  operations.create = create;
  operations.initialize = initialize;
  operations.repr = repr_future;
  operations.iterate = make_iterator;
  define_type(future_type, {.name = "_asyncio.Future", .base = nullptr, .basic_size = sizeof(Future),
                            .flags = kTracked | kHasAttributes | kSubclassable | kHasFinalizer, .operations = operations,
                            .methods = kMethods, .class_methods = kClassMethods, .getters = kGetters});
  dict_set_str(module->dictionary, intern("Future"), Value::of(&future_type));
}

}  // namespace gilsim::python::asyncio
