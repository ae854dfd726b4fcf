#include "app/prose.h"

#include <doctest/doctest.h>

namespace gilsim::app {
namespace {

const reports::Terminal narrow{.width = 40};

TEST_CASE("paragraphs are folded, and marks of emphasis are left out") {
  CHECK(format_prose("A *b* **c** `d`\ne", narrow) == "A b c `d` e\n");
  CHECK(format_prose("one two three four five six seven eight nine", narrow) ==
        "one two three four five six seven eight\nnine\n");
  CHECK(format_prose("one\n\ntwo", narrow, 2) == "  one\n\n  two\n");
}

TEST_CASE("a line end between Chinese characters is no blank") {
  CHECK(format_prose("一\n二", narrow) == "一二\n");
  CHECK(format_prose("a\n二", narrow) == "a 二\n");
}

TEST_CASE("lists hang, code stays as it is, links show where they lead") {
  CHECK(format_prose("- a\n- b", narrow) == "- a\n- b\n");
  CHECK(format_prose("3. one two three four five six seven eight\n4. b", narrow) ==
        "3. one two three four five six seven\n   eight\n4. b\n");
  CHECK(format_prose("    x  =  1\n", narrow) == "    x  =  1\n");
  CHECK(format_prose("[PEP](https://peps.python.org)", narrow) == "PEP <https://peps.python.org>\n");
  CHECK(format_prose("> said", narrow) == "| said\n");
  CHECK(format_prose("", narrow) == "");
}

}  // namespace
}  // namespace gilsim::app
