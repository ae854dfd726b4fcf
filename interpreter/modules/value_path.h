// How a program would write an object: `lock`, `forks[1]`, `bank.accounts['x'].lock`.
#pragma once

#include <string>

#include "interpreter/runtime/frame.h"

namespace gilsim::python {

class Interpreter;

// The shortest expression that gives the object: first over the globals of the frame's module and of the main program, then
// over the frame's local variables, through items of lists, tuples and dicts and through attributes of instances and
// classes; empty: none within reach. `program_frame` may be null. Runs no Python code; the search is bounded.
std::string path_to(Interpreter& vm, const Frame* program_frame, Value wanted);

}  // namespace gilsim::python
