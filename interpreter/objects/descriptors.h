// Descriptors: staticmethod, classmethod, and those behind the attributes of built-in types and of __slots__.
#pragma once

#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

// staticmethod and classmethod. kHasAttributes: they copy __name__, __doc__ … of what they wrap.
struct MethodWrapper : Object {
  Value callable;
};

struct GetSetDescriptor : Object {
  const GetterDescription* description;
  Type* owner;
};

// A value behind the object's struct: a member of __slots__ or a field of an exception.
struct MemberDescriptor : Object {
  Str* name;
  Type* owner;
  uint32_t offset;
  bool none_when_unset;  // fields of built-in classes read as None; unset slots raise AttributeError
  bool read_only;
};

extern Type static_method_type, class_method_type, getset_descriptor_type, member_descriptor_type;

Ref make_static_method(Value callable);
Ref make_class_method(Value callable);
Ref make_getset_descriptor(const GetterDescription& description, Type* owner);
Ref make_member_descriptor(Str* name, Type* owner, uint32_t offset, bool none_when_unset, bool read_only = false);
Ref make_dict_descriptor(Type* owner);     // `__dict__` of instances
Ref make_weakref_descriptor(Type* owner);  // `__weakref__` of instances

void define_descriptor_types();

}  // namespace gilsim::python
