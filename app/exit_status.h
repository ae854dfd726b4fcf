// What gilsim's own exit statuses mean; a program that ended by itself passes its own on.
#pragma once

namespace gilsim::app {

enum ExitStatus : int {
  exit_done = 0,
  exit_raised = 1,
  exit_bad_input = 2,
  exit_stuck = 3,  // a deadlock or a limit
  exit_interrupted = 130,  // 128 + SIGINT, as shells have it
};

}  // namespace gilsim::app
