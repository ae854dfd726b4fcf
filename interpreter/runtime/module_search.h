// Where the source of a module is: in our own library or in a file beside the program.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "interpreter/runtime/settings.h"

namespace gilsim::python {

class Interpreter;

struct FoundModule {
  std::string file_name;  // as tracebacks show it
  std::string source;
  bool is_package;
  std::string_view code = {};  // of the library: compiled already, for compiler::read_archive
  // Of what comes with CPython: requests does not.
  bool is_standard() const { return !code.empty() && file_name.find("/site-packages/") == std::string::npos; }
};

// As CPython's sys.path: the program's own folder comes first, so a file `queue.py` beside the program hides the library's.
std::optional<FoundModule> find_source_module(const Outside& outside, std::string_view dotted_name);

// The same while a program runs: through sys.path, in the files that it sees and may have written.
std::optional<FoundModule> find_source_module(Interpreter& vm, std::string_view dotted_name);

// Whether a file name is one that find_source_module gives to modules of our own library.
bool is_library_file(std::string_view file_name);

// The name of the program's file, or of one beside it, in tracebacks; a name such as "<stdin>" stays as it is.
std::string absolute_name(const Outside& outside, std::string_view file_name);
// The name of a file in the record and in reports: without the folder that the user is in.
std::string_view short_name(const Outside& outside, std::string_view file_name);

std::string parent_folder(std::string_view file_name);

}  // namespace gilsim::python
