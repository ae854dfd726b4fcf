// A signal that comes between looking for one and reading would be lost until the next line, so signals are let in by
// ppoll(2) only. That asks for a buffer of our own, because C's streams do not tell what they still hold.
#include "app/standard_input.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <utility>

#include "app/interrupt.h"

namespace gilsim::app {
namespace {

std::string buffered;
std::size_t taken = 0;  // of it

std::string take(std::size_t end) {
  std::string text = buffered.substr(taken, end - taken);
  taken = end;
  return text;
}

// False when a signal came first.
bool wait_for_input() {
  sigset_t signals, outside;
  sigemptyset(&signals);
  for (int signal : {SIGINT, SIGTERM}) sigaddset(&signals, signal);
  sigprocmask(SIG_BLOCK, &signals, &outside);
  pollfd input{STDIN_FILENO, POLLIN, 0};
  bool ready = !signal_came() && ppoll(&input, 1, nullptr, &outside) > 0;
  sigprocmask(SIG_SETMASK, &outside, nullptr);
  return ready;
}

// False at the end of input.
bool read_more() {
  char bytes[65536];
  buffered.erase(0, std::exchange(taken, 0));
  ssize_t size = read(STDIN_FILENO, bytes, sizeof bytes);
  if (size > 0) buffered.append(bytes, static_cast<std::size_t>(size));
  return size > 0;
}

}  // namespace

std::string read_standard_input() {
  while (read_more()) {
  }
  return take(buffered.size());
}

std::optional<std::string> read_input_line() {
  std::size_t end;
  while ((end = buffered.find('\n', taken)) == std::string::npos) {
    if (!wait_for_input()) return std::nullopt;
    if (read_more()) continue;
    if (buffered.empty()) return std::nullopt;
    return take(buffered.size());
  }
  return take(end + 1);
}

}  // namespace gilsim::app
