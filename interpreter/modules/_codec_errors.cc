// _codec_errors: the program's own handlers of encoding and decoding errors, for the library's codecs module.
#include "interpreter/objects/codec_errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

Ref register_error(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[0])) return raise(vm, exceptions::TypeError, "register_error() argument 1 must be str, not {}", type_name(arguments[0]));
  if (!is_callable(arguments[1])) return raise(vm, exceptions::TypeError, "handler must be callable");
  register_error_handler(arguments[0].as<Str>(), arguments[1]);
  return kNone;
}

// None: there is none.
Ref find_error(Vm&, const Arguments& arguments) {
  Ref found = find_error_handler(arguments[0]);
  return found ? found : Ref(kNone);
}

constexpr NativeDescription kFunctions[] = {
    {"register_error", register_error, {2, 2}},
    {"find_error", find_error, {1, 1}},
};

}  // namespace

const ModuleDefinition& _codec_errors_module() {
  static const ModuleDefinition module{"_codec_errors", kFunctions};
  return module;
}

}  // namespace gilsim::python
