// gilsim new: a lesson to be filled in.
#pragma once

#include "app/command_line.h"

namespace gilsim::app {

// Returns the exit status of gilsim.
int write_new_lesson(const NewOptions& options);

}  // namespace gilsim::app
