// Imports are looked for, too, so that a program that cannot run is not disassembled as if it could.
#include "app/disassemble.h"

#include <cstdio>

#include "app/exit_status.h"
#include "app/load.h"
#include "app/program_files.h"
#include "interpreter/runtime/program.h"

namespace gilsim::app {

int disassemble(const DisassembleOptions& options) {
  auto program = read_program(options.file, options.common.language);
  if (!program) return exit_bad_input;
  ProgramFiles files(program->file_name, program->text);
  python::Outside outside;
  outside.folder = files.folder();
  outside.module_folder = files.module_folder();
  outside.read_source = [&files](std::string_view path) { return files.read_module(path); };
  auto loaded = compile_program(*program, outside, options.common.language);
  if (!loaded) return exit_bad_input;
  auto version = python::describe(options.version).text;
  fmt::print("{}\n\n{}", say(options.common.language, Message::switch_point_key, version),
             python::disassemble_program(*loaded, options.version));
  return exit_done;
}

}  // namespace gilsim::app
