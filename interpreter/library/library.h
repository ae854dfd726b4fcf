// The standard-library modules that are written in Python, built into the program: the source, for tracebacks and
// linecache, and the code that was compiled from it when gilsim was built.
//
// Which module a name means, native or one of these, is the importer's business; this only holds them.
#pragma once

#include <string_view>

namespace gilsim::python {

struct LibraryModule {
  std::string_view name;       // dotted: "concurrent.futures"
  std::string_view file_name;  // as tracebacks show it: "/usr/lib/python3.11/threading.py"
  std::string_view source;     // ASCII
  std::string_view code;       // for compiler::read_archive
  bool is_package;
};

// The module of that dotted name, or nullptr. It lives as long as the program.
const LibraryModule* find_library_module(std::string_view dotted_name);

}  // namespace gilsim::python
