// What sys tells of the implementation: hash_info, int_info, flags, thread_info.
#pragma once

namespace gilsim::python {

struct Dict;

void add_constants_of_sys(Dict* dictionary);

}  // namespace gilsim::python
