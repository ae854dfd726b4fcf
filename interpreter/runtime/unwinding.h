// What happens to a frame when an exception passes through it.
#pragma once

#include "interpreter/runtime/frame.h"

namespace gilsim::python {

class Interpreter;
struct Generator;

// Notes in the pending exception's traceback where the frame is.
void add_frame_to_traceback(Interpreter& vm, Frame& frame);

// A StopIteration that leaves a generator's own code becomes a RuntimeError (PEP 479).
void turn_stop_iteration_into_runtime_error(Interpreter& vm, Generator* generator);

}  // namespace gilsim::python
