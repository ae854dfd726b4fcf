#include "interpreter/runtime/well_known.h"

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/str.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

WellKnown well_known;

void find_well_known(Interpreter& vm) {
  well_known.len = dict_get_str(vm.builtins, intern("len"));
  well_known.isinstance = dict_get_str(vm.builtins, intern("isinstance"));
  well_known.list_append = lookup(&list_type, intern("append"));
}

}  // namespace gilsim::python
