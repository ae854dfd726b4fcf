// One thread at a time runs a module's code: others that import it meanwhile wait until it is whole, as behind CPython's
// module locks (importlib._bootstrap._ModuleLock). Threads that import each other's modules in a circle go on with modules
// that are not whole yet, rather than wait for ever.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "sim/lock.h"

namespace gilsim::python {

class Interpreter;
struct PythonThread;

class ImportLocks {
 public:
  // Waits until no other thread is importing the module. False: the run is over.
  bool wait_for(Interpreter& vm, std::string_view name);
  // The current thread imports the module now. REQUIRES: nobody does.
  void begin(Interpreter& vm, std::string_view name);
  // It is whole, or has failed. False: the run is over.
  bool end(Interpreter& vm, std::string_view name);
  // In a forked process: what other threads were importing, nobody is.
  void keep_only(const PythonThread& thread);

 private:
  struct Import {
    PythonThread* owner = nullptr;
    sim::Lock lock;
  };
  bool leads_to(const Import& wanted, const PythonThread& thread) const;

  std::map<std::string, std::shared_ptr<Import>, std::less<>> running_;
  std::map<PythonThread*, std::shared_ptr<Import>> awaited_;
};

}  // namespace gilsim::python
