// gilsim lessons: what lessons there are.
#pragma once

#include "app/command_line.h"

namespace gilsim::app {

// Returns the exit status of gilsim.
int list_lessons(const LessonsOptions& options);

}  // namespace gilsim::app
