// Finding attributes: in a type's MRO, on instances, classes and modules, with Python's rules for descriptors.
#pragma once

#include <initializer_list>
#include <string>

#include "interpreter/objects/arguments.h"
#include "interpreter/objects/heap.h"

namespace gilsim::python {

// The value of `name` in the first class of the type's MRO that has it; borrowed; null: none. Runs no Python code. A
// cache keyed by the type's version makes repeated lookups a few instructions. Names are interned here and below.
Value lookup(Type* type, Str* name);

// To be called after any change of a type's namespace or bases: new versions for it and all its subclasses.
void type_changed(Type* type);

// `object.__getattribute__` and `__setattr__`: data descriptor, instance, other descriptor, class.
Ref generic_get_attribute(Vm& vm, Value self, Str* name);
bool generic_set_attribute(Vm& vm, Value self, Str* name, Value value);  // value null: delete
Ref find_generic_attribute(Vm& vm, Value self, Str* name);  // null with nothing pending: there is none
// The same for a class and a module (operations of `type` and `module`).
Ref type_get_attribute(Vm& vm, Value self, Str* name);
bool type_set_attribute(Vm& vm, Value self, Str* name, Value value);
Ref module_get_attribute(Vm& vm, Value self, Str* name);
bool module_set_attribute(Vm& vm, Value self, Str* name, Value value);

// What `descriptor`, found in `type`'s MRO, gives for an instance: its __get__, or itself.
Ref bind_descriptor(Vm& vm, Value descriptor, Value instance, Type* type);

// self.name as the start of a call. Gives an unbound function with *takes_self true when that saves making a bound
// method: call it with self in front of the arguments. Null: AttributeError or another exception is pending.
Ref get_method(Vm& vm, Value self, Str* name, bool* takes_self);

// A special method as Python finds it, on the type only.
struct SpecialMethod {
  Ref callable;             // null: the type has none, or (`failed`) binding it raised
  bool takes_self = false;
  bool failed = false;
  explicit operator bool() const { return static_cast<bool>(callable); }
};
SpecialMethod find_special(Vm& vm, Value self, Str* name);
Ref call_special(Vm& vm, const SpecialMethod& method, Value self, std::initializer_list<Value> arguments = {});
Ref call_special(Vm& vm, const SpecialMethod& method, Value self, const Arguments& arguments);

// AttributeError with its `name` and `obj`. Always false, for `return raise_attribute_error(…)`; natives that give a Ref
// write `return raise_attribute_error(…), Ref()`.
bool raise_attribute_error(Vm& vm, Value object, Str* name, const std::string& message);
bool raise_no_attribute(Vm& vm, Value object, Str* name);  // "'int' object has no attribute 'x'"
// A pending AttributeError that a program raised in __getattr__ and the like gets them too, unless it has its own.
void complete_attribute_error(Vm& vm, Value object, Str* name);

}  // namespace gilsim::python
