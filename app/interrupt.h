// Ctrl-C, and SIGTERM likewise: the first one asks the run to end with its report so far, a second one ends gilsim
// at once. Where the first Ctrl-C is passed on to the program, the second and third do that. Some seconds after SIGTERM
// gilsim ends in any case.
#pragma once

#include <csignal>

namespace gilsim::app {

// The signal's number once one has come, 0 before. The handlers are installed by the first call.
const volatile std::sig_atomic_t* interrupt_flag();

// From now on the first Ctrl-C sets this, and nothing else: who passes it on sets it to 0 again.
volatile std::sig_atomic_t* keyboard_flag();

// Whether a signal has come that nobody has passed on.
bool signal_came();

}  // namespace gilsim::app
