// The files that the user names: the program to read, the trace to write. What is wrong with one is said
// before anything runs, with what to do next.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/messages.h"

namespace gilsim::app {

struct InputFile {
  std::string text;
  std::string problem;  // what is wrong, in words; empty when it was read
};

InputFile read_input(const std::string& path, Language language);

// The whole file, if it is a readable one.
std::optional<std::string> read_file(const std::string& path);

// What would keep a trace from being written to `path`; empty when nothing would. Does not change an existing
// file.
std::string trace_problem(const std::string& path, const std::string& program, Language language);

}  // namespace gilsim::app
