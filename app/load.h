// Reading and compiling the program that a command line names, with everything that can be wrong said to the
// user.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/messages.h"
#include "interpreter/runtime/program.h"
#include "sim/net/site.h"

namespace gilsim::app {

struct ProgramText {
  std::string file_name;  // as given, or python::standard_input
  std::string text;       // its bytes, in whatever encoding
};

// FILE "-" is standard input. Nothing when the file cannot be read; the user has then been told.
std::optional<ProgramText> read_program(const std::string& file_name, Language language);

// The sites that the program's settings block declares. Nothing when they are wrong; the user has then been told.
std::optional<std::vector<sim::SitePlan>> read_sites(const ProgramText& program, Language language);

// Nothing when gilsim cannot run the program; the user has then been told.
std::optional<python::LoadedProgram> compile_program(const ProgramText& program,
                                                     const python::Outside& outside, Language language);

}  // namespace gilsim::app
