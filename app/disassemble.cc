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
  outside.read_source = [&files](std::string_view path) { return files.read_module(path); };
  auto loaded = compile_program(*program, outside);
  if (!loaded) return exit_bad_input;
  fmt::print("{}\n{}\n", python::disassemble_program(*loaded, options.version),
             text(Message::switch_point_key, options.common.language));
  return exit_done;
}

}  // namespace gilsim::app
