// The _decimal module: decimal numbers and contexts. Their exceptions are in library/decimal.py.
#include "interpreter/modules/decimal/decimal.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

namespace decimal {

namespace {

Ref getcontext(Vm& vm, const Arguments&) {
  ContextObject* context = current_context(vm);
  return context ? Ref(context) : Ref();
}

Ref setcontext(Vm& vm, const Arguments& arguments) {
  if (!is_decimal_context(arguments[0])) return raise(vm, exceptions::TypeError, "argument must be a context");
  return set_current_context(vm, arguments[0]) ? Ref(kNone) : Ref();
}

constexpr NativeDescription kFunctions[] = {
    {"getcontext", getcontext, {0, 0}, "The current context."},
    {"setcontext", setcontext, {1, 1}, "Makes a context the current one."},
};

bool populate(Vm&, Module* module) {
  define_decimal_type();
  define_context_type();
  dict_set_str(module->dictionary, intern("Decimal"), Value::of(&decimal_type));
  dict_set_str(module->dictionary, intern("Context"), Value::of(&context_type));
#define ROUNDING(name, text) dict_set_str(module->dictionary, intern(text), make_str(text));
#include "interpreter/modules/decimal/signals.def"
#undef ROUNDING
  Ref bits = Ref::take(new_dict());
#define CONDITION(name, bit, signal) dict_set_str(bits.as<Dict>(), intern(#name), make_int(int64_t{k##name}));
#include "interpreter/modules/decimal/signals.def"
#undef CONDITION
  dict_set_str(module->dictionary, intern("CONDITIONS"), bits);
  return true;
}

}  // namespace

}  // namespace decimal

const ModuleDefinition& _decimal_module() {
  static const ModuleDefinition module{"_decimal", decimal::kFunctions, decimal::populate, "Decimal numbers and contexts."};
  return module;
}

}  // namespace gilsim::python
