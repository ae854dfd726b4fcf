// int: small ones are in the Value itself, the rest are BigInteger objects (big_integer.h, which knows the
// library). An integer that fits 63 bits is never an exact `int` object, so equality of small ones is
// equality of bits. Instances of subclasses of int are BigInteger objects whatever their size; True and False
// are constants that count as 1 and 0.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "interpreter/objects/heap.h"

namespace gilsim::python {

Ref make_big_int(int64_t number);    // those that do not fit 63 bits
Ref make_big_int(uint64_t number);
inline Ref make_int(int64_t number) {
  if (Value::fits(number)) [[likely]] return Ref::take(Value::small(number));
  return make_big_int(number);
}
inline Ref make_int(uint64_t number) {
  if (number < uint64_t{1} << 62) [[likely]] return Ref::take(Value::small(static_cast<int64_t>(number)));
  return make_big_int(number);
}
inline Ref make_int(int number) { return Ref::take(Value::small(number)); }
Ref make_int_from_double(double number);  // truncated; REQUIRES: finite

// int, bool and their subclasses.
inline bool is_int(Value value) {
  return value.is_small() || value.is_bool() ||
         (value.is_object() && has_flag(value.object()->type, kIntSubclass));
}
// The number when it fits 64 bits (bool counts as 0, 1; int subclasses by their number); nothing otherwise.
std::optional<int64_t> int64_of(Value value);
int int_sign(Value value);  // REQUIRES: is_int. -1, 0, 1
// For arguments that must be integers (through __index__): false with TypeError ("'str' object cannot be
// interpreted as an integer") or OverflowError pending.
bool as_int64(Vm& vm, Value value, int64_t* result);
// As as_int64, but numbers outside the range become its nearest end instead of an OverflowError.
bool as_int64_clamped(Vm& vm, Value value, int64_t* result);
// REQUIRES: is_int. Correctly rounded; false with OverflowError ("int too large to convert to float")
// pending.
bool int_to_double(Vm& vm, Value value, double* result);
Hash int_hash(Value value);  // REQUIRES: is_int
int int_compare(Value left, Value right);  // REQUIRES: both is_int. <0, 0, >0

// Digits with optional sign, base prefix, underscores and surrounding space, as int(text, base) takes; null
// with ValueError ("invalid literal for int() with base 10: 'x'") pending.
Ref parse_int(Vm& vm, std::string_view text, int base);
Ref parse_int(Vm& vm, Value str, int base);  // digits and spaces of any script
Ref parse_int_or_null(Vm& vm, std::string_view text,
                      int base);  // null without a pending exception: not a number
// REQUIRES: is_int. Without prefix; base 2, 8, 10 or 16. False with ValueError pending: more digits than
// sys.get_int_max_str_digits().
bool int_to_text(Vm& vm, Value value, int base, std::string* result);
Ref int_repr(Vm& vm, Value value);
extern int64_t int_max_str_digits;  // sys.set_int_max_str_digits; 0: no limit

// The arithmetic behind the eval loop's slow paths, for any two ints: never NotImplemented.
Ref int_add(Vm& vm, Value left, Value right);
Ref int_subtract(Vm& vm, Value left, Value right);
Ref int_multiply(Vm& vm, Value left, Value right);
Ref int_floor_divide(Vm& vm, Value left, Value right);
Ref int_remainder(Vm& vm, Value left, Value right);
Ref int_divmod(Vm& vm, Value left, Value right);
Ref int_true_divide(Vm& vm, Value left, Value right);
Ref int_power(Vm& vm, Value base, Value exponent);
Ref int_power_modulo(Vm& vm, Value base, Value exponent, Value modulus);
Ref int_shift_left(Vm& vm, Value value, Value count);
Ref int_shift_right(Vm& vm, Value value, Value count);
Ref int_and(Vm& vm, Value left, Value right);
Ref int_or(Vm& vm, Value left, Value right);
Ref int_xor(Vm& vm, Value left, Value right);
Ref int_negate(Vm& vm, Value value);
Ref int_absolute(Vm& vm, Value value);
int64_t int_bit_length(Value value);
// The greatest integer not above the square root. REQUIRES: not negative.
Ref int_square_root(Vm& vm, Value value);
Ref int_gcd(Vm& vm, Value left, Value right);
Ref int_plain(Value value);  // bool and subclasses' instances as an exact int

void define_integer_types();

}  // namespace gilsim::python
