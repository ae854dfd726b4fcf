// Handlers of encoding and decoding errors that the program has registered (codecs.register_error).
#pragma once

#include "interpreter/objects/str.h"

namespace gilsim::python {

void register_error_handler(Str* name, Value handler);
Ref find_error_handler(Value name);  // null: none, without an exception

// A UnicodeEncodeError or UnicodeDecodeError as an object. Null: another exception is pending.
Ref make_unicode_error(Vm& vm, Type& type, std::string_view codec, Value object, int64_t start, int64_t end, std::string_view reason);

// Asks a handler what is to stand for what the error names, a str or bytes, and where to go on in the `size` items. False:
// an exception is pending.
bool ask_error_handler(Vm& vm, Value handler, Value error, int64_t size, Ref* stand_in, int64_t* next);

}  // namespace gilsim::python
