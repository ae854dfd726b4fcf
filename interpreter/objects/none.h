// The types of None, NotImplemented and Ellipsis.
#pragma once

namespace gilsim::python {

void define_none_types();

}  // namespace gilsim::python
