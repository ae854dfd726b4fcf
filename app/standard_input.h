// Standard input, from which first the program may be read and then its input() goes on. Its end is no end for ever: on a
// terminal more may follow.
#pragma once

#include <optional>
#include <string>

namespace gilsim::app {

// Everything up to the end of input.
std::string read_standard_input();

// A line with its newline; nothing at the end of input, or when Ctrl-C (app/interrupt.h) interrupted the wait.
std::optional<std::string> read_input_line();

}  // namespace gilsim::app
