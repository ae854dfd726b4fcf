#include "interpreter/library/library.h"

#include <doctest/doctest.h>

#include "interpreter/compiler/code_archive.h"
#include "interpreter/compiler/compiler.h"
#include "interpreter/library/library_table.h"
#include "interpreter/syntax/parser.h"

using namespace gilsim;
using namespace gilsim::python;

TEST_CASE("a module is found by its dotted name") {
  const LibraryModule* threading = find_library_module("threading");
  REQUIRE(threading != nullptr);
  CHECK(threading->name == "threading");
  CHECK(threading->file_name == "/usr/lib/python3.11/threading.py");
  CHECK(threading->source.find("class Thread:") != std::string_view::npos);
  CHECK(!threading->is_package);
}

TEST_CASE("a package is its __init__") {
  const LibraryModule* collections = find_library_module("collections");
  REQUIRE(collections != nullptr);
  CHECK(collections->is_package);
  CHECK(collections->file_name == "/usr/lib/python3.11/collections/__init__.py");
  CHECK(find_library_module("collections.abc")->file_name == "/usr/lib/python3.11/collections/abc.py");
}

TEST_CASE("unknown names are not found") {
  for (std::string_view name : {"", "a", "threadin", "threading.", "zzz", "collections.__init__"})
    CHECK(find_library_module(name) == nullptr);
}

TEST_CASE("the table is sorted, so that every module is found") {
  for (const LibraryModule& module : library_modules()) CHECK(find_library_module(module.name) == &module);
}

TEST_CASE("the embedded code is what the embedded source compiles to") {
  for (const LibraryModule& module : library_modules()) {
    CAPTURE(module.name);
    const auto parsed = syntax::parse_module(module.source);
    REQUIRE(std::holds_alternative<syntax::Tree>(parsed));
    const compiler::Result result = compiler::compile(std::get<syntax::Tree>(parsed), module.source);
    REQUIRE(std::holds_alternative<std::shared_ptr<compiler::CompiledCode>>(result));
    const auto& compiled = *std::get<std::shared_ptr<compiler::CompiledCode>>(result);
    CHECK(compiler::write_archive(compiled) == module.code);
    CHECK(compiler::write_archive(*compiler::read_archive(module.code)) == module.code);
  }
}
