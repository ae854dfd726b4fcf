#include "interpreter/runtime/unraisable.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

namespace {

std::string shown(Vm& vm, Value where) {
  Ref text = repr(vm, where);
  if (text) return to_utf8(text);
  clear_pending(vm);
  return "<object repr() failed>";
}

}  // namespace

void report_unraisable(Interpreter& vm, Value exception, std::string_view what, Value where) {
  if (vm.current().cancelled || !vm.sys_module) return;
  Ref keep(exception), file(dict_get_str(vm.sys_module->dictionary, names.stderr));
  if (!file || file.get().is_none()) return;
  Ref pending = take_pending_exception(vm);  // what is on its way already stays so
  const std::string text = std::string(what) + ": " + shown(vm, where) + "\n" + format_exception(vm, exception);
  Ref written = call_method(vm, file, names.write, {make_str(text)});
  if (vm.current().cancelled) return;
  clear_pending(vm);
  if (pending) set_pending_exception(vm, pending);
}

void connect_unraisable(Interpreter& vm) {
  vm.print_unraisable = [](Vm& any_vm, Value exception, Value where) {
    report_unraisable(interpreter(any_vm), exception, "Exception ignored in", where);
  };
}

}  // namespace gilsim::python
