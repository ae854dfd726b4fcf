// Everything that can be known before a run is looked at before it: nobody wants to learn after a minute that
// the trace has no place to go.
#include "app/input_file.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "app/suggestion.h"

namespace gilsim::app {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

std::vector<std::string> python_files(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() == ".py") names.push_back(entry->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string missing_file(const fs::path& path, Language language) {
  std::error_code error;
  fs::path folder = folder_of(path);
  if (!fs::is_directory(folder, error)) {
    return say(language, Message::folder_missing, folder.string(), path.string());
  }
  std::string problem = say(language, Message::file_missing, path.string());
  std::vector<std::string> near = near_names(path.filename().string(), python_files(folder));
  for (std::string& name : near) name = path.has_parent_path() ? (path.parent_path() / name).string() : name;
  if (!near.empty())
    problem = two_sentences(problem, say(language, Message::did_you_mean, list(near)), language);
  return problem;
}

std::string folder_instead(const fs::path& path, Language language) {
  constexpr std::size_t most_names = 5;
  std::string problem = say(language, Message::file_is_folder, path.string());
  std::vector<std::string> names = python_files(path);
  if (names.size() > most_names) {
    names.resize(most_names);
    names.emplace_back("…");
  }
  if (!names.empty())
    problem = two_sentences(problem, say(language, Message::folder_holds, list(names)), language);
  return problem;
}

// The reason why a file cannot be written, 0 when it can.
int cannot_write(const fs::path& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return EISDIR;
  errno = 0;
  if (fs::exists(path, error)) return access(path.c_str(), W_OK) == 0 ? 0 : errno;
  return access(folder_of(path).c_str(), W_OK | X_OK) == 0 ? 0 : errno;
}

}  // namespace

std::optional<std::string> read_file(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

InputFile read_input(const std::string& path, Language language) {
  std::error_code error;
  if (fs::is_directory(path, error)) return {"", folder_instead(path, language)};
  errno = 0;
  if (auto text = read_file(path)) return {*std::move(text), ""};
  int reason = errno;
  if (!fs::exists(path, error) && !error) return {"", missing_file(path, language)};
  return {"", say(language, Message::file_unreadable, path, host_error(reason, language))};
}

std::string trace_problem(const std::string& path, const std::string& program, Language language) {
  if (path == "-") return std::string(text(Message::trace_to_output, language));
  std::error_code error;
  if (fs::equivalent(path, program, error) && !error)
    return say(language, Message::trace_is_program, program);
  if (int reason = cannot_write(path)) {
    return say(language, Message::trace_unwritable, path, host_error(reason, language));
  }
  return "";
}

}  // namespace gilsim::app
