// What a comparison's operator means for numbers.
#pragma once

#include "interpreter/objects/type.h"

namespace gilsim::python {

template <class Number>
[[gnu::always_inline]] inline bool holds(Number left, Number right, CompareOperator op) {
  switch (op) {
    case CompareOperator::Less: return left < right;
    case CompareOperator::LessEqual: return left <= right;
    case CompareOperator::Equal: return left == right;
    case CompareOperator::NotEqual: return left != right;
    case CompareOperator::Greater: return left > right;
    case CompareOperator::GreaterEqual: return left >= right;
  }
  return false;
}

}  // namespace gilsim::python
