// What `await` and `async for` ask of objects.
#pragma once

#include "interpreter/objects/ref.h"

namespace gilsim::python {

class Vm;

// The iterator behind `await value`; `complaint` (a TypeError's words) has one {} for the type's name.
Ref await_iterator(Vm& vm, Value value, const char* complaint);

// The RuntimeWarning for a coroutine that nothing of has run; of any type that has a __qualname__. Nothing stays pending.
void warn_never_awaited(Vm& vm, Value coroutine);

// anext(iterator, otherwise): awaits `awaitable`, and gives `otherwise` when that is at its end.
Ref make_anext_awaitable(Value awaitable, Value otherwise);

}  // namespace gilsim::python
