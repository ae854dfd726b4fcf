// A lesson that the user names: found, read and ready to run, or the user has been told what is wrong.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/load.h"
#include "app/program_files.h"
#include "lessons/experiment.h"
#include "lessons/lesson.h"

namespace gilsim::app {

// The file that an id or a path means. Nothing when there is none; the user has then been told.
std::optional<std::string> find_lesson_file(const std::string& id, Language language);

// A program with the files beside it, to be run again and again. Not to be moved: the runs refer to it.
class RunnableProgram {
 public:
  // Null when gilsim cannot run the program; the user has then been told.
  // `declares_sites`: whose settings block says what sites there are; null: its own.
  static std::unique_ptr<RunnableProgram> load(const ProgramText& program, Language language,
                                               const ProgramText* declares_sites = nullptr);

  lessons::Bench& bench() { return *bench_; }
  ProgramFiles& files() { return files_; }

 private:
  explicit RunnableProgram(const ProgramText& program) : files_(program.file_name, program.text) {}

  ProgramFiles files_;
  python::LoadedProgram program_;
  std::optional<lessons::Bench> bench_;
};

struct OpenedLesson {
  std::string path;
  lessons::Lesson lesson;
  std::unique_ptr<RunnableProgram> program;
};

// Nothing when the lesson or its program is wrong; the user has then been told.
std::optional<OpenedLesson> open_lesson(const std::string& path, Language language);

// Every run of the lesson, in order; fewer when Ctrl-C ended one.
std::vector<lessons::Experiment> perform_runs(OpenedLesson& opened);

}  // namespace gilsim::app
