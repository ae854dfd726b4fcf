// gilsim matrix: variants of one program under several settings, one row each.
#pragma once

#include "app/command_line.h"

namespace gilsim::app {

// Returns the exit status of gilsim.
int show_matrix(const MatrixOptions& options);

}  // namespace gilsim::app
