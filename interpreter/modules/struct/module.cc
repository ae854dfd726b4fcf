// The _struct module: the functions that take a format each time.
#include "interpreter/modules/struct/struct.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

// The method of the format's Struct, with the arguments behind the format.
Ref by_format(Vm& vm, const Arguments& arguments, NativeCode method) {
  if (arguments.size() == 0) return raise(vm, exceptions::TypeError, "missing format argument");
  Ref compiled = struct_of_format(vm, arguments[0]);
  if (!compiled) return {};
  std::vector<Value> values(arguments.values,
                            arguments.values + arguments.size() + arguments.keyword_count());
  values[0] = compiled;
  return method(vm, {values.data(), arguments.size(), arguments.keyword_names});
}

Ref pack(Vm& vm, const Arguments& arguments) {
  return by_format(vm, arguments, struct_pack);
}
Ref pack_into(Vm& vm, const Arguments& arguments) {
  return by_format(vm, arguments, struct_pack_into);
}
Ref unpack(Vm& vm, const Arguments& arguments) {
  return by_format(vm, arguments, struct_unpack);
}
Ref unpack_from(Vm& vm, const Arguments& arguments) {
  return by_format(vm, arguments, struct_unpack_from);
}
Ref iter_unpack(Vm& vm, const Arguments& arguments) {
  return by_format(vm, arguments, struct_iter_unpack);
}

Ref calcsize(Vm& vm, const Arguments& arguments) {
  Ref compiled = struct_of_format(vm, arguments[0]);
  return compiled ? make_int(compiled.as<StructObject>()->layout.size) : Ref();
}

Ref clear_cache(Vm&, const Arguments&) {
  return kNone;
}

constexpr NativeDescription kFunctions[] = {
    {"pack",
     pack,
     {0, -1},
     "Return a bytes object containing the values packed according to the format string."},
    {"pack_into",
     pack_into,
     {0, -1},
     "Pack values according to the format string into a writable buffer at an offset."},
    {"unpack", unpack, {2, 2}, "Return a tuple containing values unpacked according to the format string."},
    {"unpack_from", unpack_from, kAny,
     "Return a tuple containing values unpacked from a buffer at an offset."},
    {"iter_unpack",
     iter_unpack,
     {2, 2},
     "Return an iterator yielding tuples unpacked from the given bytes source."},
    {"calcsize", calcsize, {1, 1}, "Return size in bytes of the struct described by the format string."},
    {"_clearcache", clear_cache, {0, 0}},
};

bool populate(Vm&, Module* module) {
  define_struct_types();
  dict_set_str(module->dictionary, intern("Struct"), Value::of(&struct_type));
  dict_set_str(module->dictionary, intern("error"), Value::of(&struct_error_type));
  return true;
}

}  // namespace

const ModuleDefinition& _struct_module() {
  static const ModuleDefinition module{"_struct", kFunctions, populate,
                                       "Values as octets in the layouts of C."};
  return module;
}

}  // namespace gilsim::python
