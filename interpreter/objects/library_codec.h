// Text in the encodings that the C library converts (GBK, Big5, Shift JIS, the code pages …), with CPython's error
// handlers and messages.
#pragma once

#include <string_view>

#include "interpreter/objects/str.h"
#include "interpreter/syntax/encoding.h"

namespace gilsim::python {

// As decode and encode in codec.h.
Ref decode_by_library(Vm& vm, std::string_view octets, Value source, const syntax::Encoding& encoding, Value errors);
Ref encode_by_library(Vm& vm, const Str* text, const syntax::Encoding& encoding, Value errors);

}  // namespace gilsim::python
