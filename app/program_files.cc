#include "app/program_files.h"

#include <filesystem>

#include "app/input_file.h"

namespace gilsim::app {
namespace {

// Whether a path stays below the folder that it starts from, and names a Python file.
bool is_neighbour(const std::filesystem::path& path) {
  if (path.is_absolute() || path.extension() != ".py") return false;
  for (const auto& part : path) {
    if (part == "..") return false;
  }
  return true;
}

std::string_view trim(std::string_view line) {
  std::size_t start = line.find_first_not_of(" \t\f");
  if (start == std::string_view::npos) return "";
  return line.substr(start, line.find_last_not_of(" \t\r\f") - start + 1);
}

}  // namespace

ProgramFiles::ProgramFiles(const std::string& program, const std::string& text)
    : folder_(program.substr(0, program.rfind('/') + 1)) {
  texts_[program] = text;
}

std::optional<std::string> ProgramFiles::read_module(std::string_view path) {
  if (!is_neighbour(path)) return std::nullopt;
  std::string name = folder_ + std::string(path);
  auto text = read_file(name);
  if (!text) return std::nullopt;
  texts_[name] = *text;
  texts_[std::filesystem::absolute(name).lexically_normal().string()] =
      *text;  // imported modules have absolute names
  return text;
}

std::string ProgramFiles::line(std::string_view file, std::uint32_t number) const {
  auto found = texts_.find(file);
  if (found == texts_.end()) return "";
  std::string_view text = found->second;
  for (std::uint32_t i = 1; i < number; ++i) {
    std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return "";
    text.remove_prefix(end + 1);
  }
  return std::string(trim(text.substr(0, text.find('\n'))));
}

}  // namespace gilsim::app
