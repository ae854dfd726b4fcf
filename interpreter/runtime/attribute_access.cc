// LOAD_ATTR, LOAD_METHOD, STORE_ATTR: the whole rule, and what the instruction may remember of it.
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/shape.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/operand_stack.h"
#include "interpreter/runtime/slow_paths.h"

namespace gilsim::python {

namespace {

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

}  // namespace

bool load_attribute(Interpreter& vm, Frame& frame, int32_t argument, Cache& cache) {
  Str* name = frame.code->names[argument];
  Ref object = pop(frame);
  remember_instance_attribute(cache, object, name);
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
    cache.attribute.index = -1;
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
  if (!set_attribute(vm, object, name, value)) return false;
  Type* type = type_of(object);
  if (!type->operations.set_attribute || type->operations.set_attribute == generic_set_attribute)
    remember_instance_attribute(cache, object, name);
  return true;
}

bool delete_attribute(Interpreter& vm, Frame& frame, int32_t argument) {
  Ref object = pop(frame);
  return set_attribute(vm, object, frame.code->names[argument], kNull);
}

}  // namespace gilsim::python
