// A libFuzzer target: programs made of the fuzzer's octets are run under limits of steps, time and memory, with the
// sanitizers. Whatever they do, the run must end and leave nothing. scripts/test builds it with clang and runs it for half a
// minute; longer by hand: build/sanitized/tests/fuzz/run_program CORPUS. With GILSIM_FUZZ_SHOW set it prints the programs.
#include <cstdlib>
#include <iostream>
#include <memory>

#include "interpreter/compiler/compiler.h"
#include "interpreter/runtime/program.h"
#include "interpreter/syntax/parser.h"
#include "tests/fuzz/program_writer.h"

using namespace gilsim;

namespace {

// Now and then pieces do not fit: `nonlocal` of a global, too much nesting.
bool compiles(const std::string& piece) {
  const auto parsed = syntax::parse_module(piece);
  const auto* tree = std::get_if<syntax::Tree>(&parsed);
  return tree && std::holds_alternative<std::shared_ptr<compiler::CompiledCode>>(compiler::compile(*tree, piece));
}

python::ProgramOptions limited() {
  python::ProgramOptions options;
  options.machine = *sim::find_machine("reference");
  options.settings.max_steps = 300'000;
  options.settings.max_time_ns = 10 * sim::second;
  options.settings.max_memory_bytes = size_t{64} << 20;
  return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string source;
  for (const std::string& piece : fuzz::ProgramWriter({data, size}).write())
    if (compiles(piece)) source += piece;
  if (std::getenv("GILSIM_FUZZ_SHOW")) std::cout << source << "# ----\n";
  python::Outside nobody;
  nobody.write_output = nobody.write_errors = [](std::string_view) {};
  nobody.read_line = [] { return std::nullopt; };
  const auto program = python::load_program(source, "fuzz.py", nobody);
  if (!program.problems.empty()) return 0;
  const auto record = std::make_unique<sim::Record>();
  (void)python::run_program(program, limited(), nobody, *record);
  return 0;
}
