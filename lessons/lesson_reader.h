// From a file's text to a Lesson. All problems are found, not the first alone.
#pragma once

#include <string_view>
#include <vector>

#include "lessons/lesson.h"
#include "lessons/problem.h"

namespace gilsim::lessons {

struct LessonFile {
  Lesson lesson;
  std::vector<Problem> problems;  // by line; when there are any, the lesson is not to be used
};

// `language` is that of the problems.
LessonFile read_lesson(std::string_view source, Language language);

}  // namespace gilsim::lessons
