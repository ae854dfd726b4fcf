#include "interpreter/runtime/native_modules.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

const ModuleDefinition* find_native_module(std::string_view name) {
  for (const ModuleDefinition* module : native_modules())
    if (name == module->name) return module;
  return nullptr;
}

Ref make_native_module(Interpreter& vm, const ModuleDefinition& definition) {
  Ref module = make_module(definition.name);
  Dict* dictionary = module.as<Module>()->dictionary;
  if (definition.doc) dict_set_str(dictionary, names.doc, make_str(definition.doc));
  Ref name = make_str(definition.name);
  for (const NativeDescription& function : definition.functions)
    dict_set_str(dictionary, intern(function.name), make_native(function, kNull, name));
  dict_set_str(vm.modules, intern(definition.name), module);
  if (definition.populate && !definition.populate(vm, module.as<Module>())) {
    dict_delete_str(vm.modules, intern(definition.name));
    return {};
  }
  return module;
}

}  // namespace gilsim::python
