#include "interpreter/objects/property.h"

#include "interpreter/objects/exception.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python {

Type property_type;

namespace {

Property* self_of(Value value) { return value.as<Property>(); }
Ref or_none(Value value) { return value.is_null() ? kNone : value; }
Value or_null(Value value) { return !value.is_null() && value.is_none() ? kNull : value; }

void put(Value& field, Value value) {
  incref(value);
  decref(std::exchange(field, value));
}

Ref create(Vm&, Type* type, const Arguments&) {
  auto* property = allocate_object<Property>(type);
  property->getter = property->setter = property->deleter = property->doc = property->name = kNull;
  property->doc_of_getter = false;
  return Ref::take(property);
}

bool initialize(Vm& vm, Value self, const Arguments& arguments) {
  static const char* const kNames[] = {"fget", "fset", "fdel", "doc"};
  Value given[4];
  if (!bind(vm, arguments, {.function = "property", .names = kNames, .count = 4}, given)) return false;
  Property* property = self_of(self);
  put(property->getter, or_null(given[0]));
  put(property->setter, or_null(given[1]));
  put(property->deleter, or_null(given[2]));
  put(property->doc, or_null(given[3]));
  property->doc_of_getter = false;
  if (!property->doc.is_null() || property->getter.is_null()) return true;
  bool failed = false;
  Ref doc = get_attribute_or_null(vm, property->getter, names.doc, &failed);
  if (failed) return false;
  put(property->doc, doc ? or_null(doc) : kNull);
  property->doc_of_getter = true;
  return true;
}

void clear(Object* object) {
  auto* property = static_cast<Property*>(object);
  for (Value* field : {&property->getter, &property->setter, &property->deleter, &property->doc, &property->name}) put(*field, kNull);
}
void destroy_property(Object* object) {
  clear(object);
  free_object(object, sizeof(Property));
}
void traverse(Object* object, Visitor& visitor) {
  auto* property = static_cast<Property*>(object);
  for (Value field : {property->getter, property->setter, property->deleter, property->doc, property->name})
    if (!field.is_null()) visitor.visit(field);
}

// AttributeError "property 'x' of 'C' object has no setter".
void refuse(Vm& vm, Value self, Value instance, const char* what) {
  Value name = self_of(self)->name;
  std::string owner = to_utf8(type_of(instance)->qualified_name);
  if (name.is_null()) raise(vm, exceptions::AttributeError, "property of '{}' object has no {}", owner, what);
  else raise(vm, exceptions::AttributeError, "property {} of '{}' object has no {}", repr_utf8(vm, name), owner, what);
}

Ref get(Vm& vm, Value self, Value instance, Type*) {
  if (instance.is_null()) return self;
  Ref getter(self_of(self)->getter);
  if (getter) return call(vm, getter, {instance});
  refuse(vm, self, instance, "getter");
  return {};
}

bool set(Vm& vm, Value self, Value instance, Value value) {
  Ref function(value.is_null() ? self_of(self)->deleter : self_of(self)->setter);
  if (!function) return refuse(vm, self, instance, value.is_null() ? "deleter" : "setter"), false;
  Ref result = value.is_null() ? call(vm, function, {instance}) : call(vm, function, {instance, value});
  return static_cast<bool>(result);
}

// getter(), setter() and deleter(): a copy, of the same class, with one function replaced.
Ref copy_with(Vm& vm, Value self, Value getter, Value setter, Value deleter) {
  Property* old = self_of(self);
  auto pick = [](Value replacement, Value current) { return or_none(replacement.is_null() || replacement.is_none() ? current : replacement); };
  bool new_doc = old->doc_of_getter && !getter.is_null();
  Ref doc = new_doc || old->doc_of_getter ? Ref(kNone) : or_none(old->doc);
  Ref copy = call(vm, Value::of(old->type), {pick(getter, old->getter), pick(setter, old->setter), pick(deleter, old->deleter), doc});
  if (copy && is_instance(copy, &property_type)) put(copy.as<Property>()->name, old->name);
  return copy;
}
Ref with_getter(Vm& vm, const Arguments& arguments) { return copy_with(vm, arguments[0], arguments[1], kNull, kNull); }
Ref with_setter(Vm& vm, const Arguments& arguments) { return copy_with(vm, arguments[0], kNull, arguments[1], kNull); }
Ref with_deleter(Vm& vm, const Arguments& arguments) { return copy_with(vm, arguments[0], kNull, kNull, arguments[1]); }
Ref set_name(Vm&, const Arguments& arguments) {
  put(self_of(arguments[0])->name, arguments[2]);
  return kNone;
}

Ref get_getter(Vm&, Value self) { return or_none(self_of(self)->getter); }
Ref get_setter(Vm&, Value self) { return or_none(self_of(self)->setter); }
Ref get_deleter(Vm&, Value self) { return or_none(self_of(self)->deleter); }
Ref get_doc(Vm&, Value self) { return or_none(self_of(self)->doc); }
bool set_doc(Vm&, Value self, Value value) {
  put(self_of(self)->doc, value);
  return true;
}
Ref get_abstract(Vm& vm, Value self) {
  Property* property = self_of(self);
  for (Value function : {property->getter, property->setter, property->deleter}) {
    if (function.is_null()) continue;
    bool failed = false;
    Ref flag = get_attribute_or_null(vm, function, names.isabstractmethod, &failed);
    int is_abstract = failed ? -1 : flag ? truth(vm, flag) : 0;
    if (is_abstract) return is_abstract < 0 ? Ref() : Ref(kTrue);
  }
  return kFalse;
}

constexpr NativeDescription kMethods[] = {
    {"getter", with_getter, {1, 1}, "Descriptor to obtain a copy of the property with a different getter."},
    {"setter", with_setter, {1, 1}, "Descriptor to obtain a copy of the property with a different setter."},
    {"deleter", with_deleter, {1, 1}, "Descriptor to obtain a copy of the property with a different deleter."},
    {"__set_name__", set_name, {2, 2}, "Method to set name of a property."},
};
constexpr GetterDescription kGetters[] = {{"fget", get_getter}, {"fset", get_setter}, {"fdel", get_deleter},
                                          {"__doc__", get_doc, set_doc}, {"__isabstractmethod__", get_abstract}};

}  // namespace

void define_property_type() {
  Operations operations;
  operations.destroy = destroy_property;
  operations.traverse = traverse;
  operations.clear = clear;
  operations.create = create;
  operations.initialize = initialize;
  operations.descriptor_get = get;
  operations.descriptor_set = set;
  define_type(property_type, {.name = "property", .base = nullptr, .basic_size = sizeof(Property),
                              .flags = kTracked | kSubclassable, .operations = operations, .methods = kMethods, .getters = kGetters});
}

}  // namespace gilsim::python
