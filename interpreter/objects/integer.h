// int: small ones are in the Value itself, the rest are BigInteger objects (Boost.Multiprecision's cpp_int). An integer
// that fits 63 bits is never a BigInteger, so equality of small ones is equality of bits.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <optional>
#include <string_view>

#include "interpreter/objects/heap.h"

namespace gilsim::python {

using BigNumber = boost::multiprecision::cpp_int;

struct BigInteger : Object {
  BigNumber number;
};

Ref make_int(int64_t number);
Ref make_int(uint64_t number);
Ref make_int(BigNumber number);  // small when it fits
// int, bool and their subclasses.
bool is_int(Value value);
// REQUIRES: is_int. The number as a big one.
BigNumber big_number(Value value);
// The number when it fits (bool counts as 0, 1; int subclasses by their number); nothing otherwise.
std::optional<int64_t> int64_of(Value value);
// For arguments that must be integers (through __index__): false with TypeError ("'str' object cannot be interpreted as
// an integer") or OverflowError pending.
bool as_int64(Vm& vm, Value value, int64_t* result);
// Digits with optional sign, base prefix, underscores and surrounding space, as int(text, base) takes; null with
// ValueError ("invalid literal for int() with base 10: 'x'") pending.
Ref parse_int(Vm& vm, std::string_view text, int base);

// The arithmetic behind the eval loop's slow paths, for any two ints: never NotImplemented.
Ref int_add(Vm& vm, Value left, Value right);
Ref int_subtract(Vm& vm, Value left, Value right);
Ref int_multiply(Vm& vm, Value left, Value right);

}  // namespace gilsim::python
