// `from __future__ import …`
#pragma once

#include <vector>

#include "interpreter/syntax/ast.h"
#include "interpreter/syntax/problem.h"

namespace gilsim::compiler {

struct FutureFeatures {
  bool annotations_are_text = false;  // annotations
};

FutureFeatures find_future_features(const syntax::Module& module, std::vector<syntax::Problem>& problems);

// REQUIRES: `statement` was not among the leading future imports. Reports it if it is a future import all the same.
bool is_future_import(const syntax::Statement* statement);

}  // namespace gilsim::compiler
