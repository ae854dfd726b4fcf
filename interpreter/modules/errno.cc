// errno: Linux's error numbers by name.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

namespace {

struct ErrorNumber {
  const char* name;
  int number;
};

constexpr ErrorNumber kNumbers[] = {
#define ERROR_NUMBER(name, number, text) {#name, number},
#include "interpreter/modules/error_numbers.def"
#undef ERROR_NUMBER
};

bool populate(Vm& vm, Module* module) {
  Ref codes = Ref::take(new_dict());
  for (const ErrorNumber& error : kNumbers) {
    dict_set_str(module->dictionary, intern(error.name), make_int(error.number));
    if (!dict_set(vm, codes.as<Dict>(), make_int(error.number), Value::of(intern(error.name)))) return false;
  }
  dict_set_str(module->dictionary, intern("errorcode"), codes);
  return true;
}

}  // namespace

const ModuleDefinition& errno_module() {
  static const ModuleDefinition definition{"errno", {}, populate, "Error numbers of the operating system."};
  return definition;
}

}  // namespace gilsim::python
