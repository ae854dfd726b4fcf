// Messages and places of the SyntaxErrors that the parser does not see, as CPython 3.11 words them.
#include <doctest/doctest.h>

#include "compiled.h"

TEST_CASE("statements outside the place that they need") {
  CHECK(problem_in("return 1") == "1:0 'return' outside function");
  CHECK(problem_in("class A:\n return 1") == "2:1 'return' outside function");
  CHECK(problem_in("break") == "1:0 'break' outside loop");
  CHECK(problem_in("while 1:\n def f():\n  break") == "3:2 'break' outside loop");
  CHECK(problem_in("continue") == "1:0 'continue' not properly in loop");
  CHECK(problem_in("x = yield") == "1:4 'yield' outside function");
  CHECK(problem_in("await x") == "1:0 'await' outside function");
  CHECK(problem_in("def f():\n await x") == "2:1 'await' outside async function");
  CHECK(problem_in("async with x: pass") == "1:0 'async with' outside async function");
  CHECK(problem_in("def f():\n async for x in y: pass") == "2:1 'async for' outside async function");
  CHECK(problem_in("async def f():\n yield from x") == "2:1 'yield from' inside async function");
  CHECK(problem_in("async def f():\n yield 1\n return 2") == "3:1 'return' with value in async generator");
  CHECK(problem_in("def f():\n from x import *") == "2:15 import * only allowed at module level");
  CHECK(problem_in("for i in x:\n try: pass\n except* A:\n  break") ==
        "4:2 'break', 'continue' and 'return' cannot appear in an except* block");
  CHECK(problem_in("try: pass\nexcept: pass\nexcept A: pass") == "2:0 default 'except:' must be last");
}

TEST_CASE("declarations that come too late or contradict") {
  CHECK(problem_in("def f():\n x = 1\n global x") == "3:1 name 'x' is assigned to before global declaration");
  CHECK(problem_in("def f():\n print(x)\n global x") == "3:1 name 'x' is used prior to global declaration");
  CHECK(problem_in("def f(x):\n nonlocal x") == "2:1 name 'x' is parameter and nonlocal");
  CHECK(problem_in("def f():\n x: int\n global x") == "3:1 annotated name 'x' can't be global");
  CHECK(problem_in("def f():\n nonlocal x") == "2:1 no binding for nonlocal 'x' found");
  CHECK(problem_in("nonlocal x") == "1:0 nonlocal declaration not allowed at module level");
  CHECK(problem_in("def f():\n global x\n nonlocal x") == "2:1 name 'x' is nonlocal and global");
  CHECK(problem_in("def f(a, a): pass") == "1:9 duplicate argument 'a' in function definition");
}

TEST_CASE("assignment expressions in comprehensions") {
  CHECK(problem_in("[x := 1 for x in y]") ==
        "1:1 assignment expression cannot rebind comprehension iteration variable 'x'");
  CHECK(problem_in("class A:\n [(y := 1) for x in z]") ==
        "2:3 assignment expression within a comprehension cannot be used in a class body");
  CHECK(problem_in("[x for x in (y := 1)]") ==
        "1:13 assignment expression cannot be used in a comprehension iterable expression");
  CHECK(problem_in("[i for i in a if (j := 1) for j in b]") ==
        "1:30 comprehension inner loop cannot rebind assignment expression target 'j'");
}

TEST_CASE("patterns") {
  CHECK(problem_in("match x:\n case a: pass\n case b: pass") ==
        "2:6 name capture 'a' makes remaining patterns unreachable");
  CHECK(problem_in("match x:\n case _: pass\n case b: pass") == "2:6 wildcard makes remaining patterns unreachable");
  CHECK(problem_in("match x:\n case [a, a]: pass") == "2:10 multiple assignments to name 'a' in pattern");
  CHECK(problem_in("match x:\n case [a] | [b]: pass") == "2:13 alternative patterns bind different names");
  CHECK(problem_in("match x:\n case {'a': 1, 'a': 2}: pass") == "2:6 mapping pattern checks duplicate key ('a')");
}

TEST_CASE("future imports") {
  CHECK(problem_in("from __future__ import braces") == "1:0 not a chance");
  CHECK(problem_in("from __future__ import foo") == "1:0 future feature foo is not defined");
  CHECK(problem_in("x = 1\nfrom __future__ import annotations") ==
        "2:0 from __future__ imports must occur at the beginning of the file");
}

TEST_CASE("other problems") {
  CHECK(problem_in("__debug__ = 1") == "1:0 cannot assign to __debug__");
  CHECK(problem_in("f(a=1, a=2)") == "1:7 keyword argument repeated: a");
  CHECK(problem_in("*a = x") == "1:0 starred assignment target must be in a list or tuple");
  CHECK(problem_in("*a, *b = x") == "1:0 multiple starred expressions in assignment");
  CHECK(problem_in("x = *a") == "1:4 can't use starred expression here");
}

TEST_CASE("a problem carries its source line") {
  const std::string source = "x = 1\n  \nif x:\n  break  # here\n";
  auto parsed = gilsim::syntax::parse_module(source);
  const auto result = gilsim::compiler::compile(std::get<gilsim::syntax::Tree>(parsed), source);
  CHECK(std::get<std::vector<gilsim::syntax::Problem>>(result).front().source_line == "  break  # here");
}

TEST_CASE("a tree too deep for the native stack is refused, not crashed on") {
  std::string sum = "x = a";
  for (int i = 0; i < 50000; ++i) sum += " + a";
  CHECK(problem_in(sum).ends_with("maximum recursion depth exceeded during compilation"));
}
