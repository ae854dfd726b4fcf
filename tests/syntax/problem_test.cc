#include <doctest/doctest.h>

#include <string>

#include "interpreter/syntax/parser.h"

using namespace gilsim::syntax;

namespace {

std::string shown(std::string_view source) {
  auto result = parse_module(source);
  REQUIRE(std::holds_alternative<Problem>(result));
  return format(std::get<Problem>(result), "f.py");
}

}  // namespace

TEST_CASE("a problem is shown as CPython shows it") {
  CHECK(shown("if x:\n    print(a b)\n") ==
        "  File \"f.py\", line 2\n"
        "    print(a b)\n"
        "          ^^^\n"
        "SyntaxError: invalid syntax. Perhaps you forgot a comma?\n");
  CHECK(shown("x = (1,\n") ==
        "  File \"f.py\", line 1\n"
        "    x = (1,\n"
        "        ^\n"
        "SyntaxError: '(' was never closed\n");
}

TEST_CASE("one caret stands where a block is missing") {
  CHECK(shown("if x:\nprint(1)\n") ==
        "  File \"f.py\", line 2\n"
        "    print(1)\n"
        "    ^\n"
        "IndentationError: expected an indented block after 'if' statement on line 1\n");
}

TEST_CASE("there is no caret at the end of the file and before the text") {
  CHECK(shown("if x:\n") ==
        "  File \"f.py\", line 1\n"
        "    if x:\n"
        "IndentationError: expected an indented block after 'if' statement on line 1\n");
  CHECK(shown("x = 1\n  y = 2\n") ==
        "  File \"f.py\", line 2\n"
        "    y = 2\n"
        "IndentationError: unexpected indent\n");
  CHECK(shown("if x:\n        a\n\tb\n") ==
        "  File \"f.py\", line 3\n"
        "    b\n"
        "TabError: inconsistent use of tabs and spaces in indentation\n");
}

// CPython counts a wide character as one column, and its carets slip to the left under Chinese text.
TEST_CASE("carets stand under wide characters") {
  CHECK(shown("打印（\"你好\"）\n") ==
        "  File \"f.py\", line 1\n"
        "    打印（\"你好\"）\n"
        "        ^\n"
        "SyntaxError: invalid character '（' (U+FF08)\n");
  CHECK(shown("f(\"中文\", 变量 值)\n") ==
        "  File \"f.py\", line 1\n"
        "    f(\"中文\", 变量 值)\n"
        "              ^^^^^^^\n"
        "SyntaxError: invalid syntax. Perhaps you forgot a comma?\n");
}

TEST_CASE("tabs before the caret stay tabs") {
  CHECK(shown("x =\t1 y\n") ==
        "  File \"f.py\", line 1\n"
        "    x =\t1 y\n"
        "       \t  ^\n"
        "SyntaxError: invalid syntax\n");
}

TEST_CASE("a problem that spans lines is marked to the end of its first line") {
  CHECK(shown("f(a for a in\n  b, c)\n") ==
        "  File \"f.py\", line 1\n"
        "    f(a for a in\n"
        "      ^^^^^^^^^^\n"
        "SyntaxError: Generator expression must be parenthesized\n");
}

TEST_CASE("an f-string's expression is shown alone, in parentheses") {
  CHECK(shown("x = f\"a{x y}\"\n") ==
        "  File \"f.py\", line 1\n"
        "    (x y)\n"
        "     ^^^\n"
        "SyntaxError: f-string: invalid syntax. Perhaps you forgot a comma?\n");
}

TEST_CASE("advice follows on a line of its own") {
  CHECK(shown("x = '\xFF'\n").ends_with("\nSave the file as UTF-8.\n"));
}

TEST_CASE("what gilsim itself says comes in the user's language, what CPython says does not") {
  Problem own = unsupported({RemarkId::no_module, {"curses"}}, {RemarkId::own_library});
  CHECK(format(own, "f.py").starts_with("Unsupported: module 'curses' is not available in gilsim\ngilsim runs"));
  CHECK(format(own, "f.py", Wording::Chinese).starts_with("不支持：gilsim 没有模块“curses”\ngilsim 用"));
  Problem syntax{ProblemKind::Syntax, "invalid syntax", {}, "", {RemarkId::save_as_utf8}};
  CHECK(format(syntax, "f.py", Wording::Chinese) == "SyntaxError: invalid syntax\n请把文件保存为 UTF-8。\n");
}
