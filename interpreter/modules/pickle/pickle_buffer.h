// pickle.PickleBuffer: octets that may travel beside a pickle (protocol 5).
#pragma once

#include "interpreter/objects/arguments.h"

namespace gilsim::python {

struct PickleBuffer : Object {
  Value owner;  // owned; null: released
};

void define_pickle_buffer_type();

}  // namespace gilsim::python
