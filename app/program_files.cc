// Texts that were read are kept, because a report shows source lines after the run, when the file may have
// changed.
#include "app/program_files.h"

#include <filesystem>

#include "app/input_file.h"
#include "interpreter/runtime/program.h"
#include "interpreter/syntax/source_encoding.h"
#include "interpreter/syntax/unicode.h"

namespace gilsim::app {
namespace {

namespace fs = std::filesystem;

bool is_inside(const fs::path& real, const std::string& folder) { return real.string().starts_with(folder); }

// Names that are not UTF-8 have no place in the simulated file system.
bool is_readable_name(const std::string& name) { return syntax::find_invalid_utf8(name) == std::string_view::npos; }

sim::HostEntry file_entry(const fs::directory_entry& entry, const std::string& name) {
  std::error_code unknown;
  bool executable = (entry.status(unknown).permissions() & fs::perms::owner_exec) != fs::perms::none;
  return {name, false, static_cast<std::int64_t>(entry.file_size(unknown)), executable};
}

// Whether a path stays below the folder that it starts from, and names a Python file.
bool is_neighbour(const std::filesystem::path& path) {
  if (path.is_absolute() || path.extension() != ".py") return false;
  for (const auto& part : path) {
    if (part == "..") return false;
  }
  return true;
}

std::string with_slash(const std::filesystem::path& folder) {
  std::string name = folder.string();
  return name.empty() || name.ends_with('/') ? name : name + "/";
}

std::string_view trim(std::string_view line) {
  std::size_t start = line.find_first_not_of(" \t\f");
  if (start == std::string_view::npos) return "";
  return line.substr(start, line.find_last_not_of(" \t\r\f") - start + 1);
}

}  // namespace

ProgramFiles::ProgramFiles(const std::string& program, const std::string& text) {
  std::error_code error;
  folder_ = with_slash(std::filesystem::current_path(error));
  std::filesystem::path file = std::filesystem::weakly_canonical(std::filesystem::absolute(program), error);
  module_folder_ = program == python::standard_input || error ? folder_ : with_slash(file.parent_path());
  keep(program, text);
}

std::optional<std::string> ProgramFiles::read_module(std::string_view path) {
  if (!is_neighbour(path)) return std::nullopt;
  std::string name = module_folder_ + std::string(path);
  auto bytes = read_file(name);
  if (bytes) keep(name, *bytes);
  return bytes;
}

std::vector<sim::HostEntry> ProgramFiles::list(const std::string& path) const {
  std::vector<sim::HostEntry> entries;
  std::error_code error;
  if (!is_inside(with_slash(fs::canonical(path, error)), module_folder_)) return entries;
  // A link to a folder is left out: it may lead back up, and programs that walk the tree would not end.
  for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code unknown;
    std::string name = entry->path().filename().string();
    const bool is_link = entry->is_symlink(unknown);
    if (!is_readable_name(name) || (is_link && !is_inside(fs::canonical(entry->path(), unknown), module_folder_))) continue;
    if (entry->is_directory(unknown)) {
      if (!is_link) entries.push_back({name, true, 0, true});
    } else if (entry->is_regular_file(unknown)) entries.push_back(file_entry(*entry, name));
  }
  return entries;
}

std::optional<std::string> ProgramFiles::read(const std::string& path) {
  std::error_code error;
  fs::path real = fs::canonical(path, error);
  if (error || !is_inside(real, module_folder_)) return std::nullopt;
  auto bytes = read_file(path);
  if (bytes && path.ends_with(".py")) keep(path, *bytes);
  return bytes;
}

python::Outside ProgramFiles::outside() {
  python::Outside outside;
  outside.folder = folder_;
  outside.module_folder = module_folder_;
  outside.host_files.folder = module_folder_;
  outside.host_files.list = [this](const std::string& path) { return list(path); };
  outside.host_files.read = [this](const std::string& path) { return read(path); };
  outside.read_source = [this](std::string_view path) { return read_module(path); };
  return outside;
}

std::string ProgramFiles::absolute(std::string_view file) const {
  bool is_relative = !file.starts_with('/') && file != python::standard_input;
  return (is_relative ? folder_ : "") + std::string(file);
}

// A file whose encoding is wrong will not run, so nobody asks for its lines.
void ProgramFiles::keep(const std::string& file, const std::string& bytes) {
  auto text = syntax::decode_source(bytes, file, syntax::ReadAs::Program);
  if (auto* decoded = std::get_if<std::string>(&text)) texts_[absolute(file)] = std::move(*decoded);
}

std::string ProgramFiles::line(std::string_view file, std::uint32_t number) const {
  auto found = texts_.find(absolute(file));
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
