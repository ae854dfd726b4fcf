#include "interpreter/modules/asyncio/future.h"

#include <vector>

#include "interpreter/modules/asyncio/event_loop.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/imports.h"

namespace gilsim::python::asyncio {

Words words;

void intern_words() { words = {intern("call_soon"), intern("context"), intern("create_task"), intern("msg")}; }

namespace {

Value cancelled_error;  // owned: the class

// What library_attribute() has found. At the end of a program, when sys.modules is empty and the last tasks die, it can
// still be had.
struct Known {
  std::string_view module, name;
  Value value;  // owned
};
std::vector<Known> known;

const AtReset forget([] {
  cancelled_error = kNull;
  known.clear();
});

// Moves everything that waits for the future into the ready queue.
bool schedule_callbacks(Vm& vm, Future* future) {
  Ref callback = Ref::take(std::exchange(future->callback, kNull));
  Ref context = Ref::take(std::exchange(future->callback_context, kNull));
  Ref more = Ref::take(std::exchange(future->more_callbacks, kNull));
  const Value self = Value::of(future);
  if (callback && !call_soon(vm, future->loop, callback, self, context)) return false;
  if (!more) return true;
  auto* list = more.as<List>();
  for (int64_t i = 0; i + 1 < list->size; i += 2)
    if (!call_soon(vm, future->loop, list->items[i], self, list->items[i + 1])) return false;
  return true;
}

bool remember_creation(Vm& vm, Future* future) {
  EventLoop* loop = event_loop(future->loop);
  bool debug = loop && loop->debug;
  if (!loop) {
    Ref answer = call_method(vm, future->loop, intern("get_debug"));
    const int asked = answer ? truth(vm, answer) : -1;
    if (asked < 0) return false;
    debug = asked;
  }
  if (!debug) return true;
  Ref extract = library_attribute(vm, "asyncio.format_helpers", "extract_stack");
  Ref stack = extract ? call(vm, extract) : Ref();
  if (!stack) return false;
  replace(future->source_traceback, stack);
  return true;
}

}  // namespace

Ref library_attribute(Vm& vm, const char* module, const char* name) {
  for (const Known& each : known)
    if (each.name == name && each.module == module) return each.value;
  Ref imported = import_module(interpreter(vm), module);
  Ref value = imported ? get_attribute(vm, imported, intern(name)) : Ref();
  if (value) known.push_back({module, name, Ref(value).release()});
  return value;
}

Value cancelled_error_class(Vm& vm) {
  if (cancelled_error.is_null()) cancelled_error = library_attribute(vm, "asyncio.exceptions", "CancelledError").release();
  return cancelled_error;
}

bool is_cancelled_error(Vm& vm, Value exception) {
  const Value type = cancelled_error_class(vm);
  return !type.is_null() && is_instance(exception, type.as<Type>());
}

Ref raise_invalid_state(Vm& vm, const std::string& message) {
  Ref type = library_attribute(vm, "asyncio.exceptions", "InvalidStateError");
  Ref error = type ? call(vm, type, {make_str(message)}) : Ref();
  return error ? raise_exception(vm, error) : Ref();
}

bool call_exception_handler(Vm& vm, Value loop, std::initializer_list<std::pair<const char*, Value>> entries) {
  Ref context = Ref::take(new_dict());
  for (const auto& [name, value] : entries)
    if (!value.is_null()) dict_set_str(context.as<Dict>(), intern(name), value);
  return static_cast<bool>(call_method(vm, loop, intern("call_exception_handler"), {context}));
}

void tell_exception_handler(Vm& vm, Future* dying, std::initializer_list<std::pair<const char*, Value>> entries) {
  if (call_exception_handler(vm, dying->loop, entries) || interpreter(vm).current().cancelled) return;
  Ref error = take_pending_exception(vm);
  if (error && vm.print_unraisable) vm.print_unraisable(vm, error, Value::of(dying));
}

void begin_future(Future* future) {
  std::apply([](auto&... value) { ((value = kNull), ...); }, future->future_references());
  future->state = FutureState::Pending;
  future->failed = future->blocking = future->complains = false;
}

bool initialize_future(Vm& vm, Future* future, Value loop) {
  Ref chosen(loop);
  if (loop.is_null() || loop.is_none()) {
    Ref ask = library_attribute(vm, "asyncio.events", "_get_event_loop");
    chosen = ask ? call(vm, ask) : Ref();
    if (!chosen) return false;
  }
  std::apply([](auto&... value) { (replace(value, Ref()), ...); }, future->future_references());
  future->state = FutureState::Pending;
  future->failed = future->blocking = future->complains = false;
  future->loop = chosen.release();
  return remember_creation(vm, future);
}

Ref make_future(Vm& vm, Value loop) {
  auto* future = allocate_object<Future>(&future_type);
  begin_future(future);
  Ref result = Ref::take(future);
  future->loop = Ref(loop).release();
  return remember_creation(vm, future) ? result : Ref();
}

bool refuse_uninitialized(Vm& vm, const Future* future) {
  if (!future->loop.is_null()) return false;
  return raise(vm, exceptions::RuntimeError, "{} object is not initialized.", to_utf8(future->type->name)), true;
}

void report_unretrieved(Vm& vm, Future* future) {
  if (!future->complains || !future->failed || interpreter(vm).current().cancelled) return;
  future->complains = false;
  Ref message = make_str(to_utf8(future->type->name) + " exception was never retrieved");
  tell_exception_handler(vm, future, {{"message", message}, {"exception", future->outcome}, {"future", Value::of(future)},
                                      {"source_traceback", future->source_traceback}});
}

bool set_result(Vm& vm, Future* future, Value result) {
  if (refuse_uninitialized(vm, future)) return false;
  if (is_done(future)) return raise_invalid_state(vm, "invalid state"), false;
  future->outcome = Ref(result).release();
  future->state = FutureState::Finished;
  return schedule_callbacks(vm, future);
}

bool set_exception(Vm& vm, Future* future, Value given) {
  if (refuse_uninitialized(vm, future)) return false;
  if (is_done(future)) return raise_invalid_state(vm, "invalid state"), false;
  Ref exception(given);
  const bool is_class = given.is_object() && has_flag(given.object()->type, kTypeSubclass);
  if (is_class && !(exception = call(vm, given))) return false;
  if (!is_exception(exception)) return fail(vm, exceptions::TypeError, "invalid exception object");
  if (is_instance(exception, &exceptions::StopIteration))
    return fail(vm, exceptions::TypeError, "StopIteration interacts badly with generators and cannot be raised into a Future");
  if (const auto* traceback = exception.as<BaseException>()->traceback) future->traceback = Ref(traceback).release();
  future->outcome = exception.release();
  future->failed = future->complains = true;
  future->state = FutureState::Finished;
  return schedule_callbacks(vm, future);
}

bool cancel_future(Vm& vm, Future* future, Value message, bool* cancelled) {
  future->complains = false;
  *cancelled = !is_done(future);
  if (!*cancelled) return true;
  future->state = FutureState::Cancelled;
  replace(future->cancel_message, message.is_none() ? Ref() : Ref(message));
  return schedule_callbacks(vm, future);
}

bool add_callback(Vm& vm, Future* future, Value function, Value context) {
  if (refuse_uninitialized(vm, future)) return false;
  if (is_done(future)) return call_soon(vm, future->loop, function, Value::of(future), context);
  if (future->callback.is_null() && future->more_callbacks.is_null()) {
    future->callback = Ref(function).release();
    future->callback_context = Ref(context).release();
    return true;
  }
  if (future->more_callbacks.is_null()) future->more_callbacks = Value::of(new_list(2));
  auto* list = future->more_callbacks.as<List>();
  list_append(list, function);
  list_append(list, context.is_null() ? kNone : context);
  return true;
}

Ref make_cancelled_error(Vm& vm, Future* future) {
  if (future->state == FutureState::Cancelled && !future->outcome.is_null()) return Ref::take(std::exchange(future->outcome, kNull));
  const Value type = cancelled_error_class(vm);
  if (type.is_null()) return {};
  return future->cancel_message.is_null() ? call(vm, type) : call(vm, type, {future->cancel_message});
}

Ref take_outcome(Vm& vm, Future* future, Ref* result) {
  if (refuse_uninitialized(vm, future)) return {};
  if (future->state == FutureState::Pending) return raise_invalid_state(vm, "Result is not set.");
  if (future->state == FutureState::Cancelled) return make_cancelled_error(vm, future);
  if (!future->failed) return *result = Ref(future->outcome), Ref();
  future->complains = false;
  // Whoever asks first sees where it came from; later ones see their own lines only.
  Ref exception(future->outcome), traceback = Ref::take(std::exchange(future->traceback, kNull));
  Ref old = Ref::take(std::exchange(exception.as<BaseException>()->traceback, traceback.release().as<Traceback>()));
  return exception;
}

}  // namespace gilsim::python::asyncio
