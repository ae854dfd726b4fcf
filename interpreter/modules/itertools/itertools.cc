// The itertools module: building blocks of loops.
#include "interpreter/modules/itertools/itertools.h"

#include "interpreter/modules/itertools/tee.h"

namespace gilsim::python {

namespace itertools {

void add_type(Module* module, Type& type, uint32_t size, const IteratorDefinition& definition) {
  define_type(type, {.name = definition.name,
                     .base = nullptr,
                     .basic_size = size,
                     .flags = kTracked | kSubclassable,
                     .operations = definition.operations,
                     .methods = definition.methods,
                     .class_methods = definition.class_methods,
                     .doc = definition.doc});
  dict_set_str(module->dictionary, type.name, Value::of(&type));
}

bool refuse_keywords(Vm& vm, const Arguments& arguments, const Type* type, const Type& exact, const char* name) {
  if (!arguments.keyword_count() || type != &exact) return true;
  return fail(vm, exceptions::TypeError, "{}() takes no keyword arguments", name);
}

bool check_count(Vm& vm, const Arguments& arguments, const char* name, size_t least, size_t most) {
  size_t count = arguments.size();
  if (count >= least && count <= most) return true;
  const char* how = least == most ? "" : count < least ? "at least " : "at most ";
  size_t bound = count < least ? least : most;
  return fail(vm, exceptions::TypeError, "{} expected {}{} argument{}, got {}", name, how, bound,
              bound == 1 ? "" : "s", count);
}

namespace {

bool populate(Vm&, Module* module) {
  add_endless_types(module);
  add_selecting_types(module);
  add_combining_types(module);
  add_grouping_types(module);
  add_combinatoric_types(module);
  return true;
}

constexpr NativeDescription kFunctions[] = {
    {"tee", tee, {1, 2}, "Returns a tuple of n independent iterators."},
};

}  // namespace

}  // namespace itertools

const ModuleDefinition& itertools_module() {
  static const ModuleDefinition definition{"itertools", itertools::kFunctions, itertools::populate,
                                           "Functional tools for creating and using iterators."};
  return definition;
}

}  // namespace gilsim::python
