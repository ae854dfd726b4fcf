// _spending: what the library spends the current thread's CPU time on, for reports. No time passes in it.
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

bool populate(Vm&, Module* module) {
#define PURPOSE(name, label) dict_set_str(module->dictionary, intern(#name), make_int(static_cast<int64_t>(sim::Purpose::name)));
#include "sim/purposes.def"
#undef PURPOSE
  return true;
}

constexpr NativeDescription kFunctions[] = {{"begin", begin, {1, 1}}};

}  // namespace

const ModuleDefinition& _spending_module() {
  static const ModuleDefinition definition{"_spending", kFunctions, populate};
  return definition;
}

}  // namespace gilsim::python
