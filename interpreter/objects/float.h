// float: a boxed double.
#pragma once

#include <string>

#include "interpreter/objects/heap.h"

namespace gilsim::python {

struct Float : Object {
  double number;
};

extern Type float_type;

inline Ref make_float(double number) {
  auto* object = allocate_object<Float>(&float_type);
  object->number = number;
  return Ref::take(object);
}
inline bool is_float(Value value) { return value.is_object() && has_flag(value.object()->type, kFloatSubclass); }
// For arguments that must be real numbers (float, int, __float__, __index__): false with TypeError ("must be real
// number, not str") pending.
bool as_double(Vm& vm, Value value, double* result);
std::string float_repr(double number);  // the shortest text that reads back the same, as repr()
bool parse_float(std::string_view text, double* result);  // as float(text) takes; false: not a number

}  // namespace gilsim::python
