#include "lessons/problem.h"

#include <fmt/format.h>

namespace gilsim::lessons {

std::string format(const Problem& problem, std::string_view file) {
  return fmt::format("{}:{}:{}: {}\n", file, problem.place.line, problem.place.column, problem.message);
}

}  // namespace gilsim::lessons
