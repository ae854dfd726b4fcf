#include "interpreter/runtime/unraisable.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

void report_unraisable(Interpreter& vm, Value exception, std::string_view what, Value where) {
  if (vm.current().cancelled || !vm.sys_module) return;
  Ref keep(exception), file(dict_get_str(vm.sys_module->dictionary, names.stderr));
  if (!file || file.get().is_none()) return;
  // What is on its way already stays so.
  Ref pending = take_pending_exception(vm);
  Ref shown = where.is_null() ? Ref() : repr(vm, where);
  if (is_pending(vm)) clear_pending(vm);
  const std::string subject = where.is_null() ? "" : ": " + (shown ? to_utf8(shown) : "<object repr() failed>");
  const std::string text = std::string(what) + subject + "\n" + format_exception(vm, exception);
  if (!call_method(vm, file, names.write, {make_str(text)}) && !vm.current().cancelled) clear_pending(vm);
  if (pending && !vm.current().cancelled) set_pending_exception(vm, pending);
}

void connect_unraisable(Interpreter& vm) {
  vm.print_unraisable = [](Vm& any_vm, Value exception, Value where) {
    report_unraisable(interpreter(any_vm), exception, "Exception ignored in", where);
  };
}

}  // namespace gilsim::python
