#include <doctest/doctest.h>

#include "compiled.h"

using gilsim::compiler::CompiledCode;

namespace {

std::string table(const CompiledCode& code) {
  std::string result;
  for (const auto& entry : code.exception_table) {
    result += std::to_string(entry.start) + "-" + std::to_string(entry.end) + ">" + std::to_string(entry.target) + "[" +
              std::to_string(entry.depth) + (entry.push_lasti ? " lasti] " : "] ");
  }
  return result;
}

}  // namespace

TEST_CASE("code without handlers has no table") { CHECK(table(*compiled("x = 1\n")).empty()); }

TEST_CASE("the handler itself is covered, so that the former exception comes back") {
  const auto code = inner(*compiled("def f():\n  try:\n    a()\n  except E:\n    b()\n"));
  CHECK(opcodes(*code) ==
        "RESUME NOP LOAD_GLOBAL CALL POP_TOP LOAD_CONST RETURN_VALUE PUSH_EXC_INFO LOAD_GLOBAL CHECK_EXC_MATCH "
        "POP_JUMP_FORWARD_IF_FALSE POP_TOP LOAD_GLOBAL CALL POP_TOP POP_EXCEPT LOAD_CONST RETURN_VALUE RERAISE COPY "
        "POP_EXCEPT RERAISE");
  CHECK(table(*code) == "2-5>7[0] 7-15>19[1 lasti] 18-19>19[1 lasti] ");
}

TEST_CASE("with keeps __exit__ below what the handler gets") {
  const auto code = inner(*compiled("def f(a):\n  with a:\n    b\n"));
  REQUIRE(!code->exception_table.empty());
  CHECK(code->exception_table[0].depth == 1);
  CHECK(code->exception_table[0].push_lasti);
}

TEST_CASE("in a loop the iterator stays on the stack") {
  const auto code = inner(*compiled("def f(x):\n  for i in x:\n    try:\n      a\n    finally:\n      b\n"));
  CHECK(code->exception_table[0].depth == 1);
}
