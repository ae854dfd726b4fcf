#include "app/wrap.h"

#include "app/command_line.h"
#include "reports/terminal.h"

#include <doctest/doctest.h>

#include <sstream>

namespace gilsim::app {
namespace {

TEST_CASE("lines that fit stay as they are") {
  CHECK(wrap("", 20) == "");
  CHECK(wrap("a b\n\n  c\n", 20) == "a b\n\n  c\n");
}

TEST_CASE("long lines break at blanks, and go on under their last column") {
  CHECK(wrap("one two three four", 10) == "one two\nthree four");
  CHECK(wrap("  -q  leave the report out\n", 20) == "  -q  leave the\n      report out\n");
  CHECK(wrap("  --long-option NAME  leave the report out", 24) ==
        "  --long-option NAME\n      leave the report\n      out");
}

TEST_CASE("Chinese text breaks anywhere but before closing and behind opening punctuation") {
  CHECK(wrap("运行一个程序，然后", 12) == "运行一个程\n序，然后");
  CHECK(wrap("运行一个程（序）", 12) == "运行一个程\n（序）");
}

TEST_CASE("all help fits narrow terminals in both languages") {
  for (Language language : {Language::English, Language::Chinese}) {
    for (std::vector<std::string> words :
         {std::vector<std::string>{"--help"}, {"run", "--help"}, {"disassemble", "-h"}}) {
      for (int width : {40, 80, 120}) {
        std::istringstream help(wrap(std::get<Answer>(parse_command_line(words, language)).text, width));
        for (std::string line; std::getline(help, line);) {
          CAPTURE(line);
          CHECK(reports::display_width(line) <= width);
        }
      }
    }
  }
}

}  // namespace
}  // namespace gilsim::app
