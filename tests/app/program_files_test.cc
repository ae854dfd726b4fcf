#include "app/program_files.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "interpreter/runtime/program.h"

namespace gilsim::app {
namespace {

namespace fs = std::filesystem;

struct Folder {
  Folder() : path(fs::temp_directory_path() / ("gilsim-modules-" + std::to_string(getpid()))) {
    fs::create_directories(path / "package");
    std::ofstream(path / "helper.py") << "a = 1\n  b = 2  \r\n";
    std::ofstream(path / "package/__init__.py") << "";
    std::ofstream(path / "secret.txt") << "secret";
  }
  ~Folder() { fs::remove_all(path); }
  fs::path path;
};

TEST_CASE("a program reads the Python files below its folder and nothing else") {
  Folder folder;
  ProgramFiles files((folder.path / "main.py").string(), "import helper\n");
  CHECK(files.read_module("helper.py") == "a = 1\n  b = 2  \r\n");
  CHECK(files.read_module("package/__init__.py") == "");
  CHECK_FALSE(files.read_module("missing.py"));
  CHECK_FALSE(files.read_module("secret.txt"));
  CHECK_FALSE(files.read_module("package/../../" + folder.path.filename().string() + "/helper.py"));
  CHECK_FALSE(files.read_module((folder.path / "helper.py").string()));
}

TEST_CASE("lines are known by the names that tracebacks use") {
  Folder folder;
  std::string name = (folder.path / "main.py").string();
  ProgramFiles files(name, "first\n\tsecond \nthird");
  CHECK(files.line(name, 2) == "second");
  CHECK(files.line(name, 3) == "third");
  CHECK(files.line(name, 9) == "");
  CHECK(files.line("/usr/lib/python3.11/threading.py", 1) == "");
  files.read_module("helper.py");
  CHECK(files.line((folder.path / "helper.py").string(), 2) == "b = 2");
  CHECK(files.line(files.module_folder() + "helper.py", 2) == "b = 2");
}

TEST_CASE("a relative name starts from the user's folder, and links to the program are followed") {
  Folder folder;
  ProgramFiles relative("sub/../main.py", "first\n");
  CHECK(relative.folder() == fs::current_path().string() + "/");
  CHECK(relative.module_folder() == relative.folder());
  CHECK(relative.line("sub/../main.py", 1) == "first");
  CHECK(relative.line(relative.folder() + "sub/../main.py", 1) == "first");

  fs::create_directories(folder.path / "elsewhere");
  std::ofstream(folder.path / "main.py") << "import helper\n";
  fs::create_symlink(folder.path / "main.py", folder.path / "elsewhere/link.py");
  ProgramFiles linked((folder.path / "elsewhere/link.py").string(), "import helper\n");
  CHECK(linked.read_module("helper.py").has_value());
}

TEST_CASE("copies are made of what lies in the program's folder, and of nothing that a link leads to outside it") {
  Folder folder;
  fs::create_symlink("/etc", folder.path / "outside");
  fs::create_symlink("/etc/passwd", folder.path / "passwords");
  fs::create_symlink("helper.py", folder.path / "inside.py");
  fs::create_symlink(".", folder.path / "loop");
  ProgramFiles files((folder.path / "main.py").string(), "import helper\n");
  std::vector<std::string> names;
  for (const sim::HostEntry& entry : files.list(files.module_folder())) names.push_back(entry.name);
  std::sort(names.begin(), names.end());
  CHECK(names == std::vector<std::string>{"helper.py", "inside.py", "package", "secret.txt"});
  CHECK(files.read(files.module_folder() + "secret.txt") == "secret");
  CHECK_FALSE(files.read(files.module_folder() + "passwords"));
  CHECK_FALSE(files.read(files.module_folder() + "../elsewhere"));
  CHECK_FALSE(files.read("/etc/passwd"));
}

TEST_CASE("a program from standard input has its modules in the user's folder") {
  ProgramFiles files(python::standard_input, "first\n");
  CHECK(files.module_folder() == files.folder());
  CHECK(files.line("<stdin>", 1) == "first");
}

TEST_CASE("lines are shown as UTF-8, whatever the file's encoding") {
  ProgramFiles files("main.py", "# coding: gbk\nx = '\xD6\xD0'\n");
  CHECK(files.line("main.py", 2) == "x = '中'");
}

}  // namespace
}  // namespace gilsim::app
