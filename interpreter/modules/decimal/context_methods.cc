// The methods of Context that are operations on numbers: the context is the one they are called on.
#include "interpreter/modules/decimal/methods.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"

namespace gilsim::python::decimal {

namespace {

using UnaryOperation = Number (*)(const Number&, Calculation&);
using BinaryOperation = Number (*)(const Number&, const Number&, Calculation&);

ContextObject* self_of(const Arguments& arguments) { return arguments[0].as<ContextObject>(); }

template <UnaryOperation operation>
Ref unary(Vm& vm, const Arguments& arguments) {
  Ref operand;
  if (!as_decimal(vm, arguments[1], &operand)) return {};
  ContextObject* context = self_of(arguments);
  Calculation calculation{context->settings, 0};
  charge(vm, 10, number_of(operand));
  Number result = operation(number_of(operand), calculation);
  return conclude(vm, context, calculation, std::move(result));
}

bool bind_two(Vm& vm, const Arguments& arguments, Ref* left, Ref* right) {
  static constexpr const char* kNames[] = {"a", "b"};
  Value out[2];
  return bind(vm, arguments.without_first(), {.function = "function", .names = kNames, .count = 2, .required = 2}, out) &&
         as_decimal(vm, out[0], left) && as_decimal(vm, out[1], right);
}

template <BinaryOperation operation>
Ref binary(Vm& vm, const Arguments& arguments) {
  Ref left, right;
  if (!bind_two(vm, arguments, &left, &right)) return {};
  ContextObject* context = self_of(arguments);
  Calculation calculation{context->settings, 0};
  charge(vm, 10, number_of(left));
  Number result = operation(number_of(left), number_of(right), calculation);
  return conclude(vm, context, calculation, std::move(result));
}

Ref divmod_method(Vm& vm, const Arguments& arguments) {
  Ref left, right;
  if (!bind_two(vm, arguments, &left, &right)) return {};
  return divide_with_remainder(vm, self_of(arguments), number_of(left), number_of(right));
}

Ref fma_method(Vm& vm, const Arguments& arguments) {
  Ref left, right, third;
  if (!as_decimal(vm, arguments[1], &left) || !as_decimal(vm, arguments[2], &right) || !as_decimal(vm, arguments[3], &third)) return {};
  ContextObject* context = self_of(arguments);
  Calculation calculation{context->settings, 0};
  Number result = fma(number_of(left), number_of(right), number_of(third), calculation);
  return conclude(vm, context, calculation, std::move(result));
}

Ref power_method(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"a", "b", "modulo"};
  Value out[3];
  Ref base, exponent, modulus;
  if (!bind(vm, arguments.without_first(), {.function = "function", .names = kNames, .count = 3, .required = 2}, out) ||
      !as_decimal(vm, out[0], &base) || !as_decimal(vm, out[1], &exponent))
    return {};
  const bool plain = out[2].is_null() || out[2].is_none();
  if (!plain && !as_decimal(vm, out[2], &modulus)) return {};
  ContextObject* context = self_of(arguments);
  Calculation calculation{context->settings, 0};
  Number result = plain ? power(number_of(base), number_of(exponent), calculation)
                        : power_modulo(number_of(base), number_of(exponent), number_of(modulus), calculation);
  return conclude(vm, context, calculation, std::move(result));
}

template <Predicate predicate>
Ref test(Vm& vm, const Arguments& arguments) {
  Ref operand;
  if (!as_decimal(vm, arguments[1], &operand)) return {};
  return Value::of(predicate(number_of(operand), self_of(arguments)->settings));
}

Ref same_quantum_method(Vm& vm, const Arguments& arguments) {
  Ref left, right;
  return bind_two(vm, arguments, &left, &right) ? Ref(Value::of(same_quantum(number_of(left), number_of(right)))) : Ref();
}
Ref copy_sign_method(Vm& vm, const Arguments& arguments) {
  Ref left, right;
  return bind_two(vm, arguments, &left, &right) ? make_decimal(copy_sign(number_of(left), number_of(right))) : Ref();
}
template <Number (*copy)(Number)>
Ref copy_method(Vm& vm, const Arguments& arguments) {
  Ref operand;
  return as_decimal(vm, arguments[1], &operand) ? make_decimal(copy(number_of(operand))) : Ref();
}
Number unchanged(Number number) { return number; }

Ref canonical(Vm& vm, const Arguments& arguments) {
  if (!is_decimal(arguments[1])) return raise(vm, exceptions::TypeError, "argument must be a Decimal");
  return arguments[1];
}
Ref number_class_method(Vm& vm, const Arguments& arguments) {
  Ref operand;
  return as_decimal(vm, arguments[1], &operand) ? make_str(number_class(number_of(operand), self_of(arguments)->settings)) : Ref();
}
template <bool engineering>
Ref to_string(Vm& vm, const Arguments& arguments) {
  Ref operand;
  return as_decimal(vm, arguments[1], &operand) ? make_str(to_text(number_of(operand), engineering, self_of(arguments)->capitals)) : Ref();
}

Ref radix(Vm&, const Arguments&) { return make_decimal(finite(false, 10, 0)); }
Ref etiny(Vm&, const Arguments& arguments) { return make_int(self_of(arguments)->settings.etiny()); }
Ref etop(Vm&, const Arguments& arguments) { return make_int(self_of(arguments)->settings.etop()); }

Ref create_decimal(Vm& vm, const Arguments& arguments) {
  if (arguments.size() == 1) return make_decimal(Number());
  return decimal_from(vm, &decimal_type, arguments[1], self_of(arguments), true);
}
Ref create_decimal_from_float(Vm& vm, const Arguments& arguments) {
  Number number;
  if (!read_int_or_float(vm, arguments[1], &number)) return {};
  Calculation calculation{self_of(arguments)->settings, 0};
  number = finish(std::move(number), calculation);
  return conclude(vm, self_of(arguments), calculation, std::move(number));
}

Ref clear_flags(Vm&, const Arguments& arguments) {
  self_of(arguments)->status = 0;
  return kNone;
}
Ref clear_traps(Vm&, const Arguments& arguments) {
  self_of(arguments)->traps = 0;
  return kNone;
}
Ref copy(Vm&, const Arguments& arguments) {
  Ref result = new_context(*self_of(arguments));
  result.as<ContextObject>()->status = self_of(arguments)->status;
  return result;
}

constexpr NativeDescription kMethods[] = {
    {"Etiny", etiny, {0, 0}},
    {"Etop", etop, {0, 0}},
    {"abs", unary<absolute>, {1, 1}},
    {"add", binary<add>, kAny},
    {"canonical", canonical, {1, 1}},
    {"clear_flags", clear_flags, {0, 0}},
    {"clear_traps", clear_traps, {0, 0}},
    {"compare", binary<compare>, kAny},
    {"compare_signal", binary<compare_signal>, kAny},
    {"compare_total", binary<compare_total>, kAny},
    {"compare_total_mag", binary<compare_total_mag>, kAny},
    {"copy", copy, {0, 0}},
    {"__copy__", copy, {0, 0}},
    {"copy_abs", copy_method<copy_abs>, {1, 1}},
    {"copy_decimal", copy_method<unchanged>, {1, 1}},
    {"copy_negate", copy_method<copy_negate>, {1, 1}},
    {"copy_sign", copy_sign_method, kAny},
    {"create_decimal", create_decimal, {0, 1}},
    {"create_decimal_from_float", create_decimal_from_float, {1, 1}},
    {"divide", binary<divide>, kAny},
    {"divide_int", binary<divide_int>, kAny},
    {"divmod", divmod_method, kAny},
    {"exp", unary<exponential>, {1, 1}},
    {"fma", fma_method, {3, 3}},
    {"is_canonical", test<is_canonical>, {1, 1}},
    {"is_finite", test<is_finite>, {1, 1}},
    {"is_infinite", test<is_infinite>, {1, 1}},
    {"is_nan", test<is_nan>, {1, 1}},
    {"is_normal", test<is_normal>, {1, 1}},
    {"is_qnan", test<is_qnan>, {1, 1}},
    {"is_signed", test<is_signed>, {1, 1}},
    {"is_snan", test<is_snan>, {1, 1}},
    {"is_subnormal", test<is_subnormal_in>, {1, 1}},
    {"is_zero", test<is_zero>, {1, 1}},
    {"ln", unary<ln>, {1, 1}},
    {"log10", unary<log10>, {1, 1}},
    {"logb", unary<logb>, {1, 1}},
    {"logical_and", binary<logical_and>, kAny},
    {"logical_invert", unary<logical_invert>, {1, 1}},
    {"logical_or", binary<logical_or>, kAny},
    {"logical_xor", binary<logical_xor>, kAny},
    {"max", binary<maximum>, kAny},
    {"max_mag", binary<max_mag>, kAny},
    {"min", binary<minimum>, kAny},
    {"min_mag", binary<min_mag>, kAny},
    {"minus", unary<minus>, {1, 1}},
    {"multiply", binary<multiply>, kAny},
    {"next_minus", unary<next_minus>, {1, 1}},
    {"next_plus", unary<next_plus>, {1, 1}},
    {"next_toward", binary<next_toward>, kAny},
    {"normalize", unary<normalize>, {1, 1}},
    {"number_class", number_class_method, {1, 1}},
    {"plus", unary<plus>, {1, 1}},
    {"power", power_method, kAny},
    {"quantize", binary<quantize>, kAny},
    {"radix", radix, {0, 0}},
    {"remainder", binary<remainder>, kAny},
    {"remainder_near", binary<remainder_near>, kAny},
    {"rotate", binary<rotate>, kAny},
    {"same_quantum", same_quantum_method, kAny},
    {"scaleb", binary<scaleb>, kAny},
    {"shift", binary<shift>, kAny},
    {"sqrt", unary<square_root>, {1, 1}},
    {"subtract", binary<subtract>, kAny},
    {"to_eng_string", to_string<true>, {1, 1}},
    {"to_integral", unary<to_integral_value>, {1, 1}},
    {"to_integral_exact", unary<to_integral_exact>, {1, 1}},
    {"to_integral_value", unary<to_integral_value>, {1, 1}},
    {"to_sci_string", to_string<false>, {1, 1}},
    {"__reduce__", context_reduce, {0, 0}},
};

}  // namespace

std::span<const NativeDescription> context_methods() { return kMethods; }

}  // namespace gilsim::python::decimal
