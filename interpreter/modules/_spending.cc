// _spending: what the library spends the current thread's CPU time on, for reports, and what it is to spend beyond what it does.
#include "interpreter/runtime/spending.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

namespace {

// begin(purpose): the purpose before.
Ref begin(Vm& vm, const Arguments& arguments) {
  int64_t purpose;
  if (!as_int64(vm, arguments[0], &purpose)) return {};
  if (purpose < 0 || purpose >= sim::purpose_count)
    return raise(vm, exceptions::ValueError, "no such purpose: {}", purpose);
  const sim::Purpose before = Spending::begin(interpreter(vm), static_cast<sim::Purpose>(purpose));
  return make_int(static_cast<int64_t>(before));
}

// pay(nanoseconds): of CPU time, where the library's own code is shorter than CPython's.
Ref pay(Vm& vm, const Arguments& arguments) {
  int64_t nanoseconds;
  if (!as_int64(vm, arguments[0], &nanoseconds)) return {};
  vm.charge(nanoseconds);
  return kNone;
}

// pay_for_import(name): of a module that CPython loads here, and we do not have.
Ref pay_for_import(Vm& vm, const Arguments& arguments) {
  return interpreter(vm).paid_imports.pay(interpreter(vm), to_utf8(arguments[0])) ? Ref(kNone) : Ref();
}

bool populate(Vm&, Module* module) {
#define PURPOSE(name, label) dict_set_str(module->dictionary, intern(#name), make_int(static_cast<int64_t>(sim::Purpose::name)));
#include "sim/purposes.def"
#undef PURPOSE
  return true;
}

constexpr NativeDescription kFunctions[] = {{"begin", begin, {1, 1}}, {"pay", pay, {1, 1}}, {"pay_for_import", pay_for_import, {1, 1}}};

}  // namespace

const ModuleDefinition& _spending_module() {
  static const ModuleDefinition definition{"_spending", kFunctions, populate};
  return definition;
}

}  // namespace gilsim::python
