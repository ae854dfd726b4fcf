#include "interpreter/objects/boolean.h"

#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type bool_type;

namespace {

Ref repr_bool(Vm&, Value self) { return intern(self.is_true() ? "True" : "False"); }

Ref create_bool(Vm& vm, Type*, const Arguments& arguments) {
  if (arguments.keyword_count()) return raise(vm, exceptions::TypeError, "bool() takes no keyword arguments");
  if (arguments.size() > 1)
    return raise(vm, exceptions::TypeError, "bool expected at most 1 argument, got {}", arguments.size());
  int result = arguments.size() ? truth(vm, arguments[0]) : 0;
  return result < 0 ? Ref() : Ref(Value::of(result == 1));
}

// &, |, ^ of two bools is a bool; with any other int it is an int.
template <class Combine>
Ref combine(Vm& vm, Value left, Value right, Combine bools, Ref (*ints)(Vm&, Value, Value)) {
  if (left.is_bool() && right.is_bool()) return Value::of(bools(left.is_true(), right.is_true()));
  return is_int(left) && is_int(right) ? ints(vm, left, right) : Ref(kNotImplemented);
}
Ref and_bool(Vm& vm, Value left, Value right) {
  return combine(vm, left, right, [](bool a, bool b) { return a && b; }, int_and);
}
Ref or_bool(Vm& vm, Value left, Value right) {
  return combine(vm, left, right, [](bool a, bool b) { return a || b; }, int_or);
}
Ref xor_bool(Vm& vm, Value left, Value right) {
  return combine(vm, left, right, [](bool a, bool b) { return a != b; }, int_xor);
}

}  // namespace

void define_boolean_types() {
  Operations operations{.repr = repr_bool, .create = create_bool};
  operations.binary[static_cast<int>(Binary::And)] = and_bool;
  operations.binary[static_cast<int>(Binary::Or)] = or_bool;
  operations.binary[static_cast<int>(Binary::Xor)] = xor_bool;
  define_type(bool_type, {.name = "bool", .base = &int_type, .basic_size = 0, .flags = kImmutable,
                          .operations = operations, .doc = "True and False."});
}

}  // namespace gilsim::python
