// The modules made by C++, by name.
#pragma once

#include <span>
#include <string_view>

#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

class Interpreter;

// All of them; the table is interpreter/modules/native_modules.def.
std::span<const ModuleDefinition* const> native_modules();

// null: there is none of that name.
const ModuleDefinition* find_native_module(std::string_view name);
// Makes the module, with its functions, and puts it into sys.modules.
Ref make_native_module(Interpreter& vm, const ModuleDefinition& definition);

}  // namespace gilsim::python
