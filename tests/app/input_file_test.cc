#include "app/input_file.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "app/suggestion.h"

namespace gilsim::app {
namespace {

namespace fs = std::filesystem;

// A folder of its own with some files, removed at the end.
struct Folder {
  Folder() : path(fs::temp_directory_path() / ("gilsim-test-" + std::to_string(getpid()))) {
    fs::create_directories(path / "empty");
    for (const char* name : {"counter.py", "sleeper.py", "notes.txt"})
      std::ofstream(path / name) << "x = 1\n";
  }
  ~Folder() { fs::remove_all(path); }
  std::string operator/(const char* name) const { return (path / name).string(); }

  fs::path path;
};

TEST_CASE("a file is read whole") {
  Folder folder;
  InputFile file = read_input(folder / "counter.py", Language::English);
  CHECK(file.problem.empty());
  CHECK(file.text == "x = 1\n");
}

TEST_CASE("a missing file suggests those with near names") {
  Folder folder;
  CHECK(read_input(folder / "countr.py", Language::English).problem ==
        "there is no file '" + (folder / "countr.py") + "'. Did you mean " + (folder / "counter.py") + "?");
  CHECK(read_input(folder / "counter", Language::English).problem ==
        "there is no file '" + (folder / "counter") + "'. Did you mean " + (folder / "counter.py") + "?");
  CHECK(read_input(folder / "xyzxyzxyz", Language::English).problem ==
        "there is no file '" + (folder / "xyzxyzxyz") + "'.");
  CHECK(read_input(folder / "no/a.py", Language::English).problem ==
        "there is no folder '" + (folder / "no") + "', so no file '" + (folder / "no/a.py") + "'.");
}

TEST_CASE("a folder says which programs it holds") {
  Folder folder;
  CHECK(read_input(folder.path.string(), Language::English).problem ==
        "'" + folder.path.string() +
            "' is a folder; name a Python file in it. It holds counter.py, sleeper.py.");
  CHECK(read_input(folder / "empty", Language::English).problem ==
        "'" + (folder / "empty") + "' is a folder; name a Python file in it.");
}

TEST_CASE("where a trace cannot be written is known before the run") {
  Folder folder;
  std::string program = folder / "counter.py";
  CHECK(trace_problem(folder / "trace.json", program, Language::English) == "");
  CHECK_FALSE(fs::exists(folder / "trace.json"));
  CHECK(trace_problem(folder / "notes.txt", program, Language::English) == "");
  CHECK(trace_problem(folder / "no/trace.json", program, Language::English) ==
        "the trace cannot be written to '" + (folder / "no/trace.json") +
            "': No such file or directory. Name another file with --trace.");
  CHECK(trace_problem(folder / "empty", program, Language::English).find("Is a directory") !=
        std::string::npos);
  CHECK(trace_problem("-", program, Language::English).find("standard output") != std::string::npos);
  CHECK(trace_problem(folder / "no/trace.json", program, Language::Chinese).find("没有这个文件") !=
        std::string::npos);
  CHECK(trace_problem(folder / "./counter.py", program, Language::English).find("overwrite") !=
        std::string::npos);
}

TEST_CASE("near names are few and sorted by nearness") {
  CHECK(edit_distance("seed", "sede") == 1);
  CHECK(edit_distance("abc", "abc") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(near_names("--cors", {"--cores", "--coarse", "--seed"}) ==
        std::vector<std::string>{"--cores", "--coarse"});
  CHECK(near_names("zzz", {"abc"}).empty());
  CHECK(list({"a", "b"}) == "a, b");
}

}  // namespace
}  // namespace gilsim::app
