// Source files in other encodings, and CPython's words for what is wrong with them.
#include "interpreter/syntax/source_encoding.h"

#include <doctest/doctest.h>

using namespace gilsim::syntax;

namespace {

std::string text_of(std::string_view bytes) {
  auto result = decode_source(bytes, "/home/f.py", ReadAs::Program);
  if (auto* problem = std::get_if<Problem>(&result)) FAIL(problem->message);
  return std::get<std::string>(result);
}

Problem problem_of(std::string_view bytes, ReadAs reader = ReadAs::Program) {
  auto result = decode_source(bytes, "/home/f.py", reader);
  REQUIRE(std::holds_alternative<Problem>(result));
  return std::get<Problem>(result);
}

std::string message_of(std::string_view bytes, ReadAs reader = ReadAs::Program) { return problem_of(bytes, reader).message; }

}  // namespace

TEST_CASE("a declared encoding is read") {
  CHECK(text_of("# -*- coding: gbk -*-\nx = '\xD6\xD0\xCE\xC4'\n") == "# -*- coding: gbk -*-\nx = '中文'\n");
  CHECK(text_of("# coding=gb2312\n'\xD6\xD0'") == "# coding=gb2312\n'中'");
  CHECK(text_of("# coding: GB18030\n'\x94\x39\xFC\x36'") == "# coding: GB18030\n'😀'");
  CHECK(text_of("# coding: big5\n'\xA4\xA4\xA4\xE5'") == "# coding: big5\n'中文'");
  CHECK(text_of("# coding: latin-1\n'\xE9'") == "# coding: latin-1\n'é'");
  CHECK(text_of("# coding: ISO-Latin-1-unix\n'\xE9'") == "# coding: ISO-Latin-1-unix\n'é'");
  CHECK(text_of("# coding: windows-1252\n'\x80'") == "# coding: windows-1252\n'€'");
  CHECK(text_of("# coding: ascii\nx") == "# coding: ascii\nx");
}

TEST_CASE("the declaration stands in the first line, or in the second after a comment") {
  CHECK(text_of("#!/usr/bin/python3\r\n# vim: set fileencoding=GBK :\r\n'\xD6\xD0'").ends_with("'中'"));
  CHECK(text_of("\n# coding: latin-1\n'\xE9'").ends_with("'é'"));
  CHECK(text_of("x = 1\n# coding: nonsense\n") == "x = 1\n# coding: nonsense\n");
  CHECK(text_of("# coding:\n# coding: latin-1\n'\xE9'").ends_with("'é'"));
}

TEST_CASE("UTF-8 by any name, with and without its mark") {
  CHECK(text_of("\xEF\xBB\xBFx = 'é'") == "x = 'é'");
  CHECK(text_of("\xEF\xBB\xBF# coding: Utf_8_sig\n'é'") == "# coding: Utf_8_sig\n'é'");
  CHECK(text_of("# coding: UTF8\n'é'") == "# coding: UTF8\n'é'");
  CHECK(message_of("\xEF\xBB\xBF# coding: latin-1\n") == "encoding problem: iso-8859-1 with BOM");
}

TEST_CASE("unknown encodings are named") {
  CHECK(message_of("# coding: foobar\n") == "encoding problem: foobar");
  CHECK(message_of("# coding: foobar\n", ReadAs::Module) == "unknown encoding: foobar");
  CHECK(problem_of("# coding: utf-16\n").advice.text(Wording::English).find("'utf-16'") != std::string::npos);
}

TEST_CASE("bytes that do not belong to the encoding are shown with line and column") {
  Problem gbk = problem_of("# coding: gbk\n\ny = '\xD6\xD0\xFF\xFF'\n");
  CHECK(gbk.message == "encoding problem: gbk");
  CHECK(gbk.advice.text(Wording::English).find("the byte \\xff in line 3, column 7 ") != std::string::npos);
  CHECK(gbk.advice.text(Wording::Chinese).find("\\xff（第 3 行第 7 列）") != std::string::npos);
  CHECK(message_of("# coding: gbk\ny = '\xFF'\n", ReadAs::Module) ==
        "'gbk' codec can't decode byte 0xff in position 19: illegal multibyte sequence");
  CHECK(message_of("# coding: ascii\n'\xE9'", ReadAs::Module) ==
        "'ascii' codec can't decode byte 0xe9 in position 17: ordinal not in range(128)");
  CHECK(message_of("# coding: cp1252\n'\x81'", ReadAs::Module) ==
        "'charmap' codec can't decode byte 0x81 in position 18: character maps to <undefined>");
  CHECK(problem_of("# coding: cp1252\n'\x81'").advice.text(Wording::English).find("line 2, column 2") != std::string::npos);
}

TEST_CASE("bytes that are not UTF-8") {
  Problem silent = problem_of("x = 1\ny = '中\xE9'\n");
  CHECK(silent.message ==
        "Non-UTF-8 code starting with '\\xe9' in file /home/f.py on line 2, but no encoding declared; "
        "see https://peps.python.org/pep-0263/ for details");
  CHECK(silent.advice.text(Wording::English).find("line 2, column 7") != std::string::npos);

  Problem declared = problem_of("# coding: utf-8\ny = 'a\xE9z'\n");
  CHECK(declared.message == "(unicode error) 'utf-8' codec can't decode byte 0xe9 in position 1: invalid continuation byte");
  CHECK(declared.position.line == 2);
  CHECK(declared.position.column == 6);
  CHECK(declared.source_line == "y = 'a\xEF\xBF\xBDz'");
  CHECK(message_of("y = '\xE9'\n", ReadAs::Module).ends_with("byte 0xe9 in position 0: unexpected end of data"));
  CHECK(message_of("y = '\xE4\xB8'\n", ReadAs::Module).ends_with("bytes in position 0-1: unexpected end of data"));
  CHECK(message_of("y = '\xFF'\n", ReadAs::Module).ends_with("byte 0xff in position 0: invalid start byte"));
}
