#include "app/new.h"

#include <cerrno>
#include <cstdio>

#include "app/exit_status.h"
#include "lessons/template.h"

namespace gilsim::app {

// "x": the host refuses to open a file that is there, so nothing is ever overwritten.
int write_new_lesson(const NewOptions& options) {
  Language language = options.common.language;
  std::string path = options.id.ends_with(".py") ? options.id : options.id + ".py";
  std::string text = lessons::lesson_template();
  errno = 0;
  std::FILE* file = std::fopen(path.c_str(), "wbx");
  if (!file && errno == EEXIST) {
    complain(say(language, Message::lesson_exists, path));
    return exit_bad_input;
  }
  bool written = file && std::fwrite(text.data(), 1, text.size(), file) == text.size();
  bool closed = file && std::fclose(file) == 0;
  if (!written || !closed) {
    complain(say(language, Message::lesson_unwritable, path, host_error(errno, language)));
    return exit_bad_input;
  }
  fmt::print("{}\n", say(language, Message::lesson_written, path));
  return exit_done;
}

}  // namespace gilsim::app
