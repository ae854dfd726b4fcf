#include "lessons/course.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "lessons/script_block.h"

namespace gilsim::lessons {
namespace {

namespace fs = std::filesystem;

// lessons/course in `folder` or above it.
std::string course_above(fs::path folder) {
  std::error_code error;
  while (!folder.empty()) {
    fs::path course = folder / "lessons" / "course";
    if (fs::is_directory(course, error)) return course.string();
    if (folder == folder.parent_path()) break;
    folder = folder.parent_path();
  }
  return "";
}

// Whether both are numbers, and the same one: 1 is 01.
bool same_number(std::string_view a, std::string_view b) {
  auto is_number = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
  };
  auto short_form = [](std::string_view text) { return text.substr(std::min(text.find_first_not_of('0'), text.size() - 1)); };
  return is_number(a) && is_number(b) && short_form(a) == short_form(b);
}

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

std::string find_course() {
  std::error_code error;
  fs::path here = fs::current_path(error);
  std::string found = course_above(here);
  if (found.empty()) found = course_above(fs::read_symlink("/proc/self/exe", error).parent_path());
  if (found.empty()) return "";
  fs::path relative = fs::path(found).lexically_relative(here);
  bool is_below = !relative.empty() && *relative.begin() != "..";
  return is_below ? relative.string() : found;
}

std::vector<CourseFile> lessons_in(const std::string& folder) {
  std::vector<CourseFile> found;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const fs::path& path = entry->path();
    if (path.extension() == ".py" && is_lesson(read(path)))
      found.push_back({path.stem().string(), path.string()});
  }
  std::sort(found.begin(), found.end(), [](const CourseFile& a, const CourseFile& b) { return a.id < b.id; });
  return found;
}

std::vector<CourseFile> find_lessons(const std::vector<CourseFile>& all, const std::string& id) {
  std::vector<CourseFile> found;
  for (const CourseFile& file : all) {
    if (file.id == id) return {file};
    std::size_t blank = file.id.find('_');
    if (blank == std::string::npos) continue;
    std::string first = file.id.substr(0, blank);
    if (first == id || same_number(first, id) || file.id.substr(blank + 1) == id) found.push_back(file);
  }
  return found;
}

}  // namespace gilsim::lessons
