// Runs a program given as text on a simulated computer and keeps all that can be seen of it.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "interpreter/runtime/program.h"

namespace gilsim::python {

// What surrounds the program. By default: the reference machine, CPython 3.11, seed 0, no input, no other files, and
// limits that end a test that runs wild.
struct Surroundings {
  Surroundings();

  ProgramOptions options;
  std::map<std::string, std::string> files;  // neighbouring files by path
  std::vector<std::string> input;            // lines, each with its newline
};

struct Run {
  ProgramResult result;
  std::string output, errors;
  std::unique_ptr<sim::Record> record;
  std::vector<syntax::Problem> problems;  // when it did not load; nothing has run then

  bool finished() const { return result.run.outcome == sim::RunOutcome::Finished; }
  // The output's lines as numbers.
  std::vector<double> numbers() const;
  // "name: label of what it waits for @line" of the threads that had not ended.
  std::vector<std::string> situations() const;
  // Names of the threads of each cycle: "A > B".
  std::vector<std::string> cycles() const;
};

// The program's file is called "program.py".
Run run(const std::string& source, Surroundings surroundings = {});

// Where two records differ, in words; empty when all happenings, labels, places and settings are the same.
std::string first_difference(const sim::Record& one, const sim::Record& other);

}  // namespace gilsim::python
