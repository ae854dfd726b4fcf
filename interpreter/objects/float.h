// float: a boxed double.
#pragma once

#include <string>
#include <string_view>

#include "interpreter/objects/heap.h"

namespace gilsim::python {

struct Float : Object {
  double number;
};

extern Type float_type;

inline Ref make_float(double number) {
  // As allocate_object does it for a type without prefixes.
  auto* object = static_cast<Float*>(heap.allocate(sizeof(Float)));
  object->type = &float_type;
  object->refcount = 1;
  object->flags = 0;
  object->number = number;
  return Ref::take(object);
}
inline bool is_float(Value value) {
  return value.is_object() && has_flag(value.object()->type, kFloatSubclass);
}
// For arguments that must be real numbers (float, int, __float__, __index__): false with TypeError ("must be
// real number, not str") pending.
bool as_double(Vm& vm, Value value, double* result);
// float(value) for what the constructor takes.
Ref to_float(Vm& vm, Value value);
Hash float_hash(Value self, double number);  // NaN hashes by the object's identity

// Text (float_text.cc).
std::string float_repr(double number);  // the shortest text that reads back the same, as repr()
bool parse_float(std::string_view text, double* result);  // as float(text) takes; false: not a number
// printf's %e, %f, %g (kind 'e', 'f', 'g'; `alternate`: '#'), exact and without locale; also "inf" and "nan".
std::string float_to_text(double number, char kind, int precision, bool alternate = false);
double round_to_digits(double number,
                       int64_t digits);  // half to even on the exact value; may overflow to infinity

// Arithmetic with Python's rules and errors.
Ref float_power(Vm& vm, double base, double exponent);
Ref float_floor_divide(Vm& vm, double left, double right);
Ref float_remainder(Vm& vm, double left, double right);
// Quotient rounded down and remainder with the divisor's sign. REQUIRES: right != 0.
void float_divmod(double left, double right, double* quotient, double* remainder);
Ref raise_range_error(Vm& vm);  // OverflowError(34, 'Numerical result out of range')

void define_float_types();

}  // namespace gilsim::python
