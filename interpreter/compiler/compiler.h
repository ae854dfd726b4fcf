// From syntax tree to code, as CPython 3.11's Python/symtable.c and Python/compile.c do it: the same instructions in the
// same order, so that `dis` under real Python shows what gilsim shows (PRECALL, CACHE and EXTENDED_ARG apart).
#pragma once

#include <memory>
#include <string_view>
#include <variant>
#include <vector>

#include "interpreter/compiler/code.h"
#include "interpreter/syntax/parser.h"

namespace gilsim::compiler {

enum class Mode {
  Exec,  // a module; returns None
  Eval,  // one expression; returns its value
  Single,  // as at the interactive prompt: expressions that are statements are printed
};

using Result = std::variant<std::shared_ptr<CompiledCode>, std::vector<syntax::Problem>>;

// Compiles a tree. Gives the code, or all that is wrong: CPython's SyntaxErrors of the symbol table and compiler
// ("'return' outside function", …) first, then every construct that gilsim does not run (kind Unsupported, by name).
// `source` is the text that was parsed, for Problem::source_line. `warnings` gets what is legal but doubtful
// (SyntaxWarning), some of it twice: a `finally` is compiled once for each way out.
Result compile(const syntax::Tree& tree, std::string_view source, Mode mode = Mode::Exec, std::vector<syntax::Problem>* warnings = nullptr);

}  // namespace gilsim::compiler
