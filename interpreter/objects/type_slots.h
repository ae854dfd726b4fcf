// Special methods and operations: the one table that says which special method stands for which operation of a type.
// It is read in both directions:
// - a built-in type's operation shows in its namespace as a slot wrapper (`int.__add__`),
// - a special method in a program's class replaces the class's operation by a function that calls the method.
#pragma once

#include "interpreter/objects/function.h"
#include "interpreter/objects/type.h"

namespace gilsim::python {

// Puts a slot wrapper into the namespace of a built-in type for each operation in `own`.
void add_slot_wrappers(Type& type, const Operations& own);
// Works out all operations of a class made by a program from its MRO.
void inherit_operations(Type* type);
// After `name` changed in the type's namespace: works out the operation behind it, here and in the subclasses.
void update_operations_for(Type* type, Str* name);

// Calls a slot wrapper; `arguments` hold self first and have been counted.
Ref call_slot_wrapper(Vm& vm, const Native* wrapper, const Arguments& arguments);

// The functions put in place for methods written in Python that the eval loop wants to recognise, in order to run the
// method without recursion.
Ref call_method_call(Vm& vm, Value self, const Arguments& arguments);             // __call__
Ref call_method_new(Vm& vm, Type* type, const Arguments& arguments);              // __new__
bool call_method_init(Vm& vm, Value self, const Arguments& arguments);            // __init__
Ref call_method_get_attribute(Vm& vm, Value self, Str* name);                     // __getattribute__, __getattr__

bool calls_method(BinaryFunction operation, Binary op);                           // __add__, __radd__ …

// Names and signs of operators: "__add__", "__radd__", "__iadd__", "+".
struct BinaryNames {
  const char* method;
  const char* reflected;
  const char* in_place;
  const char* sign;
};
extern const BinaryNames binary_names[kBinaryOperatorCount];
extern const char* const compare_signs[6];

}  // namespace gilsim::python
