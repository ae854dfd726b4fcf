// Finding and running modules: those made by C++ (modules/native_modules.def), those of our own library, and Python files
// beside the program. Nothing else can be imported.
#pragma once

#include <string>
#include <string_view>

#include "interpreter/objects/module.h"

namespace gilsim::python {

class Interpreter;

// Imports `name` ("a.b.c" and its parents) and gives the module itself, not the first package.
Ref import_module(Interpreter& vm, std::string_view name);
// builtins.__import__: with an empty `names_wanted` (tuple or None) gives the first package of a dotted name.
Ref import_by_name(Interpreter& vm, Str* name, Value globals, Value names_wanted, int64_t level);

// Whether import_module would find something of that name without running anything.
bool is_importable(const Interpreter& vm, std::string_view name);

}  // namespace gilsim::python
