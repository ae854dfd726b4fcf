// LOAD_ATTR, LOAD_METHOD, STORE_ATTR: the whole rule, and what the instruction may remember of it.
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/shape.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/operand_stack.h"
#include "interpreter/runtime/slow_paths.h"

namespace gilsim::python {

namespace {

constexpr int32_t kClassAttribute = -1;  // what a cache knows is not in the instance but in its class

bool uses_generic_access(const Type* type) {
  return !has_flag(type, kCustomGetAttribute) &&
         (!type->operations.get_attribute || type->operations.get_attribute == generic_get_attribute);
}

// Where an instance of the type may keep the attribute, so that a cache may skip the class: its MRO has no data
// descriptor of that name.
bool class_does_not_interfere(Type* type, Str* name) {
  const Value found = lookup(type, name);
  return found.is_null() || !type_of(found)->operations.descriptor_set;
}

// The index of the attribute in the instance's values, -1: not there or not in values.
int index_in_shape(Value object, Str* name) {
  Type* type = type_of(object);
  if (!object.is_object() || !has_flag(type, kHasAttributes)) return -1;
  Shape* shape = attributes_of(object.object())->shape;
  return shape ? find(shape, name) : -1;
}

void remember_instance_attribute(Cache& cache, Value object, Str* name) {
  Type* type = type_of(object);
  const int index = index_in_shape(object, name);
  if (index < 0 || !uses_generic_access(type) || !class_does_not_interfere(type, name)) return;
  cache.attribute.type_version = type->version;
  cache.attribute.shape = attributes_of(object.object())->shape;
  cache.attribute.index = index;
}

// A class attribute that the instruction found is what it will find in other instances of the class, too: those of the
// same shape, or all of them when a property comes first anyway (`shape` null).
bool remember_class_attribute(Cache& cache, Value object, Str* name) {
  Type* type = type_of(object);
  const Value found = uses_generic_access(type) ? lookup(type, name) : kNull;
  if (found.is_null()) return false;
  const auto& operations = type_of(found)->operations;
  const bool wins = operations.descriptor_set && operations.descriptor_get;
  const bool has_attributes = object.is_object() && has_flag(type, kHasAttributes);
  Shape* shape = has_attributes && !wins ? attributes_of(object.object())->shape : nullptr;
  if (has_attributes && !wins && (!shape || find(shape, name) >= 0)) return false;
  cache.attribute = {type->version, kClassAttribute, shape, found};
  return true;
}

bool is_known_class_attribute(const Cache& cache, Value object) {
  const auto& known = cache.attribute;
  return known.index == kClassAttribute && known.type_version == type_of(object)->version &&
         (!known.shape || attributes_of(object.object())->shape == known.shape);
}

// Entry i is kept as kModuleEntry - i, so that what is known of a module is never taken for an index into values.
constexpr int32_t kModuleEntry = -3;

// `module.name` where the module's namespace has not changed its keys since.
bool load_from_module(Frame& frame, Value object, Str* name, Cache& cache) {
  auto* module = object.as<Module>();
  auto& known = cache.module;
  if (known.type_version != module_type.version || known.module != module || known.keys_version != module->dictionary->keys_version) {
    const int32_t index = dict_find_str(module->dictionary, name);
    if (index < 0) return false;
    known.type_version = module_type.version;
    known.module = module;
    known.keys_version = module->dictionary->keys_version;
    known.index = kModuleEntry - index;
  }
  return push(frame, Ref(module->dictionary->entries[kModuleEntry - known.index].value));
}

}  // namespace

bool load_attribute(Interpreter& vm, Frame& frame, int32_t argument, Cache& cache) {
  Str* name = frame.code->names[argument];
  Ref object = pop(frame);
  if (is_known_class_attribute(cache, object)) {
    Ref value = bind_descriptor(vm, cache.attribute.function, object, type_of(object));
    if (!value) complete_attribute_error(vm, object, name);
    return push(frame, std::move(value));
  }
  if (object.get().is_object() && object.get().object()->type == &module_type && lookup(&module_type, name).is_null() &&
      load_from_module(frame, object, name, cache)) return true;
  if (!remember_class_attribute(cache, object, name)) remember_instance_attribute(cache, object, name);
  return push(frame, get_attribute(vm, object, name));
}

bool load_method(Interpreter& vm, Frame& frame, int32_t argument, Cache& cache) {
  Str* name = frame.code->names[argument];
  Ref object = pop(frame);
  Type* type = type_of(object);
  bool takes_self = false;
  Ref method = get_method(vm, object, name, &takes_self);
  if (!method) return false;
  if (!takes_self) {
    push_null(frame);
    return push(frame, std::move(method));
  }
  const bool has_attributes = object.get().is_object() && has_flag(type, kHasAttributes);
  Shape* shape = has_attributes ? attributes_of(object.get().object())->shape : nullptr;
  if (uses_generic_access(type) && lookup(type, name) == method.get() && (!has_attributes || shape)) {
    cache.attribute.type_version = type->version;
    cache.attribute.index = kClassAttribute;
    cache.attribute.shape = shape;
    cache.attribute.function = method;
  }
  push(frame, std::move(method));
  return push(frame, std::move(object));
}

bool store_attribute(Interpreter& vm, Frame& frame, int32_t argument, Cache& cache) {
  Str* name = frame.code->names[argument];
  Ref object = pop(frame);
  Ref value = pop(frame);
  Type* type = type_of(object);
  const bool has_shape = object.get().is_object() && has_flag(type, kHasAttributes);
  Shape* before = has_shape ? attributes_of(object.get().object())->shape : nullptr;
  if (!set_attribute(vm, object, name, value)) return false;
  if (type->operations.set_attribute && type->operations.set_attribute != generic_set_attribute) return true;
  Shape* after = has_shape ? attributes_of(object.get().object())->shape : nullptr;
  if (before && after && after->parent == before && after->name == name && class_does_not_interfere(type, name)) {
    cache.growth.type_version = type->version;
    cache.growth.index = kGrowth;
    cache.growth.from = before;
    cache.growth.to = after;
  } else {
    remember_instance_attribute(cache, object, name);
  }
  return true;
}

bool delete_attribute(Interpreter& vm, Frame& frame, int32_t argument) {
  Ref object = pop(frame);
  return set_attribute(vm, object, frame.code->names[argument], kNull);
}

}  // namespace gilsim::python
