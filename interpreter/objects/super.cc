#include "interpreter/objects/super.h"

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

Type super_type;
Ref (*super_from_frame)(Vm& vm) = nullptr;

namespace {

Super* self_of(Value value) { return value.as<Super>(); }

void clear(Object* object) {
  auto* self = static_cast<Super*>(object);
  decref(std::exchange(self->instance, kNull));
}
void destroy_super(Object* object) {
  auto* self = static_cast<Super*>(object);
  clear(object);
  if (self->start) decref(self->start);
  if (self->type) decref(self->type);
  free_object(self, sizeof(Super));
}
void traverse(Object* object, Visitor& visitor) {
  auto* self = static_cast<Super*>(object);
  if (self->start) visitor.visit(Value::of(self->start));
  if (self->type) visitor.visit(Value::of(self->type));
  if (!self->instance.is_null()) visitor.visit(self->instance);
}

constexpr int64_t kCreateNs = 30;  // the class and the instance are found in the caller's frame

Ref create(Vm& vm, Type* type, const Arguments&) {
  vm.charge(kCreateNs);
  auto* self = allocate_object<Super>(type);
  self->start = self->type = nullptr;
  self->instance = kNull;
  return Ref::take(self);
}

// The class whose MRO is searched: the instance itself when it is a subclass (class methods), else its class.
Type* searched_type(Vm& vm, Type* start, Value instance) {
  if (is_instance(instance, &type_type) && is_subtype(instance.as<Type>(), start)) return instance.as<Type>();
  if (is_subtype(type_of(instance), start)) return type_of(instance);
  bool failed = false;
  Ref pretended = get_attribute_or_null(vm, instance, names.class_, &failed);
  if (failed) return nullptr;
  if (pretended && is_instance(pretended, &type_type) && is_subtype(pretended.as<Type>(), start)) return pretended.as<Type>();
  raise(vm, exceptions::TypeError, "super(type, obj): obj must be an instance or subtype of type");
  return nullptr;
}

bool initialize(Vm& vm, Value value, const Arguments& arguments) {
  Super* self = self_of(value);
  if (arguments.keyword_count()) return raise(vm, exceptions::TypeError, "super() takes no keyword arguments"), false;
  if (arguments.size() > 2) return raise(vm, exceptions::TypeError, "super expected at most 2 arguments, got {}", arguments.size()), false;
  Ref from_frame;
  Value start = arguments.optional(0), instance = arguments.optional(1);
  if (start.is_null()) {
    from_frame = super_from_frame ? super_from_frame(vm) : raise(vm, exceptions::RuntimeError, "super(): no current frame");
    if (!from_frame) return false;
    start = from_frame.as<Tuple>()->items[0];
    instance = from_frame.as<Tuple>()->items[1];
  }
  if (!is_instance(start, &type_type))
    return raise(vm, exceptions::TypeError, "super() argument 1 must be a type, not {}", type_name(start)), false;
  if (!instance.is_null() && instance.is_none()) instance = kNull;
  Type* type = instance.is_null() ? nullptr : searched_type(vm, start.as<Type>(), instance);
  if (!type && !instance.is_null()) return false;
  incref(self->start = start.as<Type>());
  incref(self->instance = instance);
  if ((self->type = type)) incref(type);
  return true;
}

Ref get_attribute_of(Vm& vm, Value value, Str* name) {
  Super* self = self_of(value);
  if (self->type && name != names.class_) {
    bool found = false;
    Ref result = super_get_attribute(vm, self->start, self->instance, self->type, name, &found);
    if (found) return result;
  }
  return generic_get_attribute(vm, value, name);
}

// An unbound super object in a class binds to the instance that it is read through.
Ref bind_super(Vm& vm, Value descriptor, Value instance, Type*) {
  Super* self = self_of(descriptor);
  if (instance.is_null() || instance.is_none() || !self->instance.is_null()) return descriptor;
  return call(vm, Value::of(self->type ? self->type : &super_type), {Value::of(self->start), instance});
}

Ref repr_super(Vm&, Value value) {
  Super* self = self_of(value);
  std::string start = self->start ? to_utf8(self->start->name) : "NULL";
  if (!self->type) return make_str(fmt::format("<super: <class '{}'>, NULL>", start));
  return make_str(fmt::format("<super: <class '{}'>, <{} object>>", start, to_utf8(self->type->name)));
}

Ref get_start(Vm&, Value value) { return self_of(value)->start ? Ref(self_of(value)->start) : Ref(kNone); }
Ref get_instance(Vm&, Value value) { return self_of(value)->instance.is_null() ? Ref(kNone) : Ref(self_of(value)->instance); }
Ref get_type(Vm&, Value value) { return self_of(value)->type ? Ref(self_of(value)->type) : Ref(kNone); }

constexpr GetterDescription kGetters[] = {{"__thisclass__", get_start}, {"__self__", get_instance}, {"__self_class__", get_type}};

}  // namespace

Ref super_get_attribute(Vm& vm, Type* start, Value instance, Type* type, Str* name, bool* found) {
  const Tuple* mro = type->mro;
  int64_t i = 0;
  while (i < mro->size && mro->items[i] != Value::of(start)) ++i;
  for (++i; i < mro->size; ++i) {
    Value value = dict_get_str(mro->items[i].as<Type>()->dictionary, name);
    if (value.is_null()) continue;
    *found = true;
    bool through_class = instance == Value::of(type);
    return bind_descriptor(vm, value, through_class ? kNull : instance, type);
  }
  *found = false;
  return {};
}

void define_super_type() {
  Operations operations;
  operations.destroy = destroy_super;
  operations.traverse = traverse;
  operations.clear = clear;
  operations.create = create;
  operations.initialize = initialize;
  operations.repr = repr_super;
  operations.get_attribute = get_attribute_of;
  operations.descriptor_get = bind_super;
  define_type(super_type, {.name = "super", .base = nullptr, .basic_size = sizeof(Super), .flags = kTracked | kSubclassable,
                           .operations = operations, .getters = kGetters});
}

}  // namespace gilsim::python
