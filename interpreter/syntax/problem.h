// A problem in the user's input: what is wrong, where, and how it is shown. Not a Python exception (though
// the runtime turns one into SyntaxError when `exec`, `compile` or `import` meets it) and never a C++
// exception.
#pragma once

#include <string>
#include <string_view>

#include "interpreter/syntax/position.h"
#include "interpreter/syntax/remark.h"

namespace gilsim::syntax {

enum class ProblemKind {
  Syntax,       // SyntaxError
  Indentation,  // IndentationError
  Tab,          // TabError
  Unsupported,  // valid Python that gilsim does not run
};

// Who found it. What comes behind the parser knows the text of the line only where it can read the file, and counts columns
// in bytes.
enum class ProblemStage { Lexer, Parser, Symbols, Compiler };

struct Problem {
  ProblemKind kind = ProblemKind::Syntax;
  std::string message;      // CPython 3.11's words for SyntaxError and its children
  Position position;        // line 0: no position (such as "source code cannot contain null bytes")
  std::string source_line;  // the whole line that `position` starts in, without its newline
  Remark advice;            // what to do next; may be empty
  Remark unsupported;       // what `message` says in English, where gilsim says it; else empty
  ProblemStage stage = ProblemStage::Parser;
};

// A problem of kind Unsupported in gilsim's own words. Position and source line are left to the caller.
Problem unsupported(Remark what, Remark advice);

// The problem as CPython prints a SyntaxError at top level (`  File "f.py", line 3` …, source line, carets,
// message), followed by the advice on a line of its own. Ends with a newline. `wording` is the language of what gilsim
// itself says.
std::string format(const Problem& problem, std::string_view file_name, Wording wording = Wording::English);

}  // namespace gilsim::syntax
