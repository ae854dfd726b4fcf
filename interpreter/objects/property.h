// property: an attribute computed by functions.
#pragma once

#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

struct Property : Object {  // subclassable
  Value getter, setter, deleter;  // null: there is none
  Value doc;                      // or null
  Value name;                     // from __set_name__, or null
  bool doc_of_getter;             // doc came from the getter
};

extern Type property_type;

void define_property_type();

}  // namespace gilsim::python
