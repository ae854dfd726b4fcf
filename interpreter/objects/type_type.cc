#include "interpreter/objects/type_type.h"

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/class_creation.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/mapping_proxy.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/union.h"

namespace gilsim::python {

Type type_type;

namespace {

Type* self_of(Value value) { return value.as<Type>(); }
bool is_heap_type(Value value) { return has_flag(self_of(value), kHeapType); }

// --- life of classes made by programs ------------------------------------------------------------------------------

void destroy_type(Object* object) {
  auto* type = static_cast<Type*>(object);
  for (int64_t i = 0; i < type->bases->size; ++i) remove_subclass(type->bases->items[i].as<Type>(), type);
  if (type->root_shape) free_shapes(std::exchange(type->root_shape, nullptr));
  if (type->subclasses) heap.free(type->subclasses, sizeof(Type*) * static_cast<size_t>(type->subclass_capacity));
  for (Object* part : {static_cast<Object*>(type->name), static_cast<Object*>(type->qualified_name), static_cast<Object*>(type->mro),
                       static_cast<Object*>(type->dictionary), static_cast<Object*>(type->bases), static_cast<Object*>(type->base)})
    if (part) decref(part);
  free_object(type, sizeof(Type));
}

void traverse_type(Object* object, Visitor& visitor) {
  auto* type = static_cast<Type*>(object);
  if (!has_flag(type, kHeapType)) return;
  for (Object* part : {static_cast<Object*>(type->mro), static_cast<Object*>(type->dictionary), static_cast<Object*>(type->bases),
                       static_cast<Object*>(type->base)})
    if (part) visitor.visit(Value::of(part));
}

// Empties the namespace and takes the class out of its own MRO; the rest is needed to destroy the last instances.
void clear_type(Object* object) {
  auto* type = static_cast<Type*>(object);
  dict_clear(type->dictionary);
  Tuple* empty = new_tuple(0);
  decref(static_cast<Object*>(std::exchange(type->mro, empty)));
  type_changed(type);
}

// --- presentation --------------------------------------------------------------------------------------------------

Ref type_repr(Vm&, Value self) { return make_str(fmt::format("<class '{}'>", full_type_name(self_of(self)))); }

// --- attributes ----------------------------------------------------------------------------------------------------

bool may_change(Vm& vm, Value self, const char* name, Value value) {
  if (!is_heap_type(self)) {
    raise(vm, exceptions::TypeError, "cannot set '{}' attribute of immutable type '{}'", name, display_name(self_of(self)));
    return false;
  }
  if (value.is_null()) {
    raise(vm, exceptions::TypeError, "cannot delete '{}' attribute of immutable type '{}'", name, display_name(self_of(self)));
    return false;
  }
  return true;
}

bool set_name_field(Vm& vm, Value self, Value value, const char* name, Str*& field) {
  if (!may_change(vm, self, name, value)) return false;
  if (!is_str(value)) {
    raise(vm, exceptions::TypeError, "can only assign string to {}.{}, not '{}'", to_utf8(self_of(self)->name), name, type_name(value));
    return false;
  }
  incref(value);
  decref(std::exchange(field, value.as<Str>()));
  return true;
}

Ref get_name(Vm&, Value self) { return self_of(self)->name; }
Ref get_qualified_name(Vm&, Value self) { return self_of(self)->qualified_name; }
bool set_name(Vm& vm, Value self, Value value) { return set_name_field(vm, self, value, "__name__", self_of(self)->name); }
bool set_qualified_name(Vm& vm, Value self, Value value) {
  return set_name_field(vm, self, value, "__qualname__", self_of(self)->qualified_name);
}

Ref get_module(Vm& vm, Value self) {
  Ref module = type_module(self_of(self));
  if (!module) raise(vm, exceptions::AttributeError, "__module__");
  return module;
}

bool set_in_namespace(Vm& vm, Value self, const char* name, Str* key, Value value) {
  if (!may_change(vm, self, name, value)) return false;
  dict_set_str(self_of(self)->dictionary, key, value);
  type_changed(self_of(self));
  return true;
}
bool set_module(Vm& vm, Value self, Value value) { return set_in_namespace(vm, self, "__module__", names.module, value); }
bool set_doc(Vm& vm, Value self, Value value) { return set_in_namespace(vm, self, "__doc__", names.doc, value); }

Ref get_doc(Vm& vm, Value self) {
  Value doc = dict_get_str(self_of(self)->dictionary, names.doc);
  return doc.is_null() ? Ref(kNone) : bind_descriptor(vm, doc, kNull, self_of(self));
}

Ref get_bases(Vm&, Value self) { return self_of(self)->bases; }
Ref get_mro(Vm&, Value self) { return self_of(self)->mro; }
Ref get_base(Vm&, Value self) { return self_of(self)->base ? Ref(self_of(self)->base) : Ref(kNone); }
Ref get_dict(Vm&, Value self) { return make_mapping_proxy(Value::of(self_of(self)->dictionary)); }
Ref get_flags(Vm&, Value self) { return make_int(static_cast<int64_t>(self_of(self)->type_flags)); }
Ref get_basic_size(Vm&, Value self) { return make_int(static_cast<int64_t>(self_of(self)->basic_size + self_of(self)->slot_bytes)); }
Ref get_zero(Vm&, Value) { return make_int(0); }
Ref get_signature(Vm&, Value) { return kNone; }

Ref get_annotations(Vm& vm, Value self) {
  Value found = dict_get_str(self_of(self)->dictionary, names.annotations);
  if (!found.is_null()) return bind_descriptor(vm, found, kNull, self_of(self));
  if (!is_heap_type(self)) {
    raise_attribute_error(vm, self, names.annotations, fmt::format("type object '{}' has no attribute '__annotations__'", display_name(self_of(self))));
    return {};
  }
  Ref made = Ref::take(new_dict());
  dict_set_str(self_of(self)->dictionary, names.annotations, made);
  type_changed(self_of(self));
  return made;
}
bool set_annotations(Vm& vm, Value self, Value value) {
  return set_in_namespace(vm, self, "__annotations__", names.annotations, value);
}

Ref get_abstract_methods(Vm& vm, Value self) {
  // `type` itself has this very descriptor under the name.
  Value found = self_of(self) == &type_type ? kNull : dict_get_str(self_of(self)->dictionary, names.abstractmethods);
  if (!found.is_null()) return found;
  raise_attribute_error(vm, self, names.abstractmethods, "__abstractmethods__");
  return {};
}
bool set_abstract_methods(Vm& vm, Value self, Value value) {
  if (value.is_null()) {
    if (!dict_delete_str(self_of(self)->dictionary, names.abstractmethods))
      return raise_attribute_error(vm, self, names.abstractmethods, "__abstractmethods__");
    self_of(self)->type_flags &= ~uint32_t{kAbstract};
    return true;
  }
  int is_abstract = truth(vm, value);
  if (is_abstract < 0 || !set_in_namespace(vm, self, "__abstractmethods__", names.abstractmethods, value)) return false;
  self_of(self)->type_flags = is_abstract ? self_of(self)->type_flags | kAbstract : self_of(self)->type_flags & ~uint32_t{kAbstract};
  return true;
}

// --- methods -------------------------------------------------------------------------------------------------------

Ref type_mro(Vm& vm, const Arguments& arguments) {
  Ref order = compute_mro(vm, self_of(arguments[0]), self_of(arguments[0])->bases);
  return order ? to_list(vm, order) : Ref();
}

Ref type_subclasses(Vm&, const Arguments& arguments) {
  Type* self = self_of(arguments[0]);
  Ref list = Ref::take(new_list());
  for (int32_t i = 0; i < self->subclass_count; ++i) list_append(list.as<List>(), Value::of(self->subclasses[i]));
  return list;
}

Ref truth_of(int result) { return result < 0 ? Ref() : Ref(Value::of(result == 1)); }
Ref type_instancecheck(Vm& vm, const Arguments& arguments) { return truth_of(plain_is_instance(vm, arguments[1], arguments[0])); }
Ref type_subclasscheck(Vm& vm, const Arguments& arguments) { return truth_of(plain_is_subclass(vm, arguments[1], arguments[0])); }
Ref type_prepare(Vm&, const Arguments&) { return Ref::take(new_dict()); }
// As CPython's; classes whose instances have attributes keep room for their names.
Ref type_sizeof(Vm&, const Arguments& arguments) {
  const Type* self = self_of(arguments[0]);
  if (!has_flag(self, kHeapType)) return make_int(408);
  return make_int(has_flag(self, kHasAttributes) && !has_flag(self, kExceptionSubclass) ? 1672 : 904);
}

Ref type_dir(Vm& vm, const Arguments& arguments) {
  Ref all = Ref::take(new_dict());
  const Tuple* mro = self_of(arguments[0])->mro;
  for (int64_t i = 0; i < mro->size; ++i) {
    Value key, value;
    for (int32_t k = 0; dict_next(mro->items[i].as<Type>()->dictionary, k, &key, &value);)
      if (is_str(key)) dict_set_str(all.as<Dict>(), key.as<Str>(), kNone);
  }
  return to_list(vm, all);
}

bool type_initialize(Vm& vm, Value, const Arguments& arguments) {
  if (arguments.size() == 1 && arguments.keyword_count()) return raise(vm, exceptions::TypeError, "type.__init__() takes no keyword arguments"), false;
  if (arguments.size() == 1 || arguments.size() == 3) return true;
  return raise(vm, exceptions::TypeError, "type.__init__() takes 1 or 3 arguments"), false;
}

constexpr NativeDescription kMethods[] = {
    {"mro", type_mro, {0, 0}, "Return a type's method resolution order."},
    {"__subclasses__", type_subclasses, {0, 0}, "Return a list of immediate subclasses."},
    {"__instancecheck__", type_instancecheck, {1, 1}, "Check if an object is an instance."},
    {"__subclasscheck__", type_subclasscheck, {1, 1}, "Check if a class is a subclass."},
    {"__dir__", type_dir, {0, 0}, "Specialized __dir__ implementation for types."},
    {"__sizeof__", type_sizeof, {0, 0}, "Return memory consumption of the type object."},
};
constexpr NativeDescription kClassMethods[] = {
    {"__prepare__", type_prepare, kAny, "Create the namespace for the class statement."},
};
constexpr GetterDescription kGetters[] = {
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualified_name, set_qualified_name},
    {"__module__", get_module, set_module},
    {"__doc__", get_doc, set_doc},
    {"__bases__", get_bases},
    {"__mro__", get_mro},
    {"__base__", get_base},
    {"__dict__", get_dict},
    {"__annotations__", get_annotations, set_annotations},
    {"__abstractmethods__", get_abstract_methods, set_abstract_methods},
    {"__flags__", get_flags},
    {"__basicsize__", get_basic_size},
    {"__itemsize__", get_zero},
    {"__dictoffset__", get_zero},
    {"__weakrefoffset__", get_zero},
    {"__text_signature__", get_signature},
};

}  // namespace

Ref type_module(const Type* type) {
  if (!has_flag(type, kHeapType)) return make_str(type->module_name);
  return dict_get_str(type->dictionary, names.module);
}

std::string full_type_name(const Type* type) {
  Ref module = type_module(type);
  std::string name = to_utf8(type->qualified_name);
  if (!module || !is_str(module) || to_utf8(module) == "builtins") return name;
  return to_utf8(module) + "." + name;
}

void define_type_type() {
  Operations operations;
  operations.destroy = destroy_type;
  operations.traverse = traverse_type;
  operations.clear = clear_type;
  operations.repr = type_repr;
  operations.get_attribute = type_get_attribute;
  operations.set_attribute = type_set_attribute;
  operations.call = type_call;
  operations.create = type_create;
  operations.initialize = type_initialize;
  operations.binary[static_cast<int>(Binary::Or)] = make_union;
  define_type(type_type, {.name = "type", .base = nullptr, .basic_size = sizeof(Type), .flags = kTracked | kSubclassable | kTypeSubclass,
                          .operations = operations, .methods = kMethods, .class_methods = kClassMethods, .getters = kGetters,
                          .doc = "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type"});
}

}  // namespace gilsim::python
