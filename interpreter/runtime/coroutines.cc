// Instructions of yield from, await, async for and async with.
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/async_generator.h"
#include "interpreter/runtime/coroutines.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/operand_stack.h"
#include "interpreter/runtime/slow_paths.h"

namespace gilsim::python {

namespace {

// A generator whose function is marked as a coroutine (types.coroutine).
bool is_iterable_coroutine(Value value) {
  return value.is_object() && value.object()->type == &generator_type &&
         (value.as<Generator>()->frame.code->compiled->flags & compiler::kIterableCoroutine);
}

// A coroutine in C++: built-in types have no other objects that can be stepped but not iterated over.
bool is_native_coroutine(Value value) {
  if (!value.is_object()) return false;
  const Type* type = value.object()->type;
  return type->operations.next && !type->operations.iterate && !has_flag(type, kHeapType);
}

const char* await_complaint(int32_t argument) {
  if (argument == 1) return "'async with' received an object from __aenter__ that does not implement __await__: {}";
  if (argument == 2) return "'async with' received an object from __aexit__ that does not implement __await__: {}";
  return "object {} can't be used in 'await' expression";
}

}  // namespace

Ref await_iterator(Vm& vm, Value value, const char* complaint) {
  if (is_coroutine(value) || is_iterable_coroutine(value) || is_native_coroutine(value)) return value;
  SpecialMethod method = find_special(vm, value, names.await);
  if (method.failed) return {};
  if (!method) return raise(vm, exceptions::TypeError, std::string_view(fmt::format(fmt::runtime(complaint), type_name(value))));
  Ref iterator = call_special(vm, method, value);
  if (iterator && is_coroutine(iterator)) return raise(vm, exceptions::TypeError, "__await__() returned a coroutine");
  if (iterator && !type_of(iterator)->operations.next)
    return raise(vm, exceptions::TypeError, "__await__() returned non-iterator of type '{}'", type_name(iterator));
  return iterator;
}

bool get_yield_from_iterator(Interpreter& vm, Frame& frame, int32_t) {
  const Value value = peek(frame);
  if (value.is_object() && value.object()->type == &generator_type) return true;
  if (is_coroutine(value)) {
    if (frame.code->compiled->flags & (compiler::kCoroutine | compiler::kIterableCoroutine)) return true;
    return raise(vm, exceptions::TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator"), false;
  }
  Ref iterable = pop(frame);
  return push(frame, iterate(vm, iterable));
}

bool get_awaitable(Interpreter& vm, Frame& frame, int32_t argument) {
  Ref value = pop(frame);
  Ref iterator = await_iterator(vm, value, await_complaint(argument));
  if (iterator && is_coroutine(iterator) && !delegate_of(iterator.as<Generator>()).is_null())
    return fail(vm, exceptions::RuntimeError, "coroutine is being awaited already");
  return push(frame, std::move(iterator));
}

bool get_async_iterator(Interpreter& vm, Frame& frame, int32_t) {
  Ref iterable = pop(frame);
  SpecialMethod method = find_special(vm, iterable, names.aiter);
  if (method.failed) return false;
  if (!method)
    return raise(vm, exceptions::TypeError, "'async for' requires an object with __aiter__ method, got {}", type_name(iterable)), false;
  Ref iterator = call_special(vm, method, iterable);
  if (!iterator) return false;
  if (lookup(type_of(iterator), names.anext).is_null())
    return raise(vm, exceptions::TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: {}",
                 type_name(iterator)), false;
  return push(frame, std::move(iterator));
}

bool get_async_next(Interpreter& vm, Frame& frame, int32_t) {
  const Value iterator = peek(frame);
  SpecialMethod method = find_special(vm, iterator, names.anext);
  if (method.failed) return false;
  if (!method)
    return raise(vm, exceptions::TypeError, "'async for' requires an iterator with __anext__ method, got {}", type_name(iterator)), false;
  Ref next_value = call_special(vm, method, iterator);
  if (!next_value) return false;
  return push(frame, await_iterator(vm, next_value, "'async for' received an invalid object from __anext__: {}"));
}

bool end_async_for(Interpreter& vm, Frame& frame, int32_t) {
  Ref exception = pop(frame);
  if (is_instance(exception, &exceptions::StopAsyncIteration)) return drop(frame, 1), true;
  set_pending_exception(vm, exception);
  return false;
}

bool wrap_async_yield(Interpreter&, Frame& frame, int32_t) {
  Ref item = pop(frame);
  return push(frame, make_async_item(item));
}

bool enter_async_context(Interpreter& vm, Frame& frame, int32_t) {
  Ref manager = pop(frame);
  SpecialMethod enter = find_special(vm, manager, names.aenter);
  SpecialMethod exit = find_special(vm, manager, names.aexit);
  if (enter.failed || exit.failed) return false;
  if (!enter || !exit)
    return raise(vm, exceptions::TypeError, "'{}' object does not support the asynchronous context manager protocol{}",
                 type_name(manager), enter ? " (missed __aexit__ method)" : ""), false;
  push(frame, exit.takes_self ? make_bound_method(exit.callable, manager) : exit.callable);
  return push(frame, call_special(vm, enter, manager));
}

}  // namespace gilsim::python
