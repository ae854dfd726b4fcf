// What is wrong with a lesson file, and where. Lines count from 1, columns from 1 in characters, as editors
// do.
#pragma once

#include <string>
#include <string_view>

namespace gilsim::lessons {

struct Place {
  int line = 1;
  int column = 1;
};

struct Problem {
  Place place;
  std::string message;  // with what to do next
};

// "FILE:LINE:COLUMN: message", with a newline.
std::string format(const Problem& problem, std::string_view file);

}  // namespace gilsim::lessons
