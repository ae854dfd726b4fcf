// Built-in functions that need the interpreter: print, input, exec, eval, compile, globals, locals, __build_class__,
// __import__.
#pragma once

#include <span>

#include "interpreter/objects/function.h"

namespace gilsim::python {

std::span<const NativeDescription> runtime_builtins();

}  // namespace gilsim::python
