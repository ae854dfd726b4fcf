// The source line below a traceback entry, and the carets that point at the part of it that failed (PEP 657).
#pragma once

#include <string>
#include <string_view>

#include "interpreter/syntax/position.h"

namespace gilsim::python {

// The line indented by four spaces and, unless `position` is unknown or is all of the line, a line of `^` below the part;
// of a binary operation or subscript the operator or brackets are `^` and the operands `~`. Columns of the text are
// counted in characters, as CPython 3.11 does, so carets below wide characters stand too far left there and here.
std::string source_line_with_carets(std::string_view line, const syntax::Position& position);

}  // namespace gilsim::python
