// Markdown on a terminal: the only file that knows the Markdown library.
#pragma once

#include <string>
#include <string_view>

#include "reports/terminal.h"

namespace gilsim::app {

// Folded to the terminal's width, each line `indent` columns in; ends with a newline unless it is empty.
std::string format_prose(std::string_view markdown, const reports::Terminal& terminal, int indent = 0);

}  // namespace gilsim::app
