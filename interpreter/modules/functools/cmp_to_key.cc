// functools.cmp_to_key: keys that are compared by a function of two arguments.
#include "interpreter/modules/functools/functools.h"
#include "interpreter/objects/members.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python::functools {

namespace {

struct KeyWrapper : Object {
  Value function;
  Value item;  // null: this is what cmp_to_key gives, which makes the keys
  auto references() { return std::tie(function, item); }
};
Type key_wrapper_type;

KeyWrapper* self_of(Value self) { return self.as<KeyWrapper>(); }

Ref make_wrapper(Value function, Value item) {
  auto* self = new_with_members<KeyWrapper>(&key_wrapper_type);
  incref(self->function = function);
  incref(self->item = item);
  return Ref::take(self);
}

Ref call_wrapper(Vm& vm, Value self, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"obj"};
  Value item;
  if (!bind(vm, arguments, {"K", kNames, 1, 0, 1}, &item)) return {};
  return make_wrapper(self_of(self)->function, item);
}

Ref compare_keys(Vm& vm, Value left, Value right, CompareOperator op) {
  if (type_of(right) != &key_wrapper_type || type_of(left) != &key_wrapper_type)
    return raise(vm, exceptions::TypeError, "other argument must be K instance");
  KeyWrapper *one = self_of(left), *other = self_of(right);
  if (one->item.is_null() || other->item.is_null()) return raise(vm, exceptions::AttributeError, "object");
  Value items[] = {one->item, other->item};
  Ref order = call(vm, one->function, Arguments{items, 2, nullptr});
  return order ? compare(vm, order, Value::small(0), op) : Ref();
}

Ref get_item_of(Vm& vm, Value self) {
  Value item = self_of(self)->item;
  return item.is_null() ? raise(vm, exceptions::AttributeError, "object") : Ref(item);
}

bool set_item_of(Vm&, Value self, Value item) {
  replace(self_of(self)->item, item);
  return true;
}

constexpr GetterDescription kGetters[] = {{"obj", get_item_of, set_item_of}};

}  // namespace

Ref cmp_to_key(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"mycmp"};
  Value function;
  if (!bind(vm, arguments, {"cmp_to_key", kNames, 1, 0, 1}, &function)) return {};
  return make_wrapper(function, kNull);
}

void define_key_wrapper_type() {
  Operations operations;
  operations.destroy = destroy_members<KeyWrapper>;
  operations.traverse = traverse_members<KeyWrapper>;
  operations.call = call_wrapper;
  operations.compare = compare_keys;
  define_type(key_wrapper_type, {.name = "functools.KeyWrapper",
                                 .base = nullptr,
                                 .basic_size = sizeof(KeyWrapper),
                                 .flags = kTracked | kUnhashable,
                                 .operations = operations,
                                 .getters = kGetters});
}

}  // namespace gilsim::python::functools
