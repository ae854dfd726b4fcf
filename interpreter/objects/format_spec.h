// The format specification mini-language: what stands after the colon in f"{x:>8.2f}".
#pragma once

#include <string_view>

#include "interpreter/objects/str.h"

namespace gilsim::python {

struct FormatSpec {
  char32_t fill = ' ';
  char align = '>';        // '<', '>', '=', '^'
  char sign = 0;           // '+', '-', ' ', or 0: not given
  bool coerce_zero = false;  // 'z'
  bool alternate = false;  // '#'
  int64_t width = -1;      // -1: not given
  char grouping = 0;       // ',' or '_', or 0
  int64_t precision = -1;  // -1: not given
  char32_t type = 0;       // 0: not given
};

// The meaning of a short specification that was read before; null: read it. Latin-1.
const FormatSpec* known_format_spec(std::string_view spec, char default_align);

// Reads `spec` for `value` (messages name its type); false with ValueError pending.
bool parse_format_spec(Vm& vm, const Str* spec, Value value, char default_align, FormatSpec* result);
Ref unknown_format_code(Vm& vm, char32_t type, Value value);

// `text` on a field of the specification's width ('=' counts as '>').
Ref pad(Vm& vm, const Str* text, const FormatSpec& spec);
// A number's text on its field: sign and prefix, digits (grouped), the rest.
Ref pad_number(Vm& vm, std::string_view prefix, std::string_view digits, std::string_view rest,
               const FormatSpec& spec);

}  // namespace gilsim::python
