// What `await` and `async for` ask of objects.
#pragma once

#include "interpreter/objects/ref.h"

namespace gilsim::python {

class Vm;

// The iterator behind `await value`; `complaint` (a TypeError's words) has one {} for the type's name.
Ref await_iterator(Vm& vm, Value value, const char* complaint);

// anext(iterator, otherwise): awaits `awaitable`, and gives `otherwise` when that is at its end.
Ref make_anext_awaitable(Value awaitable, Value otherwise);

}  // namespace gilsim::python
