#include "interpreter/runtime/bootstrap.h"

#include <algorithm>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/initialize.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/super.h"
#include "interpreter/runtime/calls.h"
#include "interpreter/runtime/generator.h"
#include "interpreter/runtime/imports.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/roots.h"
#include "interpreter/runtime/signals.h"
#include "interpreter/runtime/traceback_source.h"
#include "interpreter/runtime/unraisable.h"
#include "interpreter/runtime/warnings.h"
#include "interpreter/runtime/well_known.h"

namespace gilsim::python {

namespace {

Value sys_attribute(Interpreter& vm, Str* name) {
  return vm.sys_module ? dict_get_str(vm.sys_module->dictionary, name) : kNull;
}

void write_text(Interpreter& vm, std::string_view text) {
  const Value stream = sys_attribute(vm, names.stderr);
  if (!stream.is_object()) return;
  Ref file(stream);
  if (!call_method(vm, file, names.write, {make_str(text)})) clear_pending(vm);
}

// What super() without arguments means: the class whose body defined the running function, and its first argument.
Ref find_super_arguments(Vm& vm) {
  Frame* frame = vm.thread->frame;
  if (!frame || frame->code->compiled->argument_count == 0) return raise(vm, exceptions::RuntimeError, "super(): no arguments");
  Value first = frame->slots()[0];
  if (first.is_object() && first.object()->type == &cell_type) first = first.as<Cell>()->content;
  if (first.is_null()) return raise(vm, exceptions::RuntimeError, "super(): arg[0] deleted");
  const auto& variables = frame->code->compiled->free_names;
  const auto found = std::find(variables.begin(), variables.end(), "__class__");
  if (found == variables.end()) return raise(vm, exceptions::RuntimeError, "super(): __class__ cell not found");
  const auto slot = frame->code->local_count - static_cast<int32_t>(variables.end() - found);
  const Value start = frame->slots()[slot].as<Cell>()->content;
  if (start.is_null()) return raise(vm, exceptions::RuntimeError, "super(): empty __class__ cell");
  return make_tuple({start, first});
}

}  // namespace

void initialize_runtime(Interpreter& vm) {
  running_vm = &vm;
  initialize_types();
  define_code_type();
  define_generator_types();
  complete_function_type();
  super_from_frame = find_super_arguments;
  connect_warnings();
  vm.goes_on = [](Vm& process) {
    Interpreter& self = interpreter(process);
    return self.synchronize() && (!has_signals(self, self.current()) || handle_signals(self));
  };
  vm.visit_roots = visit_roots;
  vm.current_globals = [](Vm& process) { return process.thread->frame ? process.thread->frame->globals : nullptr; };
  connect_tracebacks(vm);
  connect_unraisable(vm);
  vm.modules = new_dict();
  vm.struct_sequences = new_dict();
  Ref builtins = make_module("builtins");
  dict_set_str(vm.modules, intern("builtins"), builtins);
  vm.builtins = builtins.as<Module>()->dictionary;
  populate_builtins(vm);
  remember_builtins(vm);
  find_well_known(vm);
  Ref sys = import_module(vm, "sys");
}

void print_uncaught(Interpreter& vm, Value exception) {
  if (vm.current().cancelled) return;
  Ref keep(exception);
  Ref hook(sys_attribute(vm, names.excepthook));
  const Value original = sys_attribute(vm, intern("__excepthook__"));
  if (hook && hook.get() != original) {
    Traceback* traceback = exception.as<BaseException>()->traceback;
    if (call(vm, hook, {Value::of(type_of(exception)), exception, traceback ? Value::of(traceback) : kNone})) return;
    if (vm.current().cancelled) return;
    Ref second = take_pending_exception(vm);
    write_text(vm, "Error in sys.excepthook:\n" + format_exception(vm, second) + "\nOriginal exception was:\n");
  }
  write_text(vm, format_exception(vm, exception));
}

}  // namespace gilsim::python
