// The life of a main program: the module __main__, and what becomes of what it raised.
#pragma once

#include <string_view>

#include "interpreter/objects/ref.h"

namespace gilsim::python {

class Interpreter;

// Makes `__main__`; `path` is its __file__, none if empty.
void make_main_module(Interpreter& vm, std::string_view path);

struct MainEnd {
  int status = 0;              // for exit(2)
  int signal = 0;              // by which CPython would have ended itself; the status is then 128 more
  bool raised = false;         // an exception was uncaught
  bool out_of_memory = false;  // it was MemoryError
};

// The main program has given `value`; null: its exception is pending. Reports it, and takes the interpreter apart.
MainEnd end_main_program(Interpreter& vm, Ref value);

// sys.stdin, sys.stdout or sys.stderr as the program sees them; null with an exception pending.
Ref standard_stream(Interpreter& vm, const char* name);
// What CPython itself has to say: to sys.stderr, whatever the program has put there; nowhere if that does not take it.
void write_error(Interpreter& vm, std::string_view text);

}  // namespace gilsim::python
