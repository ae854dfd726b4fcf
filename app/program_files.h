// The Python files of a run: the program and the modules beside it. A program can read no other file of the
// host but those in the program's folder, as copies.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interpreter/runtime/settings.h"
#include "sim/files/host_files.h"

namespace gilsim::app {

class ProgramFiles {
 public:
  // `program` is the name as the user wrote it, or python::standard_input.
  ProgramFiles(const std::string& program, const std::string& text);

  // The folders of python::Outside.
  const std::string& folder() const { return folder_; }
  const std::string& module_folder() const { return module_folder_; }

  // A module's bytes by its path below the module folder, such as "package/__init__.py".
  std::optional<std::string> read_module(std::string_view path);

  // What is in a folder of the program's folder, for python::Outside: files and folders; of links those that
  // stay inside it.
  std::vector<sim::HostEntry> list(const std::string& path) const;
  std::optional<std::string> read(const std::string& path);

  // A run's host: these files, and no streams yet. This object must outlive it.
  python::Outside outside();

  // A line of a file that was read, as UTF-8 without the blanks around it; empty when it is not known. `file`
  // is a name as it stands in tracebacks or in the record.
  std::string line(std::string_view file, std::uint32_t number) const;

 private:
  std::string absolute(std::string_view file) const;
  void keep(const std::string& file, const std::string& bytes);

  std::string folder_;         // the user's, with a slash at its end; empty when it is not known
  std::string module_folder_;  // the program's own, links followed, where CPython too looks for modules
  std::map<std::string, std::string, std::less<>> texts_;  // by absolute name
};

}  // namespace gilsim::app
