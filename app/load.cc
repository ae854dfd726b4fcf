#include "app/load.h"

#include <cstdio>

#include "app/input_file.h"

namespace gilsim::app {

std::optional<ProgramText> read_program(const std::string& file_name, Language language) {
  InputFile file = read_input(file_name, language);
  if (file.problem.empty()) return ProgramText{file_name, std::move(file.text)};
  complain(file.problem);
  return std::nullopt;
}

std::optional<python::LoadedProgram> compile_program(const ProgramText& program,
                                                     const python::Outside& outside) {
  python::LoadedProgram loaded = python::load_program(program.text, program.file_name, outside);
  for (const syntax::Problem& problem : loaded.problems) {
    fmt::print(stderr, "{}", syntax::format(problem, program.file_name));
  }
  if (loaded.problems.empty()) return loaded;
  return std::nullopt;
}

}  // namespace gilsim::app
