// complex: two doubles.
#pragma once

#include <complex>

#include "interpreter/objects/heap.h"

namespace gilsim::python {

struct Complex : Object {
  std::complex<double> number;
};

extern Type complex_type;

inline bool is_complex(Value value) {
  return value.is_object() && is_subtype(value.object()->type, &complex_type);
}
Ref make_complex(std::complex<double> number);
Ref complex_power(Vm& vm, std::complex<double> base, std::complex<double> exponent);

void define_complex_types();

}  // namespace gilsim::python
