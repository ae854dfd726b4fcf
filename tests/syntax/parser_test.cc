#include <doctest/doctest.h>

#include <string>

#include "interpreter/syntax/parser.h"

using namespace gilsim::syntax;

namespace {

Tree parsed(std::string_view source) {
  auto result = parse_module(source);
  REQUIRE(std::holds_alternative<Tree>(result));
  return std::get<Tree>(std::move(result));
}

Problem refused(std::string_view source) {
  auto result = parse_module(source);
  REQUIRE(std::holds_alternative<Problem>(result));
  return std::get<Problem>(result);
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("an empty text is an empty module") {
  CHECK(parsed("").module.body.empty());
  CHECK(parsed("\n\n# comment").module.body.empty());
}

TEST_CASE("a tree owns its texts: the source may go away") {
  std::string source = "name = 'value'\n";
  Tree tree = parsed(source);
  source.assign(source.size(), '?');
  auto* assignment = as<Assign>(tree.module.body[0]);
  CHECK(as<Name>(assignment->targets[0])->id == "name");
  CHECK(as<Constant>(assignment->value)->text == "value");
}

TEST_CASE("columns count bytes, lines count from 1") {
  Tree tree = parsed("\n变量 = 甲\n");
  auto* assignment = as<Assign>(tree.module.body[0]);
  CHECK(assignment->value->position.line == 2);
  CHECK(assignment->value->position.column == 9);
  CHECK(assignment->value->position.end_column == 12);
}

TEST_CASE("names are normalized") {
  Tree tree = parsed("ﬁ = 1");
  CHECK(as<Name>(as<Assign>(tree.module.body[0])->targets[0])->id == "fi");
}

TEST_CASE("integers keep their base") {
  Tree tree = parsed("0XFF_ff");
  CHECK(as<Constant>(as<Expr>(tree.module.body[0])->value)->text == "0xffff");
}

TEST_CASE("parse_expression reads one expression") {
  auto good = parse_expression("1 + x\n");
  REQUIRE(std::holds_alternative<Tree>(good));
  auto& tree = std::get<Tree>(good);
  REQUIRE(tree.module.body.size() == 1);
  CHECK(as<Expr>(tree.module.body[0])->value->kind == ExpressionKind::BinOp);
  CHECK(std::holds_alternative<Problem>(parse_expression("x = 1")));
  CHECK(std::holds_alternative<Problem>(parse_expression("")));
  CHECK(std::holds_alternative<Problem>(parse_expression("1\n2")));
}

TEST_CASE("bytes that are no UTF-8 and NUL are refused") {
  CHECK(refused("x = '\xFF'\n").message == "(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte");
  Problem null = refused(std::string_view("x = 1\ny\0z", 9));
  CHECK(null.message == "source code cannot contain null bytes");
  CHECK(null.advice.text(Wording::English).starts_with("The byte stands in line 2, column 2."));
  CHECK(parsed("# coding: latin-1\nx = 1").module.body.size() == 1);  // the text is UTF-8 by now, as that of exec() is
}

TEST_CASE("characters in strings may be named") {
  CHECK(parsed("'\\N{BULLET}'").module.body.size() == 1);
  CHECK(refused("'\\N{NO SUCH NAME}'").message.ends_with("unknown Unicode character name"));
}

TEST_CASE("nesting too deep is a problem, not a crash") {
  CHECK(refused(repeated("(", 201)).message == "too many nested parentheses");
  CHECK(refused(repeated("lambda: ", 10000) + "1").message == "an expression or statement nested so deeply");
  CHECK(refused(repeated("not ", 10000) + "x").message == "an expression or statement nested so deeply");
  CHECK(refused(repeated("-", 10000) + "1").message == "an expression or statement nested so deeply");
  CHECK(refused(repeated("2 ** ", 10000) + "1").message == "an expression or statement nested so deeply");
  CHECK(refused("x = " + repeated("1 if x else ", 10000) + "2").message == "an expression or statement nested so deeply");
  std::string blocks;
  for (int depth = 0; depth < 101; ++depth) blocks += std::string(depth, ' ') + "if x:\n";
  CHECK(refused(blocks).message == "too many levels of indentation");
}

TEST_CASE("long texts and long chains take linear time") {
  CHECK(parsed(repeated("x = f(a, b)[1:2] + 'text'\n", 100000)).module.body.size() == 100000);
  CHECK(parsed("x = 0" + repeated(" + 1", 200000)).module.body.size() == 1);
  CHECK(parsed("if x: pass\n" + repeated("elif x: pass\n", 50000)).module.body.size() == 1);
  CHECK(refused(repeated("x = {'a': [1, 2], 'b': f(x)}\n", 50000) + "x y\n").position.line == 50001);
}

TEST_CASE("a mistake inside deep brackets is found in reasonable time") {
  for (const char* piece :
       {"(1 if ", "f(a=1, ", "{1: 2, ", "print -(", "(a=", "[a, b for a in ", "f(a for a in "}) {
    CHECK_FALSE(refused(repeated(piece, 60) + "1 1").message.empty());
  }
}
