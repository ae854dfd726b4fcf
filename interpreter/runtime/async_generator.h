// The parts of async generators: the generator itself (generator.h's Generator), the awaitables that its methods give,
// and the mark on what it yields.
//
// An async generator's frame passes two kinds of values through `yield`: what its `await`s hand to whoever drives the
// coroutine, and items. ASYNC_GEN_WRAP marks the items, so that the awaitable knows when it is done.
#pragma once

#include "interpreter/objects/arguments.h"
#include "interpreter/runtime/generator.h"

namespace gilsim::python {

Ref make_async_item(Value item);
// The item in it, or null when `value` is no marked item.
Value async_item(Value value);

Ref make_asend(Value generator, Value value);         // generator.asend(value), __anext__()
Ref make_athrow(Value generator, Value arguments);    // generator.athrow(*arguments); arguments null: aclose()

void define_async_step_types();
void define_anext_awaitable_type();

}  // namespace gilsim::python
