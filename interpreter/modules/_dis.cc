// _dis: the listing behind the library's dis module.
#include "interpreter/compiler/disassembler.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/runtime/code_object.h"

namespace gilsim::python {

namespace {

// Of this code object alone: dis lists those inside it itself, as deep as it was asked to.
Ref disassemble(Vm& vm, const Arguments& arguments) {
  if (!is_instance(arguments[0], &code_type))
    return raise(vm, exceptions::TypeError, "disassemble() argument must be code, not {}", type_name(arguments[0]));
  return make_str(compiler::disassemble_alone(*arguments[0].as<Code>()->compiled));
}

constexpr NativeDescription kFunctions[] = {
    {"disassemble", disassemble, {1, 1}, "The listing of a code object, as str."},
};

}  // namespace

const ModuleDefinition& _dis_module() {
  static const ModuleDefinition definition{"_dis", kFunctions};
  return definition;
}

}  // namespace gilsim::python
