// The _operator module: the operators as functions.
#include "interpreter/modules/operators/operators.h"

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

namespace operators {

namespace {

template <Binary op>
Ref binary_function(Vm& vm, const Arguments& arguments) { return binary(vm, op, arguments[0], arguments[1]); }

template <Binary op>
Ref in_place_function(Vm& vm, const Arguments& arguments) { return in_place(vm, op, arguments[0], arguments[1]); }

template <CompareOperator op>
Ref compare_function(Vm& vm, const Arguments& arguments) { return compare(vm, arguments[0], arguments[1], op); }

template <Ref (*operation)(Vm&, Value)>
Ref unary_function(Vm& vm, const Arguments& arguments) { return operation(vm, arguments[0]); }

Ref absolute(Vm& vm, Value value) {
  if (auto operation = type_of(value)->operations.absolute) return operation(vm, value);
  return raise(vm, exceptions::TypeError, "bad operand type for abs(): '{}'", type_name(value));
}

Ref truth_or_failure(int answer) { return answer < 0 ? Ref() : Ref(Value::of(answer == 1)); }

Ref truth_function(Vm& vm, const Arguments& arguments) { return truth_or_failure(truth(vm, arguments[0])); }

Ref not_function(Vm& vm, const Arguments& arguments) {
  int answer = truth(vm, arguments[0]);
  return answer < 0 ? Ref() : Ref(Value::of(answer == 0));
}

Ref is_function(Vm&, const Arguments& arguments) { return Value::of(arguments[0] == arguments[1]); }
Ref is_not_function(Vm&, const Arguments& arguments) { return Value::of(arguments[0] != arguments[1]); }

Ref contains_function(Vm& vm, const Arguments& arguments) {
  return truth_or_failure(contains(vm, arguments[0], arguments[1]));
}

Ref get_item_function(Vm& vm, const Arguments& arguments) { return get_item(vm, arguments[0], arguments[1]); }

Ref set_item_function(Vm& vm, const Arguments& arguments) {
  return set_item(vm, arguments[0], arguments[1], arguments[2]) ? Ref(kNone) : Ref();
}

Ref delete_item_function(Vm& vm, const Arguments& arguments) {
  return delete_item(vm, arguments[0], arguments[1]) ? Ref(kNone) : Ref();
}

bool is_sequence(Value value) { return type_of(value)->operations.get_item && !is_dict(value); }

template <bool assigning>
Ref concatenate(Vm& vm, const Arguments& arguments) {
  if (!is_sequence(arguments[0]))
    return raise(vm, exceptions::TypeError, "'{}' object can't be concatenated", type_name(arguments[0]));
  return assigning ? in_place(vm, Binary::Add, arguments[0], arguments[1])
                   : binary(vm, Binary::Add, arguments[0], arguments[1]);
}

Ref count_of(Vm& vm, const Arguments& arguments) {
  int64_t count = 0;
  bool done = for_each(vm, arguments[0], [&](Value item) {
    vm.charge(kComparisonCost);
    int equal = equal_items(vm, item, arguments[1]);
    count += equal > 0;
    return equal >= 0;
  });
  return done ? make_int(count) : Ref();
}

Ref index_of(Vm& vm, const Arguments& arguments) {
  int64_t position = 0;
  int equal = 0;
  for_each(vm, arguments[0], [&](Value item) {
    vm.charge(kComparisonCost);
    equal = equal_items(vm, item, arguments[1]);
    position += equal == 0;
    return equal == 0;
  });
  if (is_pending(vm)) return {};
  return equal ? make_int(position) : raise(vm, exceptions::ValueError, "sequence.index(x): x not in sequence");
}

Ref length_hint_function(Vm& vm, const Arguments& arguments) {
  Ref otherwise = index(vm, arguments.optional(1, Value::small(0)));
  if (!otherwise) return {};
  bool known = type_of(arguments[0])->operations.length ||
               !lookup(type_of(arguments[0]), intern("__length_hint__")).is_null();
  if (!known) return otherwise;
  const int64_t hint = length_hint(vm, arguments[0]);
  return hint < 0 ? Ref() : make_int(hint);
}

Ref call_function(Vm& vm, const Arguments& arguments) { return call(vm, arguments[0], arguments.without_first()); }

// hmac.compare_digest for text: nothing here can be timed from outside, so it is plain equality.
Ref compare_digest(Vm& vm, const Arguments& arguments) { return truth_or_failure(equals(vm, arguments[0], arguments[1])); }

bool populate(Vm&, Module* module) {
  add_getter_types(module);
  return true;
}

using enum CompareOperator;
// clang-format off
constexpr NativeDescription kFunctions[] = {
    {"add", binary_function<Binary::Add>, {2, 2}, "Same as a + b."},
    {"sub", binary_function<Binary::Subtract>, {2, 2}, "Same as a - b."},
    {"mul", binary_function<Binary::Multiply>, {2, 2}, "Same as a * b."},
    {"matmul", binary_function<Binary::MatrixMultiply>, {2, 2}, "Same as a @ b."},
    {"truediv", binary_function<Binary::TrueDivide>, {2, 2}, "Same as a / b."},
    {"floordiv", binary_function<Binary::FloorDivide>, {2, 2}, "Same as a // b."},
    {"mod", binary_function<Binary::Remainder>, {2, 2}, "Same as a % b."},
    {"pow", binary_function<Binary::Power>, {2, 2}, "Same as a ** b."},
    {"lshift", binary_function<Binary::LeftShift>, {2, 2}, "Same as a << b."},
    {"rshift", binary_function<Binary::RightShift>, {2, 2}, "Same as a >> b."},
    {"and_", binary_function<Binary::And>, {2, 2}, "Same as a & b."},
    {"or_", binary_function<Binary::Or>, {2, 2}, "Same as a | b."},
    {"xor", binary_function<Binary::Xor>, {2, 2}, "Same as a ^ b."},
    {"iadd", in_place_function<Binary::Add>, {2, 2}, "Same as a += b."},
    {"isub", in_place_function<Binary::Subtract>, {2, 2}, "Same as a -= b."},
    {"imul", in_place_function<Binary::Multiply>, {2, 2}, "Same as a *= b."},
    {"imatmul", in_place_function<Binary::MatrixMultiply>, {2, 2}, "Same as a @= b."},
    {"itruediv", in_place_function<Binary::TrueDivide>, {2, 2}, "Same as a /= b."},
    {"ifloordiv", in_place_function<Binary::FloorDivide>, {2, 2}, "Same as a //= b."},
    {"imod", in_place_function<Binary::Remainder>, {2, 2}, "Same as a %= b."},
    {"ipow", in_place_function<Binary::Power>, {2, 2}, "Same as a **= b."},
    {"ilshift", in_place_function<Binary::LeftShift>, {2, 2}, "Same as a <<= b."},
    {"irshift", in_place_function<Binary::RightShift>, {2, 2}, "Same as a >>= b."},
    {"iand", in_place_function<Binary::And>, {2, 2}, "Same as a &= b."},
    {"ior", in_place_function<Binary::Or>, {2, 2}, "Same as a |= b."},
    {"ixor", in_place_function<Binary::Xor>, {2, 2}, "Same as a ^= b."},
    {"lt", compare_function<Less>, {2, 2}, "Same as a < b."},
    {"le", compare_function<LessEqual>, {2, 2}, "Same as a <= b."},
    {"eq", compare_function<Equal>, {2, 2}, "Same as a == b."},
    {"ne", compare_function<NotEqual>, {2, 2}, "Same as a != b."},
    {"gt", compare_function<Greater>, {2, 2}, "Same as a > b."},
    {"ge", compare_function<GreaterEqual>, {2, 2}, "Same as a >= b."},
    {"neg", unary_function<negative>, {1, 1}, "Same as -a."},
    {"pos", unary_function<positive>, {1, 1}, "Same as +a."},
    {"inv", unary_function<invert>, {1, 1}, "Same as ~a."},
    {"invert", unary_function<invert>, {1, 1}, "Same as ~a."},
    {"abs", unary_function<absolute>, {1, 1}, "Same as abs(a)."},
    {"index", unary_function<index>, {1, 1}, "Same as a.__index__()"},
    {"truth", truth_function, {1, 1}, "Return True if a is true, False otherwise."},
    {"not_", not_function, {1, 1}, "Same as not a."},
    {"is_", is_function, {2, 2}, "Same as a is b."},
    {"is_not", is_not_function, {2, 2}, "Same as a is not b."},
    {"contains", contains_function, {2, 2}, "Same as b in a (note reversed operands)."},
    {"getitem", get_item_function, {2, 2}, "Same as a[b]."},
    {"setitem", set_item_function, {3, 3}, "Same as a[b] = c."},
    {"delitem", delete_item_function, {2, 2}, "Same as del a[b]."},
    {"concat", concatenate<false>, {2, 2}, "Same as a + b, for a and b sequences."},
    {"iconcat", concatenate<true>, {2, 2}, "Same as a += b, for a and b sequences."},
    {"countOf", count_of, {2, 2}, "Return the number of items in a which are, or which equal, b."},
    {"indexOf", index_of, {2, 2}, "Return the first index of b in a."},
    {"length_hint", length_hint_function, {1, 2}, "Return an estimate of the number of items in obj."},
    {"call", call_function, {1, -1, true}, "Same as obj(*args, **kwargs)."},
    {"_compare_digest", compare_digest, {2, 2}, "Return 'a == b'."},
};
// clang-format on

}  // namespace

}  // namespace operators

const ModuleDefinition& _operator_module() {
  static const ModuleDefinition definition{"_operator", operators::kFunctions, operators::populate,
                                           "Operator interface."};
  return definition;
}

}  // namespace gilsim::python
