#include "interpreter/objects/module.h"

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type module_type;

namespace {

Module* self_of(Value value) { return value.as<Module>(); }

void destroy_module(Object* object) {
  auto* module = static_cast<Module*>(object);
  if (module->name) decref(module->name);
  decref(module->dictionary);
  free_object(module, sizeof(Module));
}
void traverse(Object* object, Visitor& visitor) { visitor.visit(Value::of(static_cast<Module*>(object)->dictionary)); }

Ref create(Vm&, Type* type, const Arguments&) {
  auto* module = allocate_object<Module>(type);
  module->name = nullptr;
  module->dictionary = nullptr;
  module->initializing = false;
  module->dictionary = new_dict();
  return Ref::take(module);
}

void fill(Module* module, Str* name, Value doc) {
  incref(module->name = name);
  dict_set_str(module->dictionary, names.name, Value::of(name));
  dict_set_str(module->dictionary, names.doc, doc);
  for (Str* each : {names.package, names.loader, names.spec}) dict_set_str(module->dictionary, each, kNone);
}

bool initialize(Vm& vm, Value self, const Arguments& arguments) {
  static const char* const kNames[] = {"name", "doc"};
  Value given[2];
  if (!bind(vm, arguments, {.function = "module", .names = kNames, .count = 2, .required = 1}, given)) return false;
  if (!is_str(given[0])) {
    raise(vm, exceptions::TypeError, "module() argument 'name' must be str, not {}", type_name(given[0]));
    return false;
  }
  if (self_of(self)->name) decref(self_of(self)->name);
  fill(self_of(self), intern(given[0].as<Str>()), given[1].is_null() ? kNone : given[1]);
  return true;
}

Ref repr_module(Vm& vm, Value self) {
  const Dict* dictionary = self_of(self)->dictionary;
  Value name = dict_get_str(dictionary, names.name), file = dict_get_str(dictionary, names.file);
  std::string shown = name.is_null() ? "'?'" : repr_utf8(vm, name);
  if (!file.is_null() && is_str(file)) return make_str(fmt::format("<module {} from {}>", shown, repr_utf8(vm, file)));
  return make_str(fmt::format("<module {} (built-in)>", shown));
}

Ref module_dir(Vm& vm, const Arguments& arguments) {
  Dict* dictionary = self_of(arguments[0])->dictionary;
  if (Value own = dict_get_str(dictionary, names.dir); !own.is_null()) return call(vm, own);
  return to_list(vm, Value::of(dictionary));
}

Ref get_dict(Vm&, Value self) { return self_of(self)->dictionary; }
Ref get_annotations(Vm&, Value self) {
  Value found = dict_get_str(self_of(self)->dictionary, names.annotations);
  if (!found.is_null()) return found;
  Ref made = Ref::take(new_dict());
  dict_set_str(self_of(self)->dictionary, names.annotations, made);
  return made;
}
bool set_annotations(Vm&, Value self, Value value) {
  if (value.is_null()) return dict_delete_str(self_of(self)->dictionary, names.annotations);
  dict_set_str(self_of(self)->dictionary, names.annotations, value);
  return true;
}

constexpr NativeDescription kMethods[] = {{"__dir__", module_dir, {0, 0}, "__dir__() -> list\nspecialized dir() implementation"}};
constexpr GetterDescription kGetters[] = {{"__dict__", get_dict}, {"__annotations__", get_annotations, set_annotations}};

}  // namespace

Ref make_module(std::string_view name) {
  auto* module = allocate_object<Module>(&module_type);
  module->name = nullptr;
  module->dictionary = nullptr;
  module->initializing = false;
  module->dictionary = new_dict();
  Ref result = Ref::take(module);
  fill(module, intern(name), kNone);
  return result;
}

void define_module_type() {
  Operations operations;
  operations.destroy = destroy_module;
  operations.traverse = traverse;  // no clear: cycles pass through its dict, which others may still need
  operations.create = create;
  operations.initialize = initialize;
  operations.repr = repr_module;
  operations.get_attribute = module_get_attribute;
  operations.set_attribute = module_set_attribute;
  define_type(module_type, {.name = "module", .base = nullptr, .basic_size = sizeof(Module), .flags = kTracked | kSubclassable,
                            .operations = operations, .methods = kMethods, .getters = kGetters});
}

}  // namespace gilsim::python
