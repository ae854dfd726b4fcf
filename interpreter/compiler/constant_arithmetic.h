// What CPython's compiler works out while compiling: operators and subscripts on constants, within its limits of size.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "interpreter/compiler/code.h"
#include "interpreter/syntax/ast.h"

namespace gilsim::compiler {

// One spelling for each value: decimal, or "0x…" without leading zeros beyond 4096 bits.
std::string canonical_digits(std::string_view digits);

// nullopt: an exception, a result over CPython's limits, or one that is not folded; the operation is left to run time.
std::optional<Constant> fold_binary(const Constant& left, syntax::BinaryOperator op, const Constant& right);
std::optional<Constant> fold_unary(syntax::UnaryOperator op, const Constant& operand);
std::optional<Constant> fold_subscript(const Constant& container, const Constant& key);

}  // namespace gilsim::compiler
