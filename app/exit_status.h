// What gilsim's own exit statuses mean; a program that ended by itself passes its own on.
#pragma once

namespace gilsim::app {

enum ExitStatus : int {
  exit_done = 0,
  exit_raised = 1,
  exit_bad_input = 2,
  exit_stuck = 3,  // a deadlock or a limit
  exit_unexpected = 4,  // a lesson does not show what it says
  exit_by_signal = 128,  // and the signal's number, as shells have it: 130 after Ctrl-C
};

}  // namespace gilsim::app
