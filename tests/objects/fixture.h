// A process and a thread by hand, for tests of values without an interpreter.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "interpreter/objects/exception.h"
#include "interpreter/objects/heap.h"
#include "interpreter/objects/initialize.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

// One for each test case: a fresh heap, the built-in types, and a thread that nobody charges.
struct Objects {
  Vm vm;
  ThreadState thread;

  Objects() {
    heap.reset();
    vm.thread = &thread;
    running_vm = &vm;
    initialize_types();
  }
  ~Objects() {
    clear_pending(vm);
    running_vm = nullptr;
    heap.reset();
  }

  std::string repr_of(Value value) {
    Ref shown = value.is_null() ? Ref() : repr(vm, value);
    return shown ? to_utf8(shown) : failure();
  }
  // "TypeError: …" of what is pending, which is over then.
  std::string failure() {
    Ref exception = take_pending_exception(vm);
    if (!exception) return "nothing pending";
    Ref text = str(vm, exception);
    return type_name(exception) + ": " + (text ? to_utf8(text) : "?");
  }
  Ref text(std::string_view utf8) { return make_str(utf8); }
};

}  // namespace gilsim::python
