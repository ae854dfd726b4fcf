#include "interpreter/runtime/module_search.h"

#include <algorithm>

#include "interpreter/library/library.h"

namespace gilsim::python {

bool is_library_file(std::string_view file_name) { return file_name.starts_with("/usr/lib/python3.11/"); }

std::string absolute_name(const Outside& outside, std::string_view file_name) {
  const bool is_relative = !file_name.starts_with('/') && !file_name.starts_with('<');
  return (is_relative ? outside.folder : "") + std::string(file_name);
}

std::string_view short_name(const Outside& outside, std::string_view file_name) {
  if (!outside.folder.empty() && file_name.starts_with(outside.folder)) file_name.remove_prefix(outside.folder.size());
  return file_name;
}

std::string parent_folder(std::string_view file_name) {
  const size_t slash = file_name.rfind('/');
  return std::string(slash == std::string_view::npos ? "" : file_name.substr(0, slash));
}

std::optional<FoundModule> find_source_module(const Outside& outside, std::string_view dotted_name) {
  std::string path(dotted_name);
  std::replace(path.begin(), path.end(), '.', '/');
  for (const bool is_package : {true, false}) {
    const std::string file = path + (is_package ? "/__init__.py" : ".py");
    if (!outside.read_source) break;
    if (auto source = outside.read_source(file)) return FoundModule{outside.module_folder + file, std::move(*source), is_package};
  }
  if (const LibraryModule* module = find_library_module(dotted_name))
    return FoundModule{std::string(module->file_name), std::string(module->source), module->is_package};
  return std::nullopt;
}

}  // namespace gilsim::python
