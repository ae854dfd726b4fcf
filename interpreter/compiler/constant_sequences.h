// Folding of strings, bytes and tuples: the part of constant_arithmetic.h that needs no big integers.
#pragma once

#include <cstdint>
#include <optional>

#include "interpreter/compiler/code.h"
#include "interpreter/syntax/ast.h"

namespace gilsim::compiler {

// a + b, and sequence * count up to 4096 characters or 256 items.
std::optional<Constant> fold_sequences(const Constant& left, syntax::BinaryOperator op, const Constant& right);
std::optional<Constant> fold_index(const Constant& container, int64_t index);

}  // namespace gilsim::compiler
