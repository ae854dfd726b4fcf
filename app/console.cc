// Output is buffered when it goes to a file, as any program's; errors never are. So output is handed over
// before each error, and the two reach a shared terminal in the program's order. A full disk is noted, not
// reported at once: the run goes on, and its report tells.
#include "app/console.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "app/standard_input.h"

namespace gilsim::app {

void Console::write_output(std::string_view text) {
  erase_status();
  if (text.empty()) return check(std::fflush(stdout) == 0);
  check(std::fwrite(text.data(), 1, text.size(), stdout) == text.size());
  static const bool interactive = isatty(STDOUT_FILENO) == 1;
  if (interactive) check(std::fflush(stdout) == 0);
}

void Console::write_errors(std::string_view text) {
  erase_status();
  check(std::fflush(stdout) == 0);
  std::fwrite(text.data(), 1, text.size(), stderr);
}

std::optional<std::string> Console::read_line() {
  erase_status();
  check(std::fflush(stdout) == 0);  // a prompt
  return read_input_line();
}

void Console::show_status(std::string_view text) {
  if (!errors_.interactive) return;
  std::string line = reports::rewrite_line(reports::cut(text, errors_.width - 1));
  std::fwrite(line.data(), 1, line.size(), stderr);
  status_shown_ = true;
}

void Console::erase_status() {
  if (!status_shown_) return;
  std::string line = reports::rewrite_line("");
  std::fwrite(line.data(), 1, line.size(), stderr);
  status_shown_ = false;
}

int Console::flush() {
  check(std::fflush(stdout) == 0);
  return problem_;
}

void Console::check(bool good) {
  if (!good && problem_ == 0) problem_ = errno;
}

}  // namespace gilsim::app
