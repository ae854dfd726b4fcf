#include "app/setting_words.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "app/suggestion.h"
#include "lessons/lesson_reader.h"

namespace gilsim::app {
namespace {

// "--switch-interval" is "switch_interval".
std::string key_of(std::string word) {
  word.erase(0, word.find_first_not_of('-'));
  std::replace(word.begin(), word.end(), '-', '_');
  return word;
}

}  // namespace

std::string apply_words(lessons::RunSettings& run, const std::string& words,
                        const std::vector<lessons::Run>& runs, Language language) {
  for (const lessons::Run& known : runs) {
    if (known.name == words) {
      run = known.settings;
      return "";
    }
  }
  std::map<std::string, std::string> given;
  std::istringstream stream(words);
  std::vector<std::string> known = lessons::setting_keys();
  for (std::string word; stream >> word;) {
    std::size_t equals = word.find('=');
    std::string key = key_of(word.substr(0, equals));
    bool good = equals != std::string::npos && std::find(known.begin(), known.end(), key) != known.end();
    if (!good) return say(language, Message::bad_setting_word, word, list(known));
    given[key] = word.substr(equals + 1);
  }
  for (const std::string& key : known) {  // in their order: a machine before its number of cores
    if (!given.count(key)) continue;
    std::string problem = lessons::apply_setting(run, key, given[key], language);
    if (!problem.empty()) return problem;
  }
  return lessons::settings_problem(run, language);
}

std::vector<lessons::Run> runs_of(const std::string& source, Language language) {
  if (!lessons::is_lesson(source)) return {};
  lessons::LessonFile file = lessons::read_lesson(source, language);
  return file.problems.empty() ? file.lesson.runs : std::vector<lessons::Run>{};
}

}  // namespace gilsim::app
