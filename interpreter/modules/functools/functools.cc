// The _functools module.
#include "interpreter/modules/functools/functools.h"

#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

namespace functools {

namespace {

Ref reduce(Vm& vm, const Arguments& arguments) {
  Ref iterator = iterate(vm, arguments[1]);
  if (!iterator) {
    if (!pending_matches(vm, exceptions::TypeError)) return {};
    clear_pending(vm);
    return raise(vm, exceptions::TypeError, "reduce() arg 2 must support iteration");
  }
  Ref result(arguments.optional(2));
  while (Ref item = next(vm, iterator)) {
    Value pair[] = {result, item};
    result = result ? call(vm, arguments[0], Arguments{pair, 2, nullptr}) : item;
    if (!result) return {};
  }
  if (is_pending(vm) || result) return is_pending(vm) ? Ref() : result;
  return raise(vm, exceptions::TypeError, "reduce() of empty iterable with no initial value");
}

bool populate(Vm&, Module* module) {
  add_partial_type(module);
  define_key_wrapper_type();
  add_lru_cache_type(module);
  return true;
}

constexpr NativeDescription kFunctions[] = {
    {"reduce", reduce, {2, 3}, "Apply a function of two arguments cumulatively to the items of an iterable."},
    {"cmp_to_key", cmp_to_key, kAny, "Convert a cmp= function into a key= function."},
};

}  // namespace

}  // namespace functools

const ModuleDefinition& _functools_module() {
  static const ModuleDefinition definition{"_functools", functools::kFunctions, functools::populate,
                                           "Tools that operate on functions."};
  return definition;
}

}  // namespace gilsim::python
