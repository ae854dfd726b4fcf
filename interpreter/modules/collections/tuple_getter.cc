// _tuplegetter: the descriptor behind the fields of a namedtuple.
#include "interpreter/modules/collections/collections.h"
#include "interpreter/objects/members.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python::collections {

namespace {

struct TupleGetter : Object {
  int64_t index;
  Value doc;
  auto references() { return std::tie(doc); }
};
Type tuple_getter_type;

TupleGetter* self_of(Value self) { return self.as<TupleGetter>(); }

Ref create(Vm& vm, Type* type, const Arguments& arguments) {
  if (arguments.size() != 2)
    return raise(vm, exceptions::TypeError, "_tuplegetter expected 2 arguments, got {}", arguments.size());
  int64_t index;
  if (!as_int64(vm, arguments[0], &index)) return {};
  auto* self = new_with_members<TupleGetter>(type);
  self->index = index;
  incref(self->doc = arguments[1]);
  return Ref::take(self);
}

Ref get(Vm& vm, Value descriptor, Value instance, Type*) {
  int64_t index = self_of(descriptor)->index;
  if (instance.is_null() || instance.is_none()) return descriptor;
  if (!is_tuple(instance))
    return raise(vm, exceptions::TypeError,
                 "descriptor for index '{}' for tuple subclasses doesn't apply to '{}' object", index,
                 type_name(instance));
  auto* tuple = instance.as<Tuple>();
  if (index < 0 || index >= tuple->size) return raise(vm, exceptions::IndexError, "tuple index out of range");
  return tuple->items[index];
}

bool set(Vm& vm, Value, Value, Value value) {
  return fail(vm, exceptions::AttributeError, value.is_null() ? "can't delete attribute" : "can't set attribute");
}

Ref repr_getter(Vm& vm, Value value) {
  Ref index = make_int(self_of(value)->index);
  Ref row = make_tuple({index, self_of(value)->doc});
  return row_repr(vm, row.as<Tuple>(), "_tuplegetter(", ")");
}

Ref get_doc(Vm&, Value self) { return self_of(self)->doc; }
bool set_doc(Vm&, Value self, Value doc) {
  replace(self_of(self)->doc, doc.is_null() ? Ref(kNone) : Ref(doc));
  return true;
}

constexpr GetterDescription kGetters[] = {{"__doc__", get_doc, set_doc}};

}  // namespace

void add_tuple_getter_type(Module* module) {
  Operations operations;
  operations.destroy = destroy_members<TupleGetter>;
  operations.traverse = traverse_members<TupleGetter>;
  operations.create = create;
  operations.repr = repr_getter;
  operations.descriptor_get = get;
  operations.descriptor_set = set;
  define_type(tuple_getter_type, {.name = "_collections._tuplegetter",
                                  .base = nullptr,
                                  .basic_size = sizeof(TupleGetter),
                                  .flags = kTracked,
                                  .operations = operations,
                                  .getters = kGetters});
  dict_set_str(module->dictionary, intern("_tuplegetter"), Value::of(&tuple_getter_type));
}

}  // namespace gilsim::python::collections
