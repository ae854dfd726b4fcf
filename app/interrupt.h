// Ctrl-C, and SIGTERM likewise: the first one asks the run to end with its report so far, a second one ends gilsim
// at once. Some seconds after SIGTERM gilsim ends in any case.
#pragma once

#include <csignal>

namespace gilsim::app {

// The signal's number once one has come, 0 before. The handlers are installed by the first call.
const volatile std::sig_atomic_t* interrupt_flag();

}  // namespace gilsim::app
