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
  // Names that a NameError may have meant, from innermost to outermost scope: a list of str (locals, globals, built-ins)
  // for the frame of a traceback entry; null: unknown.
  Ref (*names_in_scope)(Vm&, const Traceback* entry) = nullptr;
};
extern TracebackSource traceback_source;

// One entry's text: `  File "x.py", line 3, in f`, the source line and its carets.
std::string format_traceback_entry(const Traceback* entry);
// All entries from `first` on, with repeated ones summed up.
std::string format_traceback(const Traceback* first);

// "Did you mean: 'x'?": the name like `wrong` among `candidates` (a list), by CPython's edit distance; empty: none.
std::string suggest_name(const std::string& wrong, Value candidates);

void define_traceback_type();

}  // namespace gilsim::python
