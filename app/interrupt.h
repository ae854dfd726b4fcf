// Ctrl-C: the first one asks the run to end with its report so far, a second one ends gilsim at once.
#pragma once

#include <csignal>

namespace gilsim::app {

// Nonzero once the user has pressed Ctrl-C. The handler is installed by the first call.
const volatile std::sig_atomic_t* interrupt_flag();

}  // namespace gilsim::app
