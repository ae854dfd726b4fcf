// __format__ of int, float, complex and str.
#pragma once

#include "interpreter/objects/str.h"

namespace gilsim::python {

Ref format_int(Vm& vm, Value value, const Str* spec);  // REQUIRES: is_int
// `value` is what is formatted: a float, or an int that a float's type code asks to be one.
Ref format_float(Vm& vm, Value value, double number, const Str* spec);
Ref format_float_part(Vm& vm, Value value, double number, const struct FormatSpec& spec);
Ref format_str(Vm& vm, Value value, const Str* spec);  // REQUIRES: is_str

class TextBuilder;
// Appends a small int by a short specification that was read before; false: it is not as simple as that.
bool append_int(Vm& vm, TextBuilder& out, Value value, std::string_view latin1_spec);
// format_value() to the end of a text; false: an exception is pending.
bool append_formatted(Vm& vm, TextBuilder& out, Value value, int conversion, Value spec);

// What f-strings do: `conversion` 0 none, 1 str (!s), 2 repr (!r), 3 ascii (!a); spec: a str or null.
Ref format_value(Vm& vm, Value value, int conversion, Value spec);

}  // namespace gilsim::python
