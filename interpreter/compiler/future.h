// `from __future__ import …`
#pragma once

#include <vector>

#include "interpreter/syntax/ast.h"
#include "interpreter/syntax/problem.h"

namespace gilsim::compiler {

struct FutureFeatures {
  bool annotations_are_text = false;  // annotations
  int last_line = 0;                  // of the imports at the top; any further down come too late
};

FutureFeatures find_future_features(const syntax::Module& module, std::vector<syntax::Problem>& problems);

}  // namespace gilsim::compiler
