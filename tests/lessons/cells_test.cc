#include "lessons/cells.h"

#include <doctest/doctest.h>

namespace gilsim::lessons {
namespace {

struct Split {
  std::vector<Cell> cells;
  std::vector<Problem> problems;
};

Split split(const std::string& rest) {
  Split result;
  std::string source = "# /// script\n# ///\n" + rest;
  auto block = find_script_block(source, Language::English, result.problems);
  result.cells = split_cells(source, *block, Language::English, result.problems);
  return result;
}

TEST_CASE("prose and code come in the order of the file, with their lines") {
  auto [cells, problems] = split("\n# %% [markdown] lang=\"zh\"\n# 一\n#\n# 二\n\n# %%\n\nprint()\n");
  CHECK(problems.empty());
  REQUIRE(cells.size() == 2);
  CHECK(cells[0].kind == CellKind::Prose);
  CHECK(cells[0].language == Language::Chinese);
  CHECK(cells[0].text == "一\n\n二\n");
  CHECK(cells[1].kind == CellKind::Code);
  CHECK(cells[1].text == "print()\n");
  CHECK(cells[1].line == 11);
}

TEST_CASE("solutions are cells of their own, in prose and in code") {
  auto [cells, problems] = split("a = 1\n    ### BEGIN SOLUTION\n    b = 2\n    ### END SOLUTION\nc = 3\n"
                                 "# %% [markdown] lang=\"en\"\n### BEGIN SOLUTION\n# why\n### END SOLUTION\n");
  CHECK(problems.empty());
  REQUIRE(cells.size() == 4);
  CHECK_FALSE(cells[0].is_solution);
  CHECK(cells[1].is_solution);
  CHECK(cells[1].text == "    b = 2\n");
  CHECK_FALSE(cells[2].is_solution);
  CHECK(cells[3].is_solution);
  CHECK(cells[3].text == "why\n");
}

TEST_CASE("what is wrong with a cell is noted at its line") {
  auto line_of = [](const std::string& rest) { return split(rest).problems.at(0).place.line; };
  CHECK(line_of("# %% [markdown]\n# text\n") == 3);
  CHECK(line_of("# %% [markdown] lang=\"en\"\ntext\n") == 4);
  CHECK(line_of("a = 1\n### BEGIN SOLUTION\nb = 2\n") == 4);
  CHECK(line_of("a = 1\n### END SOLUTION\n") == 4);
  CHECK(line_of("### BEGIN SOLUTION\nb = 2\n# %%\n### END SOLUTION\n") == 3);
}

}  // namespace
}  // namespace gilsim::lessons
