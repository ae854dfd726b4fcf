// From argv to what is to be done. Nothing is printed and no file is touched here.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/messages.h"
#include "interpreter/runtime/settings.h"
#include "reports/terminal.h"
#include "sim/machine.h"

namespace gilsim::app {

// What every command understands.
struct CommonOptions {
  Language language = Language::English;
  reports::ColorChoice color = reports::ColorChoice::Auto;
  std::string log_level = "off";
};

struct RunOptions {
  CommonOptions common;
  std::string file;
  python::Settings settings;  // the program's arguments are in it
  sim::Machine machine;
  std::string policy;
  sim::Nanoseconds quantum_ns = 0;  // 0: the policy's own
  bool quiet = false;
  std::string trace_path;  // empty: none
};

struct DisassembleOptions {
  CommonOptions common;
  std::string file;
  python::PythonVersion version = python::PythonVersion::Python311;
};

struct LessonsOptions {
  CommonOptions common;
  std::string folder;  // empty: the course
};

struct LessonOptions {
  CommonOptions common;
  std::string id;  // or a file
  bool compute = false;
};

struct CheckOptions {
  CommonOptions common;
  std::vector<std::string> files;
};

struct NewOptions {
  CommonOptions common;
  std::string id;
};

struct CompareOptions {
  CommonOptions common;
  std::vector<std::string> files;  // one or two: traces or programs
  std::vector<std::string> with;   // settings in words
};

enum class MatrixFormat : std::uint8_t { Table, Json, Csv };

struct MatrixOptions {
  CommonOptions common;
  std::string file;
  // Texts of settings; empty: those that the program has anyway.
  std::vector<std::string> pythons, cores, switch_intervals;
  std::vector<std::string> variants;  // functions of the program; empty: those with a known name
  std::string seed;
  MatrixFormat format = MatrixFormat::Table;
};

// A text that was asked for: help or the version.
struct Answer {
  std::string text;
};

struct UsageError {
  std::string text;
};

using Request = std::variant<RunOptions, DisassembleOptions, LessonsOptions, LessonOptions, CheckOptions, NewOptions, CompareOptions, MatrixOptions,
                             Answer,
                             UsageError>;

// `arguments` is argv without the program's name; `language` that of the environment.
Request parse_command_line(const std::vector<std::string>& arguments, Language language);

}  // namespace gilsim::app
