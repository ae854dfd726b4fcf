// Text to bytes and back: UTF-8, UTF-16, UTF-32, ASCII, Latin-1, with CPython's error handlers and messages.
#pragma once

#include <string_view>

#include "interpreter/objects/str.h"

namespace gilsim::python {

// encoding and errors: a str, or null for "utf-8" and "strict". Null with LookupError or UnicodeError
// pending. `source` is the bytes object that an error shows.
Ref decode(Vm& vm, std::string_view octets, Value source, Value encoding, Value errors);
Ref encode(Vm& vm, const Str* text, Value encoding, Value errors);

}  // namespace gilsim::python
