// bool: the constants True and False, a subclass of int.
#pragma once

namespace gilsim::python {

void define_boolean_types();

}  // namespace gilsim::python
