#include "interpreter/compiler/code_archive.h"

#include <doctest/doctest.h>

#include "interpreter/compiler/constants.h"
#include "tests/compiler/compiled.h"

using namespace gilsim::compiler;

namespace {

// Constants of every kind, numbers of every length and sign, handlers, closures, lines that nobody wrote.
constexpr const char* kEverything = R"('''module'''
import os.path as path
async def outer(a, /, b=1.5, *c, d=2j, **e):
    "docstring"
    def inner():
        nonlocal a
        a = 123456789012345678901234567890, -0.0, b'\x00\xff', '\U0001f40d', None, True, ...
        return a in {1, 'two', 3.0}
    try:
        with c as f: yield [x async for x in e], -1
    except* ValueError:
        raise
    finally:
        del b
class Class(metaclass=outer): x: int = 1 if path else \
    2
)";

}  // namespace

TEST_CASE("an archive gives back the code, whatever is in it") {
  for (const char* source : {kEverything, "", "x = 1\n"}) {
    const auto code = compiled(source);
    const auto read = read_archive(write_archive(*code));
    CHECK(key_of(read) == key_of(code));
    CHECK(read->exception_table.size() == code->exception_table.size());
    CHECK(read->fast_local_names == code->fast_local_names);
    CHECK(write_archive(*read) == write_archive(*code));
  }
}

TEST_CASE("positions come back to the column") {
  const auto code = compiled(kEverything);
  const auto read = read_archive(write_archive(*code));
  REQUIRE(read->instructions.size() == code->instructions.size());
  for (size_t i = 0; i < read->instructions.size(); ++i) {
    const auto &one = read->instructions[i], &other = code->instructions[i];
    CHECK(one.op == other.op);
    CHECK(one.argument == other.argument);
    CHECK(one.position.line == other.position.line);
    CHECK(one.position.column == other.position.column);
    CHECK(one.position.end_line == other.position.end_line);
    CHECK(one.position.end_column == other.position.end_column);
  }
}
