#include "interpreter/syntax/unicode.h"

#include <doctest/doctest.h>

using namespace gilsim::syntax;

TEST_CASE("decode_utf8 takes exactly what Unicode allows") {
  CHECK(decode_utf8("a").value == 'a');
  CHECK(decode_utf8("中").value == 0x4E2D);
  CHECK(decode_utf8("😀").size == 4);
  CHECK(decode_utf8("").size == 0);
  CHECK(decode_utf8("\x80").size == 0);              // continuation alone
  CHECK(decode_utf8("\xC0\xAF").size == 0);          // overlong
  CHECK(decode_utf8("\xE0\x80\xAF").size == 0);      // overlong
  CHECK(decode_utf8("\xED\xA0\x80").size == 0);      // surrogate
  CHECK(decode_utf8("\xF4\x90\x80\x80").size == 0);  // beyond U+10FFFF
  CHECK(decode_utf8("\xE4\xB8").size == 0);          // cut short
}

TEST_CASE("append_utf8 is the inverse, and lets surrogates pass") {
  std::string text;
  for (char32_t c : {U'a', U'é', U'中', U'😀'}) append_utf8(text, c);
  CHECK(text == "aé中😀");
  text.clear();
  append_utf8(text, 0xD800);
  CHECK(text == "\xED\xA0\x80");
}

TEST_CASE("find_invalid_utf8 finds the first bad byte") {
  CHECK(find_invalid_utf8("abc中") == std::string_view::npos);
  CHECK(find_invalid_utf8("ab\xFF") == 2);
}

TEST_CASE("names may hold letters of any script") {
  CHECK(can_start_name(U'变'));
  CHECK(can_start_name(U'_'));
  CHECK_FALSE(can_start_name(U'1'));
  CHECK(can_continue_name(U'1'));
  CHECK_FALSE(can_continue_name(U'，'));
  CHECK_FALSE(can_continue_name(U'€'));
  CHECK(normalize_name("ａｂｃ") == "abc");
}

TEST_CASE("display widths") {
  CHECK(display_width(U'a') == 1);
  CHECK(display_width(U'中') == 2);
  CHECK(display_width(U'，') == 2);
  CHECK(display_width(0x301) == 0);
}
