// _weakref: what the library's weakref module is made of.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/weak_reference.h"

namespace gilsim::python {

namespace {

Ref proxy(Vm& vm, const Arguments& arguments) { return make_weak_proxy(vm, arguments[0], arguments.optional(1)); }
Ref get_count(Vm&, const Arguments& arguments) { return make_int(weak_reference_count(arguments[0])); }
Ref get_references(Vm&, const Arguments& arguments) { return weak_references(arguments[0]); }

// Removes a dictionary's entry whose value is a dead reference.
Ref remove_dead(Vm& vm, const Arguments& arguments) {
  auto* dictionary = arguments[0].as<Dict>();
  Value reference = kNull;
  int found = dict_lookup(vm, dictionary, arguments[1], &reference);
  if (found < 0) return {};
  bool is_dead = found && is_instance(reference, &weak_reference_type) && !reference.as<WeakReference>()->target;
  if (is_dead && dict_delete(vm, dictionary, arguments[1]) < 0) return {};
  return kNone;
}

bool populate(Vm&, Module* module) {
  auto add = [&](const char* name, Type& type) { dict_set_str(module->dictionary, intern(name), Value::of(&type)); };
  add("ref", weak_reference_type);
  add("ReferenceType", weak_reference_type);
  add("ProxyType", weak_proxy_type);
  add("CallableProxyType", callable_weak_proxy_type);
  return true;
}

constexpr NativeDescription kFunctions[] = {
    {"proxy", proxy, {1, 2}, "Create a proxy object that weakly references 'object'."},
    {"getweakrefcount", get_count, {1, 1}, "Return the number of weak references to 'object'."},
    {"getweakrefs", get_references, {1, 1}, "Return a list of all weak reference objects pointing to 'object'."},
    {"_remove_dead_weakref", remove_dead, {2, 2}, "Atomically remove key from dict if it points to a dead weakref."},
};

}  // namespace

const ModuleDefinition& _weakref_module() {
  static const ModuleDefinition definition{"_weakref", kFunctions, populate, "Weak-reference support module."};
  return definition;
}

}  // namespace gilsim::python
