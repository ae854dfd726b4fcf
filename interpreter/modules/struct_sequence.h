// Tuples with named fields made by C++: sys.version_info, time.struct_time.
#pragma once

#include <initializer_list>
#include <span>

#include "interpreter/objects/tuple.h"

namespace gilsim::python {

// A tuple whose class has the qualified `name` ("sys.version_info") and a read-only attribute for each field. The class is
// made at its first use in a run.
Ref make_struct_sequence(const char* name, std::span<const char* const> fields, std::initializer_list<Value> values);

}  // namespace gilsim::python
