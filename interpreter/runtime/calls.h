// Calling Python functions from C++, and the words that calls use in messages.
#pragma once

#include <string>

#include "interpreter/objects/function.h"

namespace gilsim::python {

class Interpreter;
struct Frame;

// Runs a new frame, the newest of the current thread's, until it returns; the frame is gone afterwards. Null: an exception
// is pending, RecursionError when the thread is at its limit. REQUIRES: the caller guards the native stack.
Ref run_new_frame(Interpreter& vm, Frame* frame);

// How messages name a callable: "f()", "module.Class.method()"; the repr of something without a __qualname__.
std::string callable_text(Vm& vm, Value callable);

// Fills in the operations of function_type that need the eval loop. Once a run.
void complete_function_type();

}  // namespace gilsim::python
