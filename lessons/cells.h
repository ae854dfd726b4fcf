// A lesson's text in the order of the file: prose and code, split where a solution begins or ends. Cells are
// those of the "percent" form that notebooks and editors know:
//
//   # %% [markdown] lang="en"
//   # Prose, in Markdown.
//   ### BEGIN SOLUTION
//   # What is shown on request only.
//   ### END SOLUTION
//   # %%
//   print("code")
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lessons/problem.h"
#include "lessons/script_block.h"

namespace gilsim::lessons {

enum class CellKind : std::uint8_t { Prose, Code };

struct Cell {
  CellKind kind = CellKind::Code;
  Language language = Language::English;  // of prose
  bool is_solution = false;
  int line = 1;      // where it begins in the file
  std::string text;  // of prose without the comment marks
};

// Cells without text and the settings block, which ends at `block`'s end, are left out.
std::vector<Cell> split_cells(std::string_view source, const ScriptBlock& block, Language language,
                              std::vector<Problem>& problems);

}  // namespace gilsim::lessons
