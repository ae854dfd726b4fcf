// The settings block of a lesson: inline script metadata as Python's packaging standard has it (PEP 723),
// lines of comments between "# /// script" and "# ///".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lessons/messages.h"
#include "lessons/problem.h"

namespace gilsim::lessons {

struct ScriptBlock {
  std::string toml;    // the lines without their "# "
  int first_line = 0;  // of the file, of the first line of `toml`
  int end_line = 0;    // the line of "# ///"

  // Where a line and column of `toml` stand in the file.
  Place place(int line, int column) const { return {first_line + line - 1, column + 2}; }
};

// Lines without their line ends.
std::vector<std::string_view> split_lines(std::string_view text);

// Nothing when there is no block, or when it is spoilt, which is then noted.
std::optional<ScriptBlock> find_script_block(std::string_view source, Language language,
                                             std::vector<Problem>& problems);

// Whether a program has such a block with a table [tool.gilsim]: then it is meant to be a lesson.
bool is_lesson(std::string_view source);

}  // namespace gilsim::lessons
