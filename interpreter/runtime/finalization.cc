// The end of the main thread, step by step as CPython 3.11's Py_FinalizeEx and finalize_modules (Python/pylifecycle.c):
// programs see the order of their finalisers.
#include <vector>

#include "interpreter/objects/collector.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/weak_reference.h"
#include "interpreter/runtime/bootstrap.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

namespace {

Dict* builtins_at_start = nullptr;
const AtReset forget([] { builtins_at_start = nullptr; });

Value as_value(Dict* dictionary) { return Value::of(static_cast<Object*>(dictionary)); }

// Calls a module's function if the module was imported at all; what it raises is printed.
void call_if_imported(Interpreter& vm, const char* module_name, const char* function_name) {
  Ref module(dict_get_str(vm.modules, intern(module_name)));
  if (!module || vm.current().cancelled) return;
  bool failed = false;
  Ref function = get_attribute_or_null(vm, module, intern(function_name), &failed);
  if (function && call(vm, function)) return;
  if (vm.current().cancelled) return;
  if (is_pending(vm)) print_uncaught(vm, take_pending_exception(vm));
}

void flush_output(Interpreter& vm) {
  Ref stream(dict_get_str(vm.sys_module->dictionary, names.stdout));
  if (stream && !stream.get().is_none() && !call_method(vm, stream, names.flush) && !vm.current().cancelled) clear_pending(vm);
}

// What an interactive session or an import may have left in sys.
void forget_in_sys(Interpreter& vm) {
  for (const char* name : {"path", "argv", "ps1", "ps2", "last_type", "last_value", "last_traceback", "path_importer_cache",
                           "meta_path"})
    if (Str* key = intern(name); !dict_get_str(vm.sys_module->dictionary, key).is_null())
      dict_set_str(vm.sys_module->dictionary, key, kNone);
}

// Sets every name to None, those that begin with one underscore first.
void clear_names(Dict* dictionary) {
  for (const bool private_ones : {true, false}) {
    Value key, value;
    for (int32_t position = 0; dict_next(dictionary, position, &key, &value);) {
      if (value.is_none() || !is_str(key) || key == Value::of(names.builtins)) continue;
      const std::string name = to_utf8(key);
      const bool is_private = name.starts_with('_') && !name.starts_with("__");
      const bool belongs = private_ones ? is_private : !name.starts_with('_') || name.starts_with("__");
      if (belongs) dict_set_str(dictionary, key.as<Str>(), kNone);
    }
  }
}

// Weak references to the modules, which nobody but sys.modules may hold.
std::vector<Ref> let_modules_go(Interpreter& vm) {
  std::vector<Ref> modules;
  Value key, value;
  for (int32_t position = 0; dict_next(vm.modules, position, &key, &value);) {
    if (!value.is_object() || value.object()->type != &module_type) continue;
    const auto* module = value.as<Module>();
    if (module != vm.sys_module && module->dictionary != vm.builtins)
      modules.push_back(make_weak_reference(vm, &weak_reference_type, value, kNull));
    dict_set_str(vm.modules, key.as<Str>(), kNone);
  }
  vm.main_module = nullptr;
  dict_clear(vm.modules);
  return modules;
}

// Taking a fresh interpreter apart takes 1 ms, and what was imported a quarter of the time that its import took, by timing
// CPython 3.11 from the last line of a program to waitpid(2) in its parent. Nobody waits for the first process.
int64_t ending_ns(const Interpreter& vm) { return 1'000'000 + vm.paid_imports.total_ns() / 4; }

void take_modules_apart(Interpreter& vm) {
  Ref sys(vm.sys_module), builtins(as_value(vm.builtins));  // code that runs below still needs them
  forget_in_sys(vm);
  std::vector<Ref> modules = let_modules_go(vm);
  Ref added = Ref::take(dict_copy(vm.builtins));
  dict_clear(vm.builtins);
  (void)dict_update(vm, vm.builtins, as_value(builtins_at_start));
  added = Ref();
  collector.collect(vm, Collector::kGenerations - 1);
  for (auto each = modules.rbegin(); each != modules.rend() && !vm.current().cancelled; ++each)
    if (Object* alive = each->as<WeakReference>()->target) {
      Ref module(alive);
      clear_names(module.as<Module>()->dictionary);
    }
  sys.release();  // the run's end frees what is left
  builtins.release();
}

}  // namespace

void remember_builtins(Interpreter& vm) { builtins_at_start = dict_copy(vm.builtins); }

void finalize(Interpreter& vm) {
  call_if_imported(vm, "threading", "_shutdown");
  call_if_imported(vm, "atexit", "_run_exitfuncs");
  if (vm.current().cancelled) return;
  vm.finalizing = true;
  flush_output(vm);
  if (vm.current().cancelled) return;
  if (vm.process().pid != sim::first_pid && !vm.settings().passes_for_c) vm.charge(ending_ns(vm));
  collector.collect(vm, Collector::kGenerations - 1);
  take_modules_apart(vm);
  if (vm.current().cancelled) return;
  flush_output(vm);
  if (!vm.current().cancelled) vm.synchronize();
}

}  // namespace gilsim::python
