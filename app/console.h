// The program's standard streams on the host, and the status line that shares the terminal with them: it is
// erased before anything else is written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reports/terminal.h"

namespace gilsim::app {

class Console {
 public:
  // `errors` describes where standard error goes.
  explicit Console(const reports::Terminal& errors) : errors_(errors) {}
  ~Console() { erase_status(); }
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  // Output and errors reach the host in the order in which the program wrote them; an empty output hands over what is
  // buffered.
  void write_output(std::string_view text);
  void write_errors(std::string_view text);
  // A line of standard input with its newline; nothing at the end of input, or when Ctrl-C interrupted the
  // wait.
  std::optional<std::string> read_line();

  // On an interactive standard error only.
  void show_status(std::string_view text);
  void erase_status();

  // Hands buffered output to the host. Returns what went wrong first since the start as an errno value, 0
  // when nothing did.
  int flush();

 private:
  void check(bool good);

  const reports::Terminal errors_;
  bool status_shown_ = false;
  int problem_ = 0;
};

}  // namespace gilsim::app
