// Exceptions that have nowhere to go: raised by __del__, by callbacks, by the function of a bare thread.
#pragma once

#include <string_view>

#include "interpreter/objects/value.h"

namespace gilsim::python {

class Interpreter;

// Prints "WHAT: <the object>" and the traceback on sys.stderr. The exception must not be pending any more.
void report_unraisable(Interpreter& vm, Value exception, std::string_view what, Value where);
// Makes it what natives report to: "Exception ignored in: <the object>".
void connect_unraisable(Interpreter& vm);

}  // namespace gilsim::python
