// Built-in functions that need nothing but the objects: one table a group. (Those that need the interpreter are in
// runtime_builtins.h.)
#pragma once

#include <span>

#include "interpreter/objects/function.h"

namespace gilsim::python {

std::span<const NativeDescription> iteration_builtins();  // len, iter, next, sorted, min, max, sum, any, all
std::span<const NativeDescription> number_builtins();     // abs, divmod, pow, round, bin, oct, hex, chr, ord
std::span<const NativeDescription> object_builtins();     // repr, hash, id, isinstance, getattr, dir, …

}  // namespace gilsim::python
