// module: a name and a namespace.
#pragma once

#include <string_view>

#include "interpreter/objects/dict.h"

namespace gilsim::python {

struct Module : Object {
  Str* name;
  Dict* dictionary;
  bool initializing;  // its code is still running: what it lacks may come yet
};

extern Type module_type;

Ref make_module(std::string_view name);  // with __name__, __doc__ None, __package__ None, __loader__ None, __spec__ None

void define_module_type();

}  // namespace gilsim::python
