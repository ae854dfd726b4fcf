// The parts of the math module.
#pragma once

#include "interpreter/objects/arguments.h"

namespace gilsim::python::math {

Ref domain_error(Vm& vm);  // ValueError("math domain error")
Ref range_error(Vm& vm);   // OverflowError("math range error")
// `value` as an exact int through __index__; null with TypeError pending.
Ref integer_of(Vm& vm, Value value);

#define FUNCTION(name) Ref name(Vm& vm, const Arguments& arguments);
// whole_numbers.cc
FUNCTION(factorial) FUNCTION(comb) FUNCTION(perm) FUNCTION(isqrt) FUNCTION(gcd) FUNCTION(lcm)
FUNCTION(floor) FUNCTION(ceil) FUNCTION(trunc)
// sums.cc
FUNCTION(fsum) FUNCTION(prod) FUNCTION(dist) FUNCTION(hypot)
// logarithms.cc
FUNCTION(log) FUNCTION(log2) FUNCTION(log10)
#undef FUNCTION

}  // namespace gilsim::python::math
