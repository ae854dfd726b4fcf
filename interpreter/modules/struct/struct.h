// The struct module: values as octets in the layouts of C.
#pragma once

#include "interpreter/modules/struct/layout.h"
#include "interpreter/objects/arguments.h"
#include "interpreter/objects/ref.h"

namespace gilsim::python {

struct StructObject : Object {
  Value format;   // owned: str; null before __init__
  Layout layout;  // its fields are from the heap
};

extern Type struct_type, struct_error_type, unpack_iterator_type;

bool pack_values(Vm& vm, const Layout& layout, const Value* values, char* data);
Ref unpack_values(Vm& vm, const Layout& layout, const char* data);  // a tuple

// The methods of Struct, and by way of a Struct the functions of the module: self is the first argument.
Ref struct_pack(Vm& vm, const Arguments& arguments);
Ref struct_pack_into(Vm& vm, const Arguments& arguments);
Ref struct_unpack(Vm& vm, const Arguments& arguments);
Ref struct_unpack_from(Vm& vm, const Arguments& arguments);
Ref struct_iter_unpack(Vm& vm, const Arguments& arguments);
// The Struct of a format (str or bytes); those used lately are kept.
Ref struct_of_format(Vm& vm, Value format);

void define_struct_types();

}  // namespace gilsim::python
