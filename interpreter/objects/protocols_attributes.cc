// protocols.h: attributes, calls and classes of any values.
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/union.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

// --- attributes ----------------------------------------------------------------------------------------------------

Ref get_attribute(Vm& vm, Value object, Str* name) {
  auto operation = type_of(object)->operations.get_attribute;
  Ref value = operation ? operation(vm, object, name) : generic_get_attribute(vm, object, name);
  if (!value) [[unlikely]] complete_attribute_error(vm, object, name);
  return value;
}

Ref get_attribute_or_null(Vm& vm, Value object, Str* name, bool* failed) {
  auto operation = type_of(object)->operations.get_attribute;
  Ref value = operation ? operation(vm, object, name) : find_generic_attribute(vm, object, name);
  *failed = !value && is_pending(vm);
  if (!*failed || !pending_matches(vm, exceptions::AttributeError)) return value;
  clear_pending(vm);
  *failed = false;
  return {};
}

bool set_attribute(Vm& vm, Value object, Str* name, Value value) {
  auto operation = type_of(object)->operations.set_attribute;
  return operation ? operation(vm, object, name, value) : generic_set_attribute(vm, object, name, value);
}

// --- calls ---------------------------------------------------------------------------------------------------------

Ref call(Vm& vm, Value callable, const Arguments& arguments) {
  auto operation = type_of(callable)->operations.call;
  if (!operation) return raise(vm, exceptions::TypeError, "'{}' object is not callable", type_name(callable));
  return operation(vm, callable, arguments);
}

Ref call(Vm& vm, Value callable, std::initializer_list<Value> arguments) {
  return call(vm, callable, Arguments{arguments.begin(), arguments.size()});
}

Ref call_method(Vm& vm, Value object, Str* name, std::initializer_list<Value> arguments) {
  bool takes_self;
  Ref method = get_method(vm, object, name, &takes_self);
  if (!method) return {};
  Arguments given{arguments.begin(), arguments.size()};
  return takes_self ? call_with_first(vm, method, object, given) : call(vm, method, given);
}

bool is_callable(Value value) { return type_of(value)->operations.call; }

// --- classes -------------------------------------------------------------------------------------------------------

namespace {

bool is_type(Value value) { return value.is_object() && has_flag(value.object()->type, kTypeSubclass); }

using ClassTest = int (*)(Vm&, Value, Value);

// A tuple or a union asks for any of its members. -2: `classinfo` is neither.
int test_members(Vm& vm, Value value, Value classinfo, ClassTest test) {
  Ref members = is_tuple(classinfo) ? Ref(classinfo) : is_union(classinfo) ? Ref(union_members(classinfo)) : Ref();
  if (!members) return -2;
  NativeRecursion guard(vm, " in __instancecheck__");
  if (!guard) return -1;
  for (int64_t i = 0; i < members.as<Tuple>()->size; ++i)
    if (int result = test(vm, value, members.as<Tuple>()->items[i]); result != 0) return result;
  return 0;
}

int call_check(Vm& vm, Value value, Value classinfo, Str* name) {
  SpecialMethod method = find_special(vm, classinfo, name);
  if (method.failed) return -1;
  if (!method) return -2;
  Ref result = call_special(vm, method, classinfo, {value});
  return result ? truth(vm, result) : -1;
}

}  // namespace

int plain_is_instance(Vm& vm, Value value, Value classinfo) {
  if (!is_type(classinfo)) {
    raise(vm, exceptions::TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union");
    return -1;
  }
  if (is_instance(value, classinfo.as<Type>())) return 1;
  // An object may pretend to be of another class.
  bool failed = false;
  Ref pretended = get_attribute_or_null(vm, value, names.class_, &failed);
  if (failed) return -1;
  return pretended && is_type(pretended) && is_subtype(pretended.as<Type>(), classinfo.as<Type>());
}

int plain_is_subclass(Vm& vm, Value derived, Value classinfo) {
  if (!is_type(derived)) raise(vm, exceptions::TypeError, "issubclass() arg 1 must be a class");
  else if (!is_type(classinfo)) raise(vm, exceptions::TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
  else return is_subtype(derived.as<Type>(), classinfo.as<Type>());
  return -1;
}

int is_instance_of(Vm& vm, Value value, Value classinfo) {
  if (classinfo == Value::of(type_of(value))) return 1;
  if (type_of(classinfo) == &type_type) return plain_is_instance(vm, value, classinfo);
  int result = test_members(vm, value, classinfo, is_instance_of);
  if (result != -2) return result;
  result = call_check(vm, value, classinfo, names.instancecheck);
  return result != -2 ? result : plain_is_instance(vm, value, classinfo);
}

int is_subclass_of(Vm& vm, Value derived, Value classinfo) {
  if (type_of(classinfo) == &type_type) return derived == classinfo ? 1 : plain_is_subclass(vm, derived, classinfo);
  int result = test_members(vm, derived, classinfo, is_subclass_of);
  if (result != -2) return result;
  result = call_check(vm, derived, classinfo, names.subclasscheck);
  return result != -2 ? result : plain_is_subclass(vm, derived, classinfo);
}

}  // namespace gilsim::python
