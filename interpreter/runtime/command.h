// The command line of a Python interpreter.
#pragma once

#include <string>
#include <vector>

namespace gilsim::python {

// What a command line asks for.
struct Command {
  enum class Kind { Code, File, Module, Input, Wrong } kind = Kind::File;
  std::string text;                    // code, a path, a module's name; of input "-" or nothing, as it was given; what is wrong
  std::vector<std::string> arguments;  // sys.argv[1:]
};

// `words`: those behind the interpreter's name.
Command read_command(const std::vector<std::string>& words);

}  // namespace gilsim::python
