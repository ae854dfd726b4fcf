// What a program asks of standard modules that gilsim's lack: `signal.alarm(1)`, `from os import fork`.
#pragma once

#include <string>
#include <vector>

#include "interpreter/syntax/parser.h"

namespace gilsim::python {

struct MissingName {
  std::string module, name;
  syntax::Position position;
};

// The names of CPython 3.11 in the list of those that gilsim's modules lack (which may be older than a module) that the program
// would look up. Left out is what the program may have seen to itself: what stands in a `try` that catches the failure, modules
// that it asks with hasattr, and variables that mean something else anywhere in it.
std::vector<MissingName> find_missing_names(const syntax::Tree& tree);

}  // namespace gilsim::python
