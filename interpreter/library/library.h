// The standard-library modules that are written in Python, built into the program as source text.
//
// Which module a name means, native or one of these, is the importer's business; this only holds the texts.
#pragma once

#include <string_view>

namespace gilsim::python {

struct LibraryModule {
  std::string_view name;       // dotted: "concurrent.futures"
  std::string_view file_name;  // as tracebacks show it: "/usr/lib/python3.11/threading.py"
  std::string_view source;     // ASCII
  bool is_package;
};

// The module of that dotted name, or nullptr. It lives as long as the program.
const LibraryModule* find_library_module(std::string_view dotted_name);

}  // namespace gilsim::python
