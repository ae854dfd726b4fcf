// gilsim run: a program on the simulated computer, then the report about it.
#pragma once

#include "app/command_line.h"

namespace gilsim::app {

// Returns the exit status of gilsim.
int run(const RunOptions& options);

}  // namespace gilsim::app
