#include <doctest/doctest.h>

#include "compiled.h"

using Names = std::vector<std::string>;

TEST_CASE("a variable that a function inside uses is a cell there and free inside") {
  const auto outer = inner(*compiled("def f(a, b):\n  c = 1\n  def g(): return a, c\n  return b\n"));
  CHECK(outer->local_names == Names{"a", "b", "g"});
  CHECK(outer->cell_names == Names{"a", "c"});
  CHECK(outer->fast_local_names == Names{"a", "b", "g", "c"});
  CHECK(inner(*outer)->free_names == Names{"a", "c"});
}

TEST_CASE("a class body passes an outer variable on without binding it") {
  const auto function = inner(*compiled("def f(x):\n  class A:\n    x = 1\n    def m(self): return x\n"));
  const auto body = inner(*function);
  CHECK(body->free_names == Names{"x"});
  CHECK(inner(*body)->free_names == Names{"x"});
}

TEST_CASE("names of a class body are not seen in its methods") {
  const auto method = inner(*inner(*compiled("class A:\n  x = 1\n  def m(self): return x\n")));
  CHECK(method->free_names.empty());
  CHECK(method->names == Names{"x"});
}

TEST_CASE("super makes a cell of the class") {
  const auto body = inner(*compiled("class A:\n  def m(self): super().m()\n"));
  CHECK(body->cell_names == Names{"__class__"});
  CHECK(inner(*body)->free_names == Names{"__class__"});
}

TEST_CASE("private names carry their class") {
  const auto body = inner(*compiled("class _A:\n  __x = 1\n  __y__ = 2\n"));
  CHECK(body->names == Names{"__name__", "__module__", "__qualname__", "_A__x", "__y__"});
}

TEST_CASE("the target of := in a comprehension belongs to the function around it") {
  const auto function = inner(*compiled("def f(y):\n  [last := x for x in y]\n  return last\n"));
  CHECK(function->cell_names == Names{"last"});
  CHECK(inner(*function)->free_names == Names{"last"});
}

TEST_CASE("a global statement anywhere makes the module store through the global namespace") {
  CHECK(opcodes(*compiled("x = 1\n")) == "RESUME LOAD_CONST STORE_NAME LOAD_CONST RETURN_VALUE");
  const auto module = compiled("x = 1\ndef f():\n  global x\n");
  CHECK(opcodes(*module).starts_with("RESUME LOAD_CONST STORE_GLOBAL"));
}

TEST_CASE("qualified names say where a function stands") {
  const auto function = inner(*compiled("class A:\n  def f(self):\n    return lambda: 0\n"));
  CHECK(inner(*function)->qualified_name == "A.f");
  CHECK(inner(*inner(*function))->qualified_name == "A.f.<locals>.<lambda>");
}
