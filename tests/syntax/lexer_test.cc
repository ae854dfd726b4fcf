#include "interpreter/syntax/lexer.h"

#include <doctest/doctest.h>

#include <string>

#include "interpreter/syntax/number_scanner.h"
#include "interpreter/syntax/string_literal.h"

using namespace gilsim::syntax;

namespace {

std::vector<TokenKind> kinds(std::string_view text) {
  Arena arena;
  Source source(text, arena);
  std::vector<TokenKind> result;
  for (const Token& token : tokenize(source).list) result.push_back(token.kind);
  return result;
}

using Kind = TokenKind;

}  // namespace

TEST_CASE("operators are cut by longest match") {
  CHECK(kinds("a**=b") ==
        std::vector{Kind::Name, Kind::DoubleStarEqual, Kind::Name, Kind::Newline, Kind::EndOfFile});
  CHECK(find_operator("...") == Kind::Ellipsis);
  CHECK(find_operator("..") == Kind::Dot);
  CHECK(find_operator("$") == Kind::Error);
}

TEST_CASE("every operator and keyword is found by its spelling") {
#define OPERATOR(kind, text) CHECK(find_operator(text) == Kind::kind);
#define KEYWORD(kind, text) CHECK(find_keyword(text) == Kind::kind);
#include "interpreter/syntax/tokens.def"
  CHECK(find_keyword("match") == Kind::Name);
}

TEST_CASE("indentation becomes tokens, blank lines and comments do not") {
  CHECK(kinds("if a:\n\n  # c\n  b\n# d\nc") ==
        std::vector{Kind::If, Kind::Name, Kind::Colon, Kind::Newline, Kind::Indent, Kind::Name, Kind::Newline,
                    Kind::Dedent, Kind::Name, Kind::Newline, Kind::EndOfFile});
}

TEST_CASE("inside brackets lines do not end") {
  CHECK(kinds("(\n  a\n)") == std::vector{Kind::LeftParenthesis, Kind::Name, Kind::RightParenthesis,
                                          Kind::Newline, Kind::EndOfFile});
}

TEST_CASE("a hard mistake stops cutting, a soft one is a token") {
  Arena arena;
  Tokens hard = tokenize(Source("a = 'b\n", arena));
  CHECK(hard.hard_problem);
  CHECK_FALSE(hard.soft_problem);
  Tokens soft = tokenize(Source("if a:\n    b\n  c\n", arena));
  CHECK_FALSE(soft.hard_problem);
  REQUIRE(soft.soft_problem);
  CHECK(soft.soft_problem->kind == ProblemKind::Indentation);
  CHECK(soft.list.back().kind == Kind::Error);
}

TEST_CASE("numbers") {
  CHECK(scan_number("12_3+").size == 4);
  CHECK(scan_number("1if").size == 1);
  CHECK(scan_number("1e5j").size == 4);
  CHECK(scan_number("1__2").problem == "invalid decimal literal");
  CHECK(scan_number("0b2").problem == "invalid digit '2' in binary literal");
  CHECK(number_value("1_000").digits == "1000");
  CHECK(number_value("0O17").digits == "0o17");
  CHECK(number_value("00").digits == "0");
  CHECK(number_value("1e3").number == 1000.0);
  CHECK(number_value("2.5J").kind == ConstantKind::Imaginary);
  CHECK(number_value("1e999").number > 1e308);
  CHECK(number_value("1e-999").number == 0.0);
}

TEST_CASE("strings") {
  CHECK(split_string("rb'a'").bytes);
  CHECK(split_string("f'''a'''").body == "a");
  CHECK(split_string("''").body.empty());
  CHECK(decode_text("a\\n\\x41\\u4e2d\\q").text == "a\nA中\\q");
  CHECK(decode_bytes("\\xff\\u", false).text == "\xFF\\u");
  CHECK(decode_bytes("\\n", true).text == "\\n");
}
