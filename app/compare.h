// gilsim compare: two runs beside each other, from traces that were saved or made now.
#pragma once

#include "app/command_line.h"

namespace gilsim::app {

// Returns the exit status of gilsim.
int compare(const CompareOptions& options);

}  // namespace gilsim::app
