#include "interpreter/runtime/warnings.h"

#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/warning.h"
#include "interpreter/runtime/imports.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/syntax_errors.h"

namespace gilsim::python {

namespace {

bool warn_of(Interpreter& vm, const syntax::Problem& doubt, std::string_view file_name) {
  Ref warnings = import_module(vm, "warnings");
  if (!warnings) return false;
  if (call_method(vm, warnings, intern("warn_explicit"), {make_str(doubt.message), Value::of(&exceptions::SyntaxWarning),
                                                          make_str(file_name), make_int(int64_t{doubt.position.line})}))
    return true;
  if (!pending_matches(vm, exceptions::SyntaxWarning)) return false;
  clear_pending(vm);
  (void)raise_problem(vm, doubt, file_name);
  return false;
}

}  // namespace

bool warn_of_doubts(Interpreter& vm, const std::vector<syntax::Problem>& doubts, std::string_view file_name) {
  for (const syntax::Problem& doubt : doubts)
    if (!warn_of(vm, doubt, file_name)) return false;
  return true;
}

void connect_warnings() {
  warn = [](Vm& vm, Type& category, std::string_view message) {
    Ref warnings = import_module(interpreter(vm), "warnings");
    return warnings && call_method(vm, warnings, intern("warn"), {make_str(message), Value::of(&category)});
  };
}

}  // namespace gilsim::python
