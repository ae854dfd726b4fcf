#include "interpreter/runtime/main_program.h"

#include <algorithm>
#include <csignal>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/runtime/bootstrap.h"
#include "interpreter/runtime/imports.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

namespace {

// The status that SystemExit asks for; a message goes to stderr.
int exit_status_of(Interpreter& vm, Value exception) {
  Ref code = get_attribute(vm, exception, names.code_);
  if (!code) return clear_pending(vm), 1;
  if (code.get().is_none()) return 0;
  if (is_int(code)) return static_cast<int>(int64_of(code).value_or(-1) & 0xff);
  Ref text = str(vm, code);
  if (!text) clear_pending(vm);
  write_error(vm, (text ? to_utf8(text) : "") + "\n");
  return 1;
}

// Where memory ran out there is little left to say so with.
void add_memory_reserve() {
  constexpr size_t kReserveBytes = 1 << 20;
  heap.set_limit(std::max(heap.limit(), heap.bytes_in_use()) + kReserveBytes);
}

}  // namespace

Ref standard_stream(Interpreter& vm, const char* name) {
  Ref sys = import_module(vm, "sys");
  return sys ? get_attribute(vm, sys, intern(name)) : Ref();
}

void write_error(Interpreter& vm, std::string_view text) {
  Ref stream = standard_stream(vm, "stderr");
  if (stream && !stream.get().is_none() && call_method(vm, stream, intern("write"), {make_str(text)})) return;
  clear_pending(vm);
}

void make_main_module(Interpreter& vm, std::string_view path) {
  Ref module = make_module("__main__");
  Dict* dictionary = module.as<Module>()->dictionary;
  if (!path.empty()) dict_set_str(dictionary, names.file, make_str(path));
  dict_set_str(dictionary, names.builtins, Ref(dict_get_str(vm.modules, intern("builtins"))));
  dict_set_str(vm.modules, names.main, module);
  vm.main_module = module.as<Module>();
}

MainEnd end_main_program(Interpreter& vm, Ref value) {
  MainEnd end;
  if (vm.current().cancelled) return end;
  if (!value) {
    Ref error = take_pending_exception(vm);
    if (is_instance(error, &exceptions::SystemExit)) {
      end.status = exit_status_of(vm, error);
    } else {
      end.out_of_memory = is_instance(error, &exceptions::MemoryError);
      if (end.out_of_memory) add_memory_reserve();
      print_uncaught(vm, error);
      if (type_of(error) == &exceptions::KeyboardInterrupt) end.signal = SIGINT;
      end.status = end.signal ? 128 + end.signal : 1;
      end.raised = true;
    }
  }
  value = Ref();
  finalize(vm);
  return end;
}

}  // namespace gilsim::python
