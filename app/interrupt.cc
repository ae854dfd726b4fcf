// A handler may do almost nothing, so it only leaves a mark, which the simulated computer looks at between
// bursts.
#include "app/interrupt.h"

#include <unistd.h>

namespace gilsim::app {
namespace {

volatile std::sig_atomic_t interrupted = 0;
volatile std::sig_atomic_t keyboard = 0;
volatile std::sig_atomic_t passes_on = 0;  // the next Ctrl-C

// Who sends SIGTERM does not wait long, and a single long operation of the program's looks up at its end only.
void interrupt(int signal) {
  constexpr unsigned grace_s = 5;
  if (signal == SIGINT && passes_on) {
    passes_on = 0;
    keyboard = 1;
    return;
  }
  interrupted = signal;
  std::signal(signal, SIG_DFL);
  if (signal == SIGTERM) alarm(grace_s);
}

bool install() {
  struct sigaction action {};
  action.sa_handler = interrupt;
  action.sa_flags = 0;  // no SA_RESTART: a read from the terminal ends
  return sigaction(SIGINT, &action, nullptr) == 0 && sigaction(SIGTERM, &action, nullptr) == 0;
}

}  // namespace

const volatile std::sig_atomic_t* interrupt_flag() {
  static const bool installed = install();
  return installed ? &interrupted : nullptr;
}

volatile std::sig_atomic_t* keyboard_flag() {
  passes_on = 1;
  interrupt_flag();
  return &keyboard;
}

bool signal_came() {
  return interrupted != 0 || keyboard != 0;
}

}  // namespace gilsim::app
