// What importing a module of the library takes: CPython's time, from a table, instead of what our own module does.
//
// CPython loads more for an import than we do (multiprocessing: 60 modules), and all of it is paid for when it would be loaded
// there, each module once in a process. Our module's own code then runs without taking time.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "interpreter/objects/vm.h"

namespace gilsim::python {

class Interpreter;

struct ImportCost {
  enum Origin : uint8_t { Within, File, Shared };  // the interpreter (or nothing was found), a source file's bytecode, a .so file

  std::string_view name;
  int32_t microseconds;
  Origin origin;
  std::string_view needs;  // names, with spaces between
};

// Null: not in the table.
const ImportCost* find_import_cost(std::string_view name);

// Of one process.
class PaidImports {
 public:
  // Pays for what an import of the module loads in CPython and has not been paid for. Where time stands still it is
  // remembered instead, and paid for when the module is imported again. False: the run is over.
  bool pay(Interpreter& vm, std::string_view name);
  // For a module that is loaded already.
  bool pay_late(Interpreter& vm, std::string_view name) { return unpaid_.empty() || !unpaid_.contains(name) || pay(vm, name); }
  // What has been paid altogether.
  int64_t total_ns() const { return total_ns_; }

 private:
  void take(const ImportCost& cost, std::vector<const ImportCost*>* taken);
  std::vector<bool> paid_;  // by the place in the table
  int64_t total_ns_ = 0;
  std::set<std::string, std::less<>> unpaid_;
};

// While it lives, what the current thread does takes no time, or (in between) takes time again.
class TimeStandsStill {
 public:
  explicit TimeStandsStill(Interpreter& vm, bool stands_still = true);
  ~TimeStandsStill();
  TimeStandsStill(const TimeStandsStill&) = delete;
  TimeStandsStill& operator=(const TimeStandsStill&) = delete;

 private:
  void change(bool stands_still);
  Interpreter& vm_;
  bool before_;
};

}  // namespace gilsim::python
