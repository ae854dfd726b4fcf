// Where something stands in a source file. Lines count from 1; columns count UTF-8 bytes from 0, as in
// CPython's ast module (`lineno`, `col_offset`, `end_lineno`, `end_col_offset`).
#pragma once

namespace gilsim::syntax {

struct Position {
  int line = 0;
  int column = 0;
  int end_line = 0;
  int end_column = 0;
};

}  // namespace gilsim::syntax
