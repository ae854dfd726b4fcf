// The operations of the specification. Each takes its operands as they are, notes what happens in the calculation and
// gives a finished result.
#pragma once

#include "interpreter/modules/decimal/number.h"

namespace gilsim::python::decimal {

// Basic arithmetic (arithmetic.cc).
Number plus(const Number& number, Calculation& calculation);
Number minus(const Number& number, Calculation& calculation);
Number absolute(const Number& number, Calculation& calculation);
Number add(const Number& left, const Number& right, Calculation& calculation);
Number subtract(const Number& left, const Number& right, Calculation& calculation);
Number multiply(const Number& left, const Number& right, Calculation& calculation);
Number fma(const Number& left, const Number& right, const Number& third, Calculation& calculation);

// Division (division.cc).
Number divide(const Number& left, const Number& right, Calculation& calculation);
Number divide_int(const Number& left, const Number& right, Calculation& calculation);
Number remainder(const Number& left, const Number& right, Calculation& calculation);
Number remainder_near(const Number& left, const Number& right, Calculation& calculation);
void divide_with_remainder(const Number& left, const Number& right, Calculation& calculation, Number* quotient, Number* remainder);

// Order (comparison.cc). compare_values REQUIRES: no NaN. -1, 0, 1
int compare_values(const Number& left, const Number& right);
int compare_magnitudes(const Number& left, const Number& right);
int compare_in_total(const Number& left, const Number& right);
Number compare(const Number& left, const Number& right, Calculation& calculation);
Number compare_signal(const Number& left, const Number& right, Calculation& calculation);
Number compare_total(const Number& left, const Number& right, Calculation& calculation);
Number compare_total_mag(const Number& left, const Number& right, Calculation& calculation);
Number maximum(const Number& left, const Number& right, Calculation& calculation);
Number minimum(const Number& left, const Number& right, Calculation& calculation);
Number max_mag(const Number& left, const Number& right, Calculation& calculation);
Number min_mag(const Number& left, const Number& right, Calculation& calculation);

// Exponents and digits (digits.cc).
Number quantize(const Number& number, const Number& pattern, Calculation& calculation);
Number normalize(const Number& number, Calculation& calculation);
Number to_integral_value(const Number& number, Calculation& calculation);
Number to_integral_exact(const Number& number, Calculation& calculation);
Number scaleb(const Number& number, const Number& places, Calculation& calculation);
Number logb(const Number& number, Calculation& calculation);
Number shift(const Number& number, const Number& places, Calculation& calculation);
Number rotate(const Number& number, const Number& places, Calculation& calculation);
Number logical_and(const Number& left, const Number& right, Calculation& calculation);
Number logical_or(const Number& left, const Number& right, Calculation& calculation);
Number logical_xor(const Number& left, const Number& right, Calculation& calculation);
Number logical_invert(const Number& number, Calculation& calculation);
Number next_minus(const Number& number, Calculation& calculation);
Number next_plus(const Number& number, Calculation& calculation);
Number next_toward(const Number& number, const Number& target, Calculation& calculation);

// Functions (functions.cc, power.cc).
Number square_root(const Number& number, Calculation& calculation);
Number exponential(const Number& number, Calculation& calculation);
Number ln(const Number& number, Calculation& calculation);
Number log10(const Number& number, Calculation& calculation);
Number power(const Number& base, const Number& exponent, Calculation& calculation);
Number power_modulo(const Number& base, const Number& exponent, const Number& modulus, Calculation& calculation);

bool is_integer(const Number& number);
bool is_odd(const Number& number);  // REQUIRES: is_integer
bool is_subnormal(const Number& number, const Settings& settings);

}  // namespace gilsim::python::decimal
