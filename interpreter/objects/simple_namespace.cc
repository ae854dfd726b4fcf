#include "interpreter/objects/simple_namespace.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/object_type.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

Type simple_namespace_type;

namespace {

Ref create(Vm&, Type* type, const Arguments&) { return Ref::take(allocate_object(type, sizeof(Object))); }

bool initialize(Vm& vm, Value self, const Arguments& arguments) {
  if (arguments.size()) {
    raise(vm, exceptions::TypeError, "no positional arguments expected");
    return false;
  }
  for (size_t i = 0; i < arguments.keyword_count(); ++i)
    store_attribute(self.object(), intern(arguments.keyword_name(i)), arguments.keyword_value(i));
  return true;
}

Ref repr_namespace(Vm& vm, Value self) {
  std::string name = type_of(self) == &simple_namespace_type ? "namespace" : to_utf8(type_of(self)->name);
  ReprGuard guard(vm, self);
  if (guard.is_recursive()) return make_str(name + "(...)");
  std::string text;
  Ref attributes = instance_dictionary(self.object());
  Value key, value;
  for (int32_t i = 0; dict_next(attributes.as<Dict>(), i, &key, &value);) {
    std::string attribute = to_utf8(key);
    Ref shown = repr(vm, Ref(value));
    if (!shown) return {};
    text += (text.empty() ? "" : ", ") + attribute + "=" + to_utf8(shown);
  }
  return make_str(name + "(" + text + ")");
}

Ref compare_namespaces(Vm& vm, Value left, Value right, CompareOperator op) {
  if (!is_instance(left, &simple_namespace_type) || !is_instance(right, &simple_namespace_type)) return kNotImplemented;
  return compare(vm, Value::of(instance_dictionary(left.object())), Value::of(instance_dictionary(right.object())), op);
}

}  // namespace

void define_simple_namespace_type() {
  Operations operations;
  operations.create = create;
  operations.initialize = initialize;
  operations.repr = repr_namespace;
  operations.compare = compare_namespaces;
  define_type(simple_namespace_type, {.name = "types.SimpleNamespace", .base = nullptr, .basic_size = sizeof(Object),
                                      .flags = kHasAttributes | kSubclassable | kUnhashable, .operations = operations,
                                      .doc = "A simple attribute-based namespace.\n\nSimpleNamespace(**kwargs)"});
}

}  // namespace gilsim::python
