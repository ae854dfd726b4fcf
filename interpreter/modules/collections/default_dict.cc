// collections.defaultdict: a dict that makes missing values by calling a function.
#include "interpreter/modules/collections/collections.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python::collections {

namespace {

struct DefaultDict : Dict {
  Value factory;  // owned; None: none
};
Type default_dict_type;

DefaultDict* self_of(Value self) { return self.as<DefaultDict>(); }

Ref create(Vm&, Type* type, const Arguments&) {
  auto* self = allocate_object<DefaultDict>(type);
  dict_begin(self);
  self->factory = kNone;
  return Ref::take(self);
}

bool initialize(Vm& vm, Value self, const Arguments& arguments) {
  Value factory = arguments.optional(0, kNone);
  if (!factory.is_none() && !is_callable(factory))
    return fail(vm, exceptions::TypeError, "first argument must be callable or None");
  Ref old = Ref::take(self_of(self)->factory);
  incref(self_of(self)->factory = factory);
  return initialize_dict(vm, self, arguments.size() ? arguments.without_first() : arguments);
}

void destroy(Object* object) {
  auto* self = static_cast<DefaultDict*>(object);
  dict_clear(self);
  decref(self->factory);
  free_object(self, sizeof(DefaultDict));
}

void traverse(Object* object, Visitor& visitor) {
  dict_type.operations.traverse(object, visitor);
  visitor.visit(static_cast<DefaultDict*>(object)->factory);
}

Ref make_missing(Vm& vm, Value self, Value key) {
  Ref factory(self_of(self)->factory);
  if (factory.get().is_none()) return raise(vm, exceptions::KeyError, key);
  Ref value = call(vm, factory);
  if (!value || !set_item(vm, self, key, value)) return {};
  return value;
}

// Subclasses may have a __missing__ of their own: dict looks for it.
Ref get_item_of(Vm& vm, Value self, Value key) {
  if (type_of(self) != &default_dict_type) return dict_subscript(vm, self, key);
  Value value;
  int found = dict_lookup(vm, self_of(self), key, &value);
  if (found > 0) return value;
  return found < 0 ? Ref() : make_missing(vm, self, key);
}

Ref repr_default_dict(Vm& vm, Value self) {
  ReprGuard guard(vm, self);
  if (guard.is_recursive()) return make_str(to_utf8(type_of(self)->name) + "(...)");
  Ref items = dict_repr_items(vm, self);
  if (!items) return {};
  Ref factory = repr(vm, self_of(self)->factory);
  if (!factory) return {};
  TextBuilder text;
  text.append(self.object()->type->name);
  text.append("(");
  text.append(factory.get());
  text.append(", ");
  text.append(items.get());
  text.append(")");
  return text.finish();
}

Ref copy_of(Vm& vm, Value self) { return call(vm, Value::of(type_of(self)), {self_of(self)->factory, self}); }

Ref merge(Vm& vm, Value left, Value right) {
  if (!is_dict(left) || !is_dict(right)) return kNotImplemented;
  bool own_left = is_instance(left, &default_dict_type);
  Value self = own_left ? left : right;
  Ref result = call(vm, Value::of(type_of(self)), {self_of(self)->factory, left});
  if (!result || !dict_update(vm, result.as<Dict>(), right)) return {};
  return result;
}

Ref missing(Vm& vm, const Arguments& arguments) { return make_missing(vm, arguments[0], arguments[1]); }
Ref copy(Vm& vm, const Arguments& arguments) { return copy_of(vm, arguments[0]); }

Ref reduce(Vm& vm, const Arguments& arguments) {
  Value factory = self_of(arguments[0])->factory;
  Ref parts = factory.is_none() ? make_tuple({}) : make_tuple({factory});
  Ref items = call_method(vm, arguments[0], intern("items"));
  Ref iterator = items ? iterate(vm, items) : Ref();
  if (!iterator) return {};
  return make_tuple({Value::of(type_of(arguments[0])), parts, kNone, kNone, iterator});
}

Ref get_factory(Vm&, Value self) { return self_of(self)->factory; }
bool set_factory(Vm&, Value self, Value factory) {
  Ref old = Ref::take(self_of(self)->factory);
  self_of(self)->factory = factory.is_null() ? kNone : factory;
  incref(factory);
  return true;
}

constexpr NativeDescription kMethods[] = {
    {"__missing__", missing, {1, 1}, "Called by __getitem__ for a missing key."},
    {"copy", copy, {0, 0}, "D.copy() -> a shallow copy of D."},
    {"__copy__", copy, {0, 0}, "D.copy() -> a shallow copy of D."},
    {"__reduce__", reduce, {0, 0}, "Return state information for pickling."},
};
constexpr GetterDescription kGetters[] = {{"default_factory", get_factory, set_factory}};

}  // namespace

void add_default_dict_type(Module* module) {
  Operations operations;
  operations.create = create;
  operations.initialize = initialize;
  operations.destroy = destroy;
  operations.traverse = traverse;
  operations.get_item = get_item_of;
  operations.repr = repr_default_dict;
  operations.binary[static_cast<int>(Binary::Or)] = merge;
  define_type(default_dict_type, {.name = "collections.defaultdict",
                                  .base = &dict_type,
                                  .basic_size = sizeof(DefaultDict),
                                  .flags = kTracked | kSubclassable,
                                  .operations = operations,
                                  .methods = kMethods,
                                  .getters = kGetters,
                                  .doc = "defaultdict(default_factory=None, /, [...]) --> dict with default factory"});
  dict_set_str(module->dictionary, intern("defaultdict"), Value::of(&default_dict_type));
}

}  // namespace gilsim::python::collections
