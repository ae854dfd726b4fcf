// Where the lessons are on the host. A lesson's id is its file's name without ".py"; the part before or
// behind the first
// "_" names it as well, where that is one lesson only; a number with or without leading zeros.
#pragma once

#include <string>
#include <vector>

namespace gilsim::lessons {

struct CourseFile {
  std::string id;
  std::string path;
};

// The folder lessons/course of the checkout that gilsim or the current folder is in, relative to the current
// folder where it is below it; empty when there is none.
std::string find_course();

// The lessons of a folder by id: its .py files that have a settings block.
std::vector<CourseFile> lessons_in(const std::string& folder);

// Those that an id, or part of one, may mean.
std::vector<CourseFile> find_lessons(const std::vector<CourseFile>& all, const std::string& id);

}  // namespace gilsim::lessons
