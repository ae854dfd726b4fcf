// gilsim lesson: one lesson to be studied. It asks first; runs and answers are shown on request.
#pragma once

#include "app/command_line.h"

namespace gilsim::app {

// Returns the exit status of gilsim.
int study_lesson(const LessonOptions& options);

}  // namespace gilsim::app
