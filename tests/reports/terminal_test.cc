#include "reports/terminal.h"

#include <doctest/doctest.h>

#include "reports/words.h"

namespace gilsim::reports {
namespace {

TEST_CASE("Chinese characters take two columns and combining ones none") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("线程1") == 5);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("\xff\xfe") == 2);
}

TEST_CASE("text is cut and padded by columns, never inside a character") {
  CHECK(cut("abcdef", 6) == "abcdef");
  CHECK(cut("abcdef", 4) == "abc…");
  CHECK(cut("我的线程", 6) == "我的…");
  CHECK(cut("我的线程", 0) == "");
  CHECK(pad_right("线", 4) == "线  ");
  CHECK(pad_left("线", 3) == " 线");
  CHECK(pad_right("long", 2) == "long");
}

TEST_CASE("names cannot move the cursor") {
  CHECK(printable("a\033[2Jb\n") == "a\\x1b[2Jb\\x0a");
  CHECK(printable("\u202e名\xff") == "\\u202e名\\xff");
}

TEST_CASE("colours are escape sequences around the text") {
  CHECK(paint("x", Color::Red, Terminal{.colors = true}) == "\033[31mx\033[0m");
  CHECK(paint("x", Color::Red, Terminal{}) == "x");
  CHECK(paint("x", Color::None, Terminal{.colors = true}) == "x");
}

TEST_CASE("the language is that of the locale") {
  CHECK(language_of_locale("zh_CN.UTF-8") == Language::Chinese);
  CHECK(language_of_locale("en_US.UTF-8") == Language::English);
  CHECK(language_of_locale("C") == Language::English);
  CHECK(word(Word::sleeping, Language::Chinese) == "睡眠");
}

}  // namespace
}  // namespace gilsim::reports
