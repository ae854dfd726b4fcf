// "%s and %r" % (a, b) as the f-string that does the same.
#pragma once

#include "interpreter/syntax/ast.h"

namespace gilsim::compiler {

// Null when the format holds anything but %s, %r, %a (with flags, width and precision below 100) and %%, or does not
// match the number of arguments.
const syntax::JoinedStr* format_as_joined_string(const syntax::BinOp& operation, std::string_view format,
                                                 const syntax::Tuple& arguments, syntax::Arena& arena);

}  // namespace gilsim::compiler
