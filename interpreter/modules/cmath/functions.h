// The functions of complex numbers, by formulas that keep their digits everywhere in the plane (W. Kahan, "Branch cuts for
// complex elementary functions"). Infinities and NaNs go to the C library, which treats them as the C standard's annex G says.
#pragma once

#include <complex>

namespace gilsim::python::cmath {

using Number = std::complex<double>;

Number square_root(Number z);
Number exponential(Number z);
Number logarithm(Number z);
Number acos(Number z);
Number acosh(Number z);
Number asin(Number z);
Number asinh(Number z);
Number atan(Number z);
Number atanh(Number z);
Number cos(Number z);
Number cosh(Number z);
Number sin(Number z);
Number sinh(Number z);
Number tan(Number z);
Number tanh(Number z);

}  // namespace gilsim::python::cmath
