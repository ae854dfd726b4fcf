// Arithmetic whose length a program chooses, such as 10 ** 10 ** 9: done in parts that take some milliseconds, each paid for
// before it is done, so that limits of the run and Ctrl-C end it in the middle. All are false, with an exception pending,
// where the run is over.
#pragma once

#include "interpreter/objects/big_integer.h"

namespace gilsim::python {

class Vm;

// Pays for work that takes so long. False: it is not to be begun; never said of what takes some microseconds only, such as a
// product of two numbers of a thousand digits.
bool begin_work(Vm& vm, int64_t nanoseconds);

// How long a product of numbers with so many limbs takes, in nanoseconds: as by Karatsuba's method, which CPython uses, too.
int64_t multiplication_cost(int64_t limbs, int64_t other_limbs);

bool multiply(Vm& vm, const BigNumber& left, const BigNumber& right, BigNumber* product);
// Rounds towards zero. REQUIRES: `right` is not zero.
bool divide(Vm& vm, const BigNumber& left, const BigNumber& right, BigNumber* quotient, BigNumber* remainder);
bool power(Vm& vm, const BigNumber& base, uint64_t exponent, BigNumber* result);
// REQUIRES: 0 <= base < modulus, exponent >= 0.
bool power_modulo(Vm& vm, const BigNumber& base, const BigNumber& exponent, const BigNumber& modulus, BigNumber* result);
// Decimal digits, with a minus sign where there is one.
bool decimal_text(Vm& vm, const BigNumber& number, std::string* text);
// REQUIRES: digits of the base only.
bool number_of_digits(Vm& vm, std::string_view digits, int base, BigNumber* number);

}  // namespace gilsim::python
