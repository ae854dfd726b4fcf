// Operators on operands that the eval loop does not know better.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/operand_stack.h"
#include "interpreter/runtime/slow_paths.h"

namespace gilsim::python {

namespace {

// `text += more` where the target is a local: the local gives its reference up first, so that the string can grow in
// place (as CPython's BINARY_OP_INPLACE_ADD_UNICODE).
void release_target(Frame& frame, Value left) {
  const Unit& next = frame.instruction[1];
  if (next.logical != static_cast<uint8_t>(compiler::Opcode::STORE_FAST)) return;
  Value& local = frame.slots()[next.argument];
  if (local == left) decref(std::exchange(local, kNull));
}

[[gnu::noinline]] bool add_strings(Interpreter& vm, Frame& frame) {
  const Value left = frame.top[-2], right = frame.top[-1];
  frame.top -= 2;
  release_target(frame, left);
  Ref sum = str_append(vm, Ref::take(left), right);
  decref(right);
  return push(frame, std::move(sum));
}

template <Ref (*operation)(Vm&, Value)>
bool unary(Interpreter& vm, Frame& frame) {
  Ref operand = pop(frame);
  return push(frame, operation(vm, operand));
}

[[gnu::noinline]] bool any_operator(Interpreter& vm, Frame& frame, Binary op, bool in_place_form) {
  Ref right = pop(frame);
  Ref left = pop(frame);
  // Only a subclass of str on the right might want to be asked first.
  if (op == Binary::Remainder && is_exact_str(left) && (!is_str(right) || is_exact_str(right)))
    return push(frame, str_percent(vm, left, right));
  return push(frame, in_place_form ? in_place(vm, op, left, right) : binary(vm, op, left, right));
}

}  // namespace

bool binary_operator(Interpreter& vm, Frame& frame, int32_t argument) {
  const bool in_place_form = argument >= kBinaryOperatorCount;
  const auto op = static_cast<Binary>(in_place_form ? argument - kBinaryOperatorCount : argument);
  if (op == Binary::Add && is_exact_str(frame.top[-2]) && is_exact_str(frame.top[-1])) return add_strings(vm, frame);
  return any_operator(vm, frame, op, in_place_form);
}

bool subscript(Interpreter& vm, Frame& frame, int32_t) {
  Ref key = pop(frame);
  Ref container = pop(frame);
  if (container.get().is_object() && container.get().object()->type == &dict_type) {
    Value value;
    const int found = dict_lookup(vm, container.as<Dict>(), key, &value);
    if (found < 0) return false;
    if (!found) return raise(vm, exceptions::KeyError, key.get()), false;
    return push(frame, Ref(value));
  }
  return push(frame, get_item(vm, container, key));
}

bool store_subscript(Interpreter& vm, Frame& frame, int32_t) {
  Ref key = pop(frame);
  Ref container = pop(frame);
  Ref value = pop(frame);
  if (container.get().is_object() && container.get().object()->type == &dict_type)
    return dict_set(vm, container.as<Dict>(), key, value);
  return set_item(vm, container, key, value);
}

bool delete_subscript(Interpreter& vm, Frame& frame, int32_t) {
  Ref key = pop(frame);
  Ref container = pop(frame);
  return delete_item(vm, container, key);
}

bool compare_operator(Interpreter& vm, Frame& frame, int32_t argument) {
  const auto op = static_cast<CompareOperator>(argument);
  Ref right = pop(frame);
  Ref left = pop(frame);
  if (is_exact_str(left) && is_exact_str(right) && (op == CompareOperator::Equal || op == CompareOperator::NotEqual))
    return push(frame, Value::of(str_equal(left.as<Str>(), right.as<Str>()) == (op == CompareOperator::Equal)));
  return push(frame, compare(vm, left, right, op));
}

bool contains_operator(Interpreter& vm, Frame& frame, int32_t argument) {
  const int found = contains(vm, frame.top[-1], frame.top[-2]);
  drop(frame, 2);
  return found >= 0 && push(frame, Value::of((found != 0) != (argument == 1)));
}

bool unary_positive(Interpreter& vm, Frame& frame, int32_t) { return unary<positive>(vm, frame); }
bool unary_negative(Interpreter& vm, Frame& frame, int32_t) { return unary<negative>(vm, frame); }
bool unary_invert(Interpreter& vm, Frame& frame, int32_t) { return unary<invert>(vm, frame); }
bool get_iterator(Interpreter& vm, Frame& frame, int32_t) { return unary<iterate>(vm, frame); }

bool unary_not(Interpreter& vm, Frame& frame, int32_t) {
  Ref operand = pop(frame);
  const int result = truth(vm, operand);
  return result >= 0 && push(frame, Value::of(result == 0));
}

// What the interactive prompt does with an expression statement; compiled only in "single" mode.
bool print_expression(Interpreter& vm, Frame& frame, int32_t) {
  Ref value = pop(frame);
  Ref hook(dict_get_str(vm.sys_module->dictionary, intern("displayhook")));
  return hook && call(vm, hook, {value});
}

}  // namespace gilsim::python
