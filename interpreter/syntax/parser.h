// From source text to syntax tree.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "interpreter/syntax/arena.h"
#include "interpreter/syntax/ast.h"
#include "interpreter/syntax/problem.h"

namespace gilsim::syntax {

// A parsed file. Owns its nodes; movable.
struct Tree {
  Arena arena;
  Module module;
  std::vector<Problem> doubts;  // legal, but hardly meant: a number that runs into a keyword (SyntaxWarning)
};

// Parses `source` (UTF-8, with or without byte-order mark; "\n", "\r\n" or "\r" line ends) as a module
// (`exec` mode). Returns the tree, or the first problem: SyntaxError, IndentationError or TabError with
// CPython 3.11's message and position. Never throws; nesting too deep for the native stack is a problem ("too
// many nested parentheses", …). What nests to the right or in brackets is bounded that way (a few hundred levels);
// what repeats to the left (`a + b + …`, `a.b.c…`, `a()()…`) and chains of `elif` are not: the tree is as deep as
// such a chain is long.
std::variant<Tree, Problem> parse_module(std::string_view source);

// Parses one expression (`eval` mode); its result is the module's only statement, an Expr.
std::variant<Tree, Problem> parse_expression(std::string_view source);

}  // namespace gilsim::syntax
