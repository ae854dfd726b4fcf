// The variants of a program: functions that do the same work in different ways.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/load.h"

namespace gilsim::app {

struct Variant {
  std::string name;
  bool is_coroutine = false;
};

// The functions at a program's top level that need no arguments. The program must be free of syntax errors.
std::vector<Variant> callable_functions(const std::string& source);

// Whether a function's name says which way of working it stands for.
bool is_known_variant(std::string_view name);
// Whether it may mean to say that, such as run_with_threads.
bool looks_like_variant(std::string_view name);

// A program that imports `file` and calls one of its functions, as if it stood beside it.
ProgramText caller_of(const std::string& file, const Variant& variant);

}  // namespace gilsim::app
