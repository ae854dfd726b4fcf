// types.MappingProxyType: a read-only view of a mapping, such as a class's __dict__.
#pragma once

#include "interpreter/objects/heap.h"

namespace gilsim::python {

struct MappingProxy : Object {
  Value mapping;
};

extern Type mapping_proxy_type;

Ref make_mapping_proxy(Value mapping);

void define_mapping_proxy_type();

}  // namespace gilsim::python
