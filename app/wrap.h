// Long lines of help, fitted to the width of the terminal.
#pragma once

#include <string>
#include <string_view>

namespace gilsim::app {

// Breaks each line that takes more than `width` columns, at blanks and between Chinese characters. What goes
// on stands under the line's last column of text (behind two blanks or more), or, where that leaves too
// little room, below it.
std::string wrap(std::string_view text, int width);

}  // namespace gilsim::app
