// Imports are looked for, too, so that a program that cannot run is not disassembled as if it could.
#include "app/disassemble.h"

#include <unistd.h>

#include <cstdio>
#include <sstream>

#include "app/exit_status.h"
#include "app/load.h"
#include "app/program_files.h"
#include "app/wrap.h"
#include "interpreter/runtime/program.h"
#include "reports/terminal.h"

namespace gilsim::app {

namespace {

// The switch points' marks stand before the names of the instructions, which are letters.
std::string paint_marks(const std::string& listing, const reports::Terminal& terminal) {
  std::string painted;
  std::istringstream lines(listing);
  for (std::string line; std::getline(lines, line); painted += line + "\n") {
    std::size_t mark = line.find_first_not_of(" 0123456789");
    if (mark == std::string::npos || (line[mark] != '*' && line[mark] != '?')) continue;
    line.replace(mark, 1, reports::paint(line.substr(mark, 1), reports::Color::Red, terminal));
  }
  return painted;
}

}  // namespace

int disassemble(const DisassembleOptions& options) {
  auto program = read_program(options.file, options.common.language);
  if (!program) return exit_bad_input;
  ProgramFiles files(program->file_name, program->text);
  python::Outside outside = files.outside();
  auto loaded = compile_program(*program, outside, options.common.language);
  if (!loaded) return exit_bad_input;
  auto version = python::describe(options.version).text;
  auto terminal = reports::find_terminal(STDOUT_FILENO, options.common.color);
  fmt::print("{}\n\n{}", wrap(say(options.common.language, Message::switch_point_key, version), terminal.width),
             paint_marks(python::disassemble_program(*loaded, options.version), terminal));
  return exit_done;
}

}  // namespace gilsim::app
