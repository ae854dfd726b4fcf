#include "lessons/script_block.h"

#include <doctest/doctest.h>

namespace gilsim::lessons {
namespace {

TEST_CASE("a block's lines lose their marks and keep their places") {
  std::vector<Problem> problems;
  auto block = find_script_block("#!/usr/bin/python3\n# /// script\n# a = 1\n#\n# b = 2\r\n# ///\nprint()\n",
                                 Language::English, problems);
  REQUIRE(block);
  CHECK(problems.empty());
  CHECK(block->toml == "a = 1\n\nb = 2\n");
  CHECK(block->place(3, 5).line == 5);
  CHECK(block->place(3, 5).column == 7);
  CHECK(block->end_line == 6);
}

TEST_CASE("a block that is missing, does not end or comes twice is noted") {
  auto problem = [](std::string_view source) {
    std::vector<Problem> problems;
    find_script_block(source, Language::English, problems);
    return problems.empty() ? Problem{{0, 0}, ""} : problems[0];
  };
  CHECK(problem("print()\n").message.starts_with("there is no settings block"));
  CHECK(problem("\n# /// script\n# a = 1\nprint()\n# ///\n").message.starts_with("this block does not end"));
  CHECK(problem("\n# /// script\n# a = 1\nprint()\n").place.line == 2);
  CHECK(problem("# /// script\n# ///\n\n# /// script\n# ///\n").place.line == 4);
}

TEST_CASE("a program with somebody else's block is no lesson") {
  CHECK(is_lesson("# /// script\n# [tool.gilsim]\n# ///\n"));
  CHECK_FALSE(is_lesson("# /// script\n# dependencies = []\n# ///\n"));
  CHECK_FALSE(is_lesson("print('# [tool.gilsim]')\n"));
}

}  // namespace
}  // namespace gilsim::lessons
