#include "interpreter/runtime/module_search.h"

#include <algorithm>

#include "interpreter/library/library.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/str.h"
#include "interpreter/runtime/interpreter.h"
#include "sim/files/file_table.h"

namespace gilsim::python {

namespace {

constexpr std::string_view kLibraryFolder = "/usr/lib/python3.11";

std::string path_of_module(std::string_view dotted_name) {
  std::string path(dotted_name);
  std::replace(path.begin(), path.end(), '.', '/');
  return path;
}

std::optional<FoundModule> find_in_library(std::string_view dotted_name) {
  const LibraryModule* module = find_library_module(dotted_name);
  if (!module) return std::nullopt;
  return FoundModule{std::string(module->file_name), std::string(module->source), module->is_package, module->code};
}

std::optional<FoundModule> find_in_folder(Interpreter& vm, const std::string& folder, std::string_view dotted_name) {
  sim::FileTable& files = vm.files();
  for (const char* ending : {"/__init__.py", ".py"}) {
    std::string name = (folder.empty() ? files.folder_path() : folder) + "/" + path_of_module(dotted_name) + ending;
    auto place = files.system().find(files.folder(), name);
    if (place.error || !place.node || place.node->kind != sim::FileKind::File || files.system().load(*place.node)) continue;
    return FoundModule{std::move(name), std::string(place.node->content), ending[0] == '/'};
  }
  return std::nullopt;
}

std::vector<std::string> search_path(Interpreter& vm) {
  std::vector<std::string> folders;
  const Value path = vm.sys_module ? dict_get_str(vm.sys_module->dictionary, names.plain_path) : kNull;
  if (path.is_null() || !is_list(path)) return folders;
  const auto* list = path.as<List>();
  for (int64_t i = 0; i < list->size; ++i)
    if (is_str(list->items[i])) folders.push_back(to_utf8(list->items[i]));
  return folders;
}

}  // namespace

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
  const std::string path = path_of_module(dotted_name);
  for (const bool is_package : {true, false}) {
    const std::string file = path + (is_package ? "/__init__.py" : ".py");
    if (!outside.read_source) break;
    if (auto source = outside.read_source(file)) return FoundModule{outside.module_folder + file, std::move(*source), is_package};
  }
  return find_in_library(dotted_name);
}

// The library is found even when a program took its folder out of sys.path.
std::optional<FoundModule> find_source_module(Interpreter& vm, std::string_view dotted_name) {
  for (const std::string& folder : search_path(vm)) {
    auto found = folder == kLibraryFolder ? find_in_library(dotted_name) : find_in_folder(vm, folder, dotted_name);
    if (found) return found;
  }
  return find_in_library(dotted_name);
}

}  // namespace gilsim::python
