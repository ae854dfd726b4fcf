#include <doctest/doctest.h>

#include "compiled.h"
#include "interpreter/compiler/disassembler.h"
#include "interpreter/compiler/stack_effect.h"

using namespace gilsim::compiler;

TEST_CASE("a listing shows lines, targets, arguments and nested code") {
  const auto code = compiled("def f(n):\n    while n > 0:\n        n -= 1\n");
  CHECK(disassemble(*code) == R"(  0           0 RESUME                             0

  1           1 LOAD_CONST                         0 (<code object f>)
              2 MAKE_FUNCTION                      0
              3 STORE_NAME                         0 (f)
              4 LOAD_CONST                         1 (None)
              5 RETURN_VALUE

Disassembly of <code object f, line 1>:
  1           0 RESUME                             0

  2           1 LOAD_FAST                          0 (n)
              2 LOAD_CONST                         1 (0)
              3 COMPARE_OP                         4 (>)
              4 POP_JUMP_FORWARD_IF_FALSE         15 (to 15)

  3     >>    5 LOAD_FAST                          0 (n)
              6 LOAD_CONST                         2 (1)
              7 BINARY_OP                         23 (-=)
              8 STORE_FAST                         0 (n)

  2           9 LOAD_FAST                          0 (n)
             10 LOAD_CONST                         1 (0)
             11 COMPARE_OP                         4 (>)
             12 POP_JUMP_BACKWARD_IF_TRUE          5 (to 5)
             13 LOAD_CONST                         0 (None)
             14 RETURN_VALUE
        >>   15 LOAD_CONST                         0 (None)
             16 RETURN_VALUE
)");
}

TEST_CASE("marks stand in a column of their own") {
  const auto code = compiled("f()\n");
  const std::string text = disassemble(*code, [](const Instruction& instruction) {
    return instruction.op == Opcode::CALL ? "switch" : "";
  });
  CHECK(text.find("    switch       3 CALL") != std::string::npos);
}

TEST_CASE("arguments are explained") {
  const auto code = compiled("f'{x!r:>3}'\n");
  std::string text;
  for (const Instruction& instruction : code->instructions) text += describe_argument(*code, instruction) + ";";
  CHECK(text == ";x;'>3';repr, with format;;None;;");
}

TEST_CASE("constants are shown as repr shows them") {
  const auto code = compiled("x = 1e16, 0.1, -0.0, 1j, 'it\\'s\\n', b'\\x00\\xff', 1 << 70, ..., None, True, (1,)\n");
  CHECK(disassemble(*code).find("((1e+16, 0.1, -0.0, 1j, \"it's\\n\", b'\\x00\\xff', 1180591620717411303424, Ellipsis, "
                                "None, True, (1,)))") != std::string::npos);
}

TEST_CASE("stack effects") {
  CHECK(stack_effect(Opcode::CALL, 2, false) == -3);
  CHECK(stack_effect(Opcode::FOR_ITER, 0, false) == 1);
  CHECK(stack_effect(Opcode::FOR_ITER, 0, true) == -1);
  CHECK(stack_effect(Opcode::LOAD_GLOBAL, 3, false) == 2);
  CHECK(stack_effect(Opcode::UNPACK_EX, 1 + (2 << 8), false) == 3);
  CHECK(stack_effect(Opcode::BUILD_MAP, 2, false) == -3);
  CHECK(stack_effect(Opcode::MAKE_FUNCTION, 9, false) == -2);
  CHECK(stack_effect(Opcode::SEND, 0, true) == -1);
}
