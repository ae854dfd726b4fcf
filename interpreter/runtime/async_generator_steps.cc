// What an async generator's methods give: awaitables that run it up to its next item (asend) or throw something into it
// (athrow, aclose). Awaiting ends with StopIteration(item), or StopAsyncIteration at the generator's end.
#include "interpreter/objects/exception.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/members.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/runtime/async_generator.h"

namespace gilsim::python {

namespace {

struct AsyncItem : Object {
  Value item;
  auto references() { return std::tie(item); }
};

enum class StepState : uint8_t { Created, Begun, Closed };

struct AsyncStep : Object {
  Value generator;
  Value given;  // asend: the value; athrow: tuple of arguments; aclose: null
  StepState state;
  auto references() { return std::tie(generator, given); }

  Generator* target() const { return generator.as<Generator>(); }
  const char* name() const { return given.is_null() ? "aclose()" : "athrow()"; }
};

Type async_item_type, asend_type, athrow_type;

AsyncStep* self_of(Value value) { return value.as<AsyncStep>(); }

bool pending_end(Vm& vm) {
  return pending_matches(vm, exceptions::StopAsyncIteration) || pending_matches(vm, exceptions::GeneratorExit);
}

// An item ends the awaiting; anything else is for whoever drives the coroutine.
Ref take_item(Vm& vm, Generator* generator, Ref result) {
  if (!result) {
    if (pending_end(vm)) generator->async_closed = true;
    generator->async_running = false;
    return {};
  }
  const Value item = async_item(result);
  if (item.is_null()) return result;
  generator->async_running = false;
  return raise(vm, exceptions::StopIteration, item);
}

// A step that has ended is over.
Ref close_at_end(AsyncStep* step, Ref result) {
  if (!result) step->state = StepState::Closed;
  return result;
}

Ref make_step(Type* type, Value generator, Value given) {
  auto* step = new_with_members<AsyncStep>(type);
  step->generator = Ref(generator).release();
  step->given = Ref(given).release();
  step->state = StepState::Created;
  return Ref::take(step);
}

Ref await_self(Vm&, const Arguments& arguments) { return arguments[0]; }
Ref close_step(Vm&, const Arguments& arguments) {
  self_of(arguments[0])->state = StepState::Closed;
  return kNone;
}

// --- asend -------------------------------------------------------------------------------------------------------------

Ref refuse_reuse_of_asend(Vm& vm) { return raise(vm, exceptions::RuntimeError, "cannot reuse already awaited __anext__()/asend()"); }

Ref advance_asend(Vm& vm, Value self, Value value) {
  AsyncStep* step = self_of(self);
  Generator* generator = step->target();
  if (step->state == StepState::Closed) return refuse_reuse_of_asend(vm);
  if (step->state == StepState::Created) {
    if (generator->async_running) return raise(vm, exceptions::RuntimeError, "anext(): asynchronous generator is already running");
    if (value.is_none()) value = step->given;
    step->state = StepState::Begun;
  }
  generator->async_running = true;
  Ref keep(self);
  return close_at_end(step, take_item(vm, generator, send_value(vm, generator, value)));
}

Ref next_of_asend(Vm& vm, Value self) { return advance_asend(vm, self, kNone); }
Ref send_to_asend(Vm& vm, const Arguments& arguments) { return advance_asend(vm, arguments[0], arguments[1]); }

Ref throw_into_asend(Vm& vm, const Arguments& arguments) {
  AsyncStep* step = self_of(arguments[0]);
  if (step->state == StepState::Closed) return refuse_reuse_of_asend(vm);
  Ref exception = exception_to_throw(vm, arguments);
  if (!exception) return {};
  Ref keep(arguments[0]);
  return close_at_end(step, take_item(vm, step->target(), throw_exception(vm, step->target(), std::move(exception))));
}

// --- athrow and aclose ---------------------------------------------------------------------------------------------------

Ref refuse_reuse_of_athrow(Vm& vm) { return raise(vm, exceptions::RuntimeError, "cannot reuse already awaited aclose()/athrow()"); }

// What came of a step, with the rules of aclose(): an item is a mistake, and the generator's end is what was wanted.
Ref conclude(Vm& vm, AsyncStep* step, Ref result) {
  Generator* generator = step->target();
  if (result && !step->given.is_null()) return take_item(vm, generator, std::move(result));
  if (result && async_item(result).is_null()) return result;
  generator->async_running = false;
  step->state = StepState::Closed;
  if (result) return raise(vm, exceptions::RuntimeError, "async generator ignored GeneratorExit");
  if (!step->given.is_null() || !pending_end(vm)) return {};
  clear_pending(vm);
  return raise(vm, exceptions::StopIteration);
}

Ref exception_of(Vm& vm, const AsyncStep* step) {
  if (step->given.is_null()) return call(vm, Value::of(&exceptions::GeneratorExit));
  Value values[4] = {step->generator};
  const auto* given = step->given.as<Tuple>();
  std::copy(given->items, given->items + given->size, values + 1);
  return exception_to_throw(vm, {values, static_cast<size_t>(given->size) + 1, nullptr});
}

Ref begin_athrow(Vm& vm, AsyncStep* step, Value value) {
  Generator* generator = step->target();
  if (generator->async_running) {
    step->state = StepState::Closed;
    return raise(vm, exceptions::RuntimeError, "{}: asynchronous generator is already running", step->name());
  }
  if (generator->async_closed) {
    step->state = StepState::Closed;
    return raise(vm, exceptions::StopAsyncIteration);
  }
  if (!value.is_none()) return raise(vm, exceptions::RuntimeError, "can't send non-None value to a just-started coroutine");
  step->state = StepState::Begun;
  generator->async_running = true;
  if (step->given.is_null()) generator->async_closed = true;
  Ref exception = exception_of(vm, step);
  return conclude(vm, step, exception ? throw_exception(vm, generator, std::move(exception), false) : Ref());
}

Ref advance_athrow(Vm& vm, Value self, Value value) {
  AsyncStep* step = self_of(self);
  if (step->state == StepState::Closed) return refuse_reuse_of_athrow(vm);
  if (step->target()->state == GeneratorState::Closed) {
    step->state = StepState::Closed;
    return raise(vm, exceptions::StopIteration);
  }
  Ref keep(self);
  if (step->state == StepState::Created) return begin_athrow(vm, step, value);
  return conclude(vm, step, send_value(vm, step->target(), value));
}

Ref next_of_athrow(Vm& vm, Value self) { return advance_athrow(vm, self, kNone); }
Ref send_to_athrow(Vm& vm, const Arguments& arguments) { return advance_athrow(vm, arguments[0], arguments[1]); }

Ref throw_into_athrow(Vm& vm, const Arguments& arguments) {
  AsyncStep* step = self_of(arguments[0]);
  if (step->state == StepState::Closed) return refuse_reuse_of_athrow(vm);
  Ref exception = exception_to_throw(vm, arguments);
  if (!exception) return {};
  Ref keep(arguments[0]);
  return conclude(vm, step, throw_exception(vm, step->target(), std::move(exception)));
}

const NativeDescription kAsendMethods[] = {
    {"__await__", await_self, {0, 0}},
    {"send", send_to_asend, {1, 1}},
    {"throw", throw_into_asend, {1, 3}},
    {"close", close_step, {0, 0}},
};
const NativeDescription kAthrowMethods[] = {
    {"__await__", await_self, {0, 0}},
    {"send", send_to_athrow, {1, 1}},
    {"throw", throw_into_athrow, {1, 3}},
    {"close", close_step, {0, 0}},
};

}  // namespace

Ref make_async_item(Value item) {
  auto* marked = new_with_members<AsyncItem>(&async_item_type);
  marked->item = Ref(item).release();
  return Ref::take(marked);
}

Value async_item(Value value) {
  return value.is_object() && value.object()->type == &async_item_type ? value.as<AsyncItem>()->item : kNull;
}

Ref make_asend(Value generator, Value value) { return make_step(&asend_type, generator, value); }
Ref make_athrow(Value generator, Value arguments) { return make_step(&athrow_type, generator, arguments); }

void define_async_step_types() {
  Operations item;
  item.destroy = destroy_members<AsyncItem>;
  item.traverse = traverse_members<AsyncItem>;
  define_type(async_item_type, {.name = "async_generator_wrapped_value", .base = nullptr, .basic_size = sizeof(AsyncItem),
                                .flags = kTracked, .operations = item});
  define_type(asend_type, {.name = "async_generator_asend", .base = nullptr, .basic_size = sizeof(AsyncStep), .flags = kTracked,
                           .operations = iterator_operations<AsyncStep>(next_of_asend), .methods = kAsendMethods});
  define_type(athrow_type, {.name = "async_generator_athrow", .base = nullptr, .basic_size = sizeof(AsyncStep), .flags = kTracked,
                            .operations = iterator_operations<AsyncStep>(next_of_athrow), .methods = kAthrowMethods});
}

}  // namespace gilsim::python
