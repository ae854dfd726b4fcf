// protocols.h: length, items and membership.
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python {

namespace {

bool refuse(Vm& vm, Value container, const char* what) {
  raise(vm, exceptions::TypeError, "'{}' object {}", type_name(container), what);
  return false;
}

// `list[int]`: a class's own __class_getitem__.
Ref get_item_of_class(Vm& vm, Value type, Value key) {
  if (type == Value::of(&type_type)) return make_generic_alias(vm, type, key);
  bool failed = false;
  Ref method = get_attribute_or_null(vm, type, names.class_getitem, &failed);
  if (method) return call(vm, method, {key});
  if (failed) return {};
  return raise(vm, exceptions::TypeError, "type '{}' is not subscriptable", display_name(type.as<Type>()));
}

// Whether CPython's type has sequence methods, be it len() alone.
bool is_sequence(const Type* type) { return has_flag(type, kHeapType) || type->operations.length; }

// A sequence reads a position before it says that nothing can be stored there.
bool is_readable_position(Vm& vm, Value container, Value key) {
  int64_t position;
  return !is_sequence(type_of(container)) || !type_of(key)->operations.index || as_index(vm, key, &position);
}

}  // namespace

int64_t length(Vm& vm, Value value) {
  if (auto operation = type_of(value)->operations.length) return operation(vm, value);
  raise(vm, exceptions::TypeError, "object of type '{}' has no len()", type_name(value));
  return -1;
}

Ref get_item(Vm& vm, Value container, Value key) {
  if (auto operation = type_of(container)->operations.get_item) return operation(vm, container, key);
  if (has_flag(type_of(container), kTypeSubclass)) return get_item_of_class(vm, container, key);
  refuse(vm, container, "is not subscriptable");
  return {};
}

bool set_item(Vm& vm, Value container, Value key, Value value) {
  if (auto operation = type_of(container)->operations.set_item) return operation(vm, container, key, value);
  return is_readable_position(vm, container, key) && refuse(vm, container, "does not support item assignment");
}

bool delete_item(Vm& vm, Value container, Value key) {
  Type* type = type_of(container);
  if (type->operations.set_item) return type->operations.set_item(vm, container, key, kNull);
  bool is_index = type_of(key)->operations.index;
  if (!is_readable_position(vm, container, key)) return false;
  return refuse(vm, container, is_index && is_sequence(type) ? "doesn't support item deletion" : "does not support item deletion");
}

int contains(Vm& vm, Value container, Value item) {
  const Operations& operations = type_of(container)->operations;
  if (operations.contains) return operations.contains(vm, container, item);
  if (!operations.iterate && !operations.get_item) {
    raise(vm, exceptions::TypeError, "argument of type '{}' is not iterable", type_name(container));
    return -1;
  }
  int found = 0;
  bool completed = for_each(vm, container, [&](Value each) {
    found = equals(vm, each, item);
    return found == 0;
  });
  return found != 0 ? found : completed ? 0 : -1;
}

}  // namespace gilsim::python
