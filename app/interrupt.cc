// A handler may do almost nothing, so it only leaves a mark, which the simulated computer looks at between
// bursts.
#include "app/interrupt.h"

#include <unistd.h>

namespace gilsim::app {
namespace {

volatile std::sig_atomic_t interrupted = 0;

// Who sends SIGTERM does not wait long, and a single long operation of the program's looks up at its end only.
void interrupt(int signal) {
  constexpr unsigned grace_s = 5;
  interrupted = signal;
  if (signal == SIGTERM) alarm(grace_s);
}

bool install() {
  struct sigaction action {};
  action.sa_handler = interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // and no SA_RESTART: a read from the terminal ends
  return sigaction(SIGINT, &action, nullptr) == 0 && sigaction(SIGTERM, &action, nullptr) == 0;
}

}  // namespace

const volatile std::sig_atomic_t* interrupt_flag() {
  static const bool installed = install();
  return installed ? &interrupted : nullptr;
}

}  // namespace gilsim::app
