// protocols.h: identity, hash, truth and order of any values.
#include "interpreter/objects/comparison.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/identity.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_slots.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

CompareOperator swapped(CompareOperator op) {
  switch (op) {
    case CompareOperator::Less: return CompareOperator::Greater;
    case CompareOperator::LessEqual: return CompareOperator::GreaterEqual;
    case CompareOperator::Greater: return CompareOperator::Less;
    case CompareOperator::GreaterEqual: return CompareOperator::LessEqual;
    default: return op;
  }
}

// Asks the operands' types in Python's order: a subclass on the right first, then left, then right.
Ref ask_types(Vm& vm, Value left, Value right, CompareOperator op) {
  Type *left_type = type_of(left), *right_type = type_of(right);
  auto of_left = left_type->operations.compare, of_right = right_type->operations.compare;
  bool right_first = left_type != right_type && is_subtype(right_type, left_type) && of_right;
  if (right_first) {
    Ref result = of_right(vm, right, left, swapped(op));
    if (result.get() != kNotImplemented) return result;
  }
  if (of_left) {
    Ref result = of_left(vm, left, right, op);
    if (result.get() != kNotImplemented) return result;
  }
  if (of_right && !right_first) return of_right(vm, right, left, swapped(op));
  return kNotImplemented;
}

}  // namespace

Ref compare(Vm& vm, Value left, Value right, CompareOperator op) {
  if (left.is_small() && right.is_small()) return Value::of(holds(left.small(), right.small(), op));
  NativeRecursion guard(vm, " in comparison");
  if (!guard) return {};
  Ref result = ask_types(vm, left, right, op);
  if (result.get() != kNotImplemented) return result;
  if (op == CompareOperator::Equal) return Value::of(left == right);
  if (op == CompareOperator::NotEqual) return Value::of(left != right);
  return raise(vm, exceptions::TypeError, "'{}' not supported between instances of '{}' and '{}'",
               compare_signs[static_cast<int>(op)], type_name(left), type_name(right));
}

int compare_truth(Vm& vm, Value left, Value right, CompareOperator op) {
  if (left.is_small() && right.is_small()) return holds(left.small(), right.small(), op);
  Ref result = compare(vm, left, right, op);
  return result ? truth(vm, result) : -1;
}

int equals(Vm& vm, Value left, Value right) {
  if (left == right) return 1;
  return compare_truth(vm, left, right, CompareOperator::Equal);
}

bool hash(Vm& vm, Value value, Hash* result) {
  if (value.is_small()) return *result = int_hash(value), true;
  if (auto operation = type_of(value)->operations.hash) return operation(vm, value, result);
  raise(vm, exceptions::TypeError, "unhashable type: '{}'", type_name(value));
  return false;
}

int truth(Vm& vm, Value value) {
  if (value.is_bool()) return value.is_true();
  if (value.is_small()) return value.small() != 0;
  if (value.is_none()) return 0;
  const Operations& operations = type_of(value)->operations;
  if (operations.truth) return operations.truth(vm, value);
  if (!operations.length) return 1;
  int64_t length = operations.length(vm, value);
  return length < 0 ? -1 : length > 0;
}

Ref identity(Vm&, Value value) { return make_int(identity_number(value)); }

}  // namespace gilsim::python
