#include "app/lesson_file.h"

#include <filesystem>

#include "app/input_file.h"
#include "app/interrupt.h"
#include "app/suggestion.h"
#include "lessons/course.h"
#include "lessons/lesson_reader.h"

namespace gilsim::app {
namespace {

std::vector<std::string> ids_of(const std::vector<lessons::CourseFile>& files) {
  std::vector<std::string> ids;
  for (const lessons::CourseFile& file : files) ids.push_back(file.id);
  return ids;
}

}  // namespace

std::optional<std::string> find_lesson_file(const std::string& id, Language language) {
  std::error_code error;
  if (id.ends_with(".py") || std::filesystem::exists(id, error)) return id;
  auto all = lessons::lessons_in(lessons::find_course());
  auto found = lessons::find_lessons(all, id);
  if (found.size() == 1) return found[0].path;
  if (found.size() > 1) {
    complain(say(language, Message::lesson_ambiguous, id, list(ids_of(found))));
    return std::nullopt;
  }
  std::string problem = say(language, Message::lesson_missing, id);
  auto near = near_names(id, ids_of(all));
  if (!near.empty())
    problem = two_sentences(problem, say(language, Message::did_you_mean, list(near)), language);
  complain(problem);
  return std::nullopt;
}

std::unique_ptr<RunnableProgram> RunnableProgram::load(const ProgramText& program, Language language,
                                                       const ProgramText* declares_sites) {
  std::unique_ptr<RunnableProgram> runnable(new RunnableProgram(program));
  python::Outside outside = runnable->files_.outside();
  auto loaded = compile_program(program, outside, language);
  auto sites = read_sites(declares_sites ? *declares_sites : program, language);
  if (!loaded || !sites) return nullptr;
  runnable->program_ = std::move(*loaded);
  runnable->bench_.emplace(runnable->program_, outside, interrupt_flag(), std::move(*sites));
  return runnable;
}

std::optional<OpenedLesson> open_lesson(const std::string& path, Language language) {
  auto text = read_program(path, language);
  if (!text) return std::nullopt;
  lessons::LessonFile file = lessons::read_lesson(text->text, language);
  for (const lessons::Problem& problem : file.problems)
    fmt::print(stderr, "{}", lessons::format(problem, path));
  if (!file.problems.empty()) {
    compile_program(*text, ProgramFiles(text->file_name, text->text).outside(), language);  // for what it says
    return std::nullopt;
  }
  auto program = RunnableProgram::load(*text, language);
  if (!program) return std::nullopt;
  return OpenedLesson{path, std::move(file.lesson), std::move(program)};
}

std::vector<lessons::Experiment> perform_runs(OpenedLesson& opened) {
  std::vector<lessons::Experiment> done;
  lessons::Bench& bench = opened.program->bench();
  for (const lessons::Run& run : opened.lesson.runs) {
    if (!bench.interrupted()) done.push_back(bench.perform(run.name, run.settings));
  }
  return done;
}

}  // namespace gilsim::app
