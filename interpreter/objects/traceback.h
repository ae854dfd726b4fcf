// Tracebacks: the objects, and the text that CPython 3.11 prints for an exception at top level.
#pragma once

#include <optional>
#include <string>

#include "interpreter/objects/exception.h"
#include "interpreter/syntax/position.h"

namespace gilsim::python {

// What only the runtime knows of code objects and source files; it sets these functions before anything is printed.
struct TracebackSource {
  std::string (*file_name)(const Code* code) = nullptr;      // as `File "…"` shows it
  std::string (*function_name)(const Code* code) = nullptr;  // co_name
  syntax::Position (*position)(const Code* code, int32_t instruction) = nullptr;  // line 0: unknown
  // The text of a line, without its newline; nothing when the file or line is unknown.
  std::optional<std::string> (*source_line)(const std::string& file_name, int line) = nullptr;
  Ref (*local_names)(const Code* code) = nullptr;  // list of the code's local variables: what a NameError may have meant
};
extern TracebackSource traceback_source;

// All entries from `first` on, each with its source line and carets; repeated ones are summed up.
std::string format_traceback(const Traceback* first);

// What a NameError or AttributeError may have meant, by CPython's edit distance; empty: nothing is like it.
std::string suggested_name(Vm& vm, Value exception);

void define_traceback_type();

}  // namespace gilsim::python
