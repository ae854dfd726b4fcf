// _thread._local, which threading.local is: an object whose attributes each thread has for itself.
#pragma once

#include "interpreter/objects/type.h"

namespace gilsim::python {

extern Type thread_local_type;
void define_thread_local_type();

}  // namespace gilsim::python
