// The Python files of a run: the program and the modules beside it. A program can read no other file of the
// host.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace gilsim::app {

class ProgramFiles {
 public:
  ProgramFiles(const std::string& program, const std::string& text);

  // A module's text by its path below the program's folder, such as "package/__init__.py".
  std::optional<std::string> read_module(std::string_view path);

  // A line of a file that was read, without the blanks around it; empty when it is not known. `file` is a
  // name as it stands in tracebacks.
  std::string line(std::string_view file, std::uint32_t number) const;

 private:
  std::string folder_;                                     // ends with a slash, or is empty
  std::map<std::string, std::string, std::less<>> texts_;  // by name as in tracebacks
};

}  // namespace gilsim::app
