// gilsim check: whether lessons are well formed and show what they say.
#pragma once

#include "app/command_line.h"

namespace gilsim::app {

// Returns the exit status of gilsim.
int check_lessons(const CheckOptions& options);

}  // namespace gilsim::app
