// Rows of cells as columns: the first column to the left, all others to the right.
#pragma once

#include <string>
#include <vector>

namespace gilsim::reports {

// Columns for which `width` has no room go below, beside the first column again. REQUIRES: rows are equally
// long.
std::string format_text_table(const std::vector<std::vector<std::string>>& rows, int width);

}  // namespace gilsim::reports
