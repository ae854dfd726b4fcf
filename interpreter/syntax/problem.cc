#include "interpreter/syntax/problem.h"

namespace gilsim::syntax {

std::string format(const Problem& problem, std::string_view file_name) {
  return std::string(file_name) + ":" + std::to_string(problem.position.line) + ":" +
         std::to_string(problem.position.column + 1) + ": " + problem.message + "\n";
}

}  // namespace gilsim::syntax
