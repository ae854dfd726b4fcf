// All problems of a program are shown, not the first alone: they are independent of each other.
#include "app/load.h"

#include <cstdio>

#include "app/input_file.h"
#include "app/standard_input.h"
#include "lessons/site_reader.h"

namespace gilsim::app {

std::optional<ProgramText> read_program(const std::string& file_name, Language language) {
  if (file_name == "-") return ProgramText{python::standard_input, read_standard_input()};
  InputFile file = read_input(file_name, language);
  if (file.problem.empty()) return ProgramText{file_name, std::move(file.text)};
  complain(file.problem);
  return std::nullopt;
}

std::optional<std::vector<sim::SitePlan>> read_sites(const ProgramText& program, Language language) {
  std::vector<lessons::Problem> problems;
  auto sites = lessons::find_sites(program.text, language, problems);
  for (const lessons::Problem& problem : problems) fmt::print(stderr, "{}", lessons::format(problem, program.file_name));
  if (problems.empty()) return sites;
  return std::nullopt;
}

std::optional<python::LoadedProgram> compile_program(const ProgramText& program,
                                                     const python::Outside& outside, Language language) {
  syntax::Wording wording =
      language == Language::Chinese ? syntax::Wording::Chinese : syntax::Wording::English;
  python::LoadedProgram loaded = python::load_program(program.text, program.file_name, outside);
  for (const syntax::Problem& problem : loaded.problems) {
    fmt::print(stderr, "{}", syntax::format(problem, loaded.path, wording));
  }
  if (loaded.problems.empty()) return loaded;
  return std::nullopt;
}

}  // namespace gilsim::app
