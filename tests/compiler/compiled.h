// Source to code in one call, for the tests of this folder.
#pragma once

#include <memory>
#include <string>

#include "interpreter/compiler/compiler.h"

// The module's code; the test fails if there is a problem.
std::shared_ptr<gilsim::compiler::CompiledCode> compiled(const std::string& source);
// The code of the first function (class, lambda, …) in `outer`.
std::shared_ptr<gilsim::compiler::CompiledCode> inner(const gilsim::compiler::CompiledCode& outer);
// "LINE:COLUMN message" of the first problem, the column counted from 0; empty if the source compiles.
std::string problem_in(const std::string& source);
// Names of the instructions, separated by spaces.
std::string opcodes(const gilsim::compiler::CompiledCode& code);
