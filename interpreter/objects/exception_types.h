// The built-in exception classes: constructors, attributes and texts of each kind.
#pragma once

#include "interpreter/objects/arguments.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

struct List;

// What BaseException does; other classes begin with it.
Ref exception_create(Vm& vm, Type* type, const Arguments& arguments);
bool exception_initialize(Vm& vm, Value self, const Arguments& arguments);
Ref exception_str(Vm& vm, Value self);
void set_exception_arguments(Value self, const Arguments& arguments);

// What distinguishes one class from its base.
struct ExceptionBehaviour {
  Operations operations;
  std::span<const NativeDescription> methods = {};
  std::span<const NativeDescription> class_methods = {};
  std::span<const GetterDescription> getters = {};
};
ExceptionBehaviour os_error_behaviour();            // exception_os_error.cc
ExceptionBehaviour syntax_error_behaviour();        // exception_syntax_error.cc
ExceptionBehaviour unicode_error_behaviour(const Type& type);
ExceptionBehaviour exception_group_behaviour();     // exception_group.cc

// The part of a group that `condition` (a class, a tuple of classes, or a function) matches, and the rest; None
// when empty. False: an exception is pending.
bool split_exception_group(Vm& vm, Value group, Value condition, Ref* matching, Ref* rest);
// What several parts of a group make together: shaped like the group, without what is in none of them.
Ref unite_exception_group(Vm& vm, Value group, const List* parts);

void define_exception_types();

}  // namespace gilsim::python
