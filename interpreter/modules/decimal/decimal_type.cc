// The type Decimal: how it is made and shown, and its operators.
#include "interpreter/modules/decimal/decimal.h"
#include "interpreter/modules/decimal/methods.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python::decimal {

Type decimal_type;

namespace {

void destroy_decimal(Object* object) {
  static_cast<DecimalObject*>(object)->number.~Number();
  free_object(object, sizeof(DecimalObject));
}

Ref create_decimal(Vm& vm, Type* type, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"value", "context"};
  Value out[2];
  if (!bind(vm, arguments, {.function = "Decimal", .names = kNames, .count = 2}, out)) return {};
  ContextObject* context = context_of(vm, out[1]);
  if (!context) return {};
  return out[0].is_null() ? make_decimal(Number(), type) : decimal_from(vm, type, out[0], context, false);
}

Ref text_of(Vm& vm, Value self) {
  ContextObject* context = current_context(vm);
  if (!context) return {};
  charge(vm, 30, number_of(self));
  return make_ascii_str(to_text(number_of(self), false, context->capitals));
}
Ref repr_decimal(Vm& vm, Value self) {
  Ref text = text_of(vm, self);
  return text ? make_ascii_str("Decimal('" + to_utf8(text) + "')") : Ref();
}

// One operator: ints are taken as Decimals, other kinds of numbers are refused.
template <Number (*operation)(const Number&, const Number&, Calculation&), int cost>
Ref binary_operator(Vm& vm, Value left, Value right) {
  Ref first, second;
  if (!to_operand(vm, left, &first) || !to_operand(vm, right, &second)) return kNotImplemented;
  ContextObject* context = current_context(vm);
  if (!context) return {};
  charge(vm, cost, number_of(first));
  Calculation calculation{context->settings, 0};
  Number result = operation(number_of(first), number_of(second), calculation);
  return conclude(vm, context, calculation, std::move(result));
}

template <Number (*operation)(const Number&, Calculation&)>
Ref unary_operator(Vm& vm, Value self) {
  ContextObject* context = current_context(vm);
  if (!context) return {};
  charge(vm, 5, number_of(self));
  Calculation calculation{context->settings, 0};
  Number result = operation(number_of(self), calculation);
  return conclude(vm, context, calculation, std::move(result));
}

Ref divmod_of(Vm& vm, Value left, Value right) {
  Ref first, second;
  if (!to_operand(vm, left, &first) || !to_operand(vm, right, &second)) return kNotImplemented;
  ContextObject* context = current_context(vm);
  return context ? divide_with_remainder(vm, context, number_of(first), number_of(second)) : Ref();
}
int truth_of(Vm&, Value self) { return !number_of(self).is_zero(); }

Ref as_int(Vm& vm, Value self) { return to_int(vm, number_of(self), Rounding::Down); }
Ref as_float(Vm& vm, Value self) {
  const Number& number = number_of(self);
  if (number.is_signalling()) return raise(vm, exceptions::ValueError, "cannot convert signaling NaN to float");
  double result = 0;
  charge(vm, 240, number);
  if (number.is_nan()) return make_float(number.negative ? -__builtin_nan("") : __builtin_nan(""));
  parse_float(to_text(number, false, true), &result);
  return make_float(result);
}

Ref real(Vm&, Value self) { return self; }
Ref imag(Vm&, Value) { return make_decimal(Number()); }

constexpr GetterDescription kGetters[] = {{"real", real}, {"imag", imag}};

}  // namespace

Ref decimal_divmod(Vm& vm, const Arguments& arguments) { return divmod_of(vm, arguments[0], arguments[1]); }
Ref decimal_reflected_divmod(Vm& vm, const Arguments& arguments) { return divmod_of(vm, arguments[1], arguments[0]); }

Ref decimal_power(Vm& vm, const Arguments& arguments) {
  const Value modulus = arguments.optional(2, kNone);
  if (modulus.is_none()) return binary_operator<power, 170>(vm, arguments[0], arguments[1]);
  Ref exponent, third;
  if (!to_operand(vm, arguments[1], &exponent) || !to_operand(vm, modulus, &third)) return kNotImplemented;
  ContextObject* context = current_context(vm);
  if (!context) return {};
  Calculation calculation{context->settings, 0};
  Number result = power_modulo(number_of(arguments[0]), number_of(exponent), number_of(third), calculation);
  return conclude(vm, context, calculation, std::move(result));
}

Ref make_decimal(Number number, Type* type) {
  auto* object = allocate_object<DecimalObject>(type);
  new (&object->number) Number(std::move(number));
  return Ref::take(object);
}

Ref divide_with_remainder(Vm& vm, ContextObject* context, const Number& left, const Number& right) {
  Calculation calculation{context->settings, 0};
  Number quotient, rest;
  charge(vm, 40, left);
  divide_with_remainder(left, right, calculation, &quotient, &rest);
  if (!note(vm, context, calculation.status)) return {};
  return make_tuple({make_decimal(std::move(quotient)), make_decimal(std::move(rest))});
}

void define_decimal_type() {
  Operations operations{.destroy = destroy_decimal,
                        .repr = repr_decimal,
                        .str = text_of,
                        .hash = hash_number,
                        .compare = compare_decimals,
                        .truth = truth_of,
                        .create = create_decimal,
                        .negative = unary_operator<minus>,
                        .positive = unary_operator<plus>,
                        .absolute = unary_operator<absolute>,
                        .to_int = as_int,
                        .to_float = as_float};
  const auto set = [&](Binary op, BinaryFunction function) { operations.binary[static_cast<int>(op)] = function; };
  set(Binary::Add, binary_operator<add, 5>);
  set(Binary::Subtract, binary_operator<subtract, 5>);
  set(Binary::Multiply, binary_operator<multiply, 5>);
  set(Binary::TrueDivide, binary_operator<divide, 25>);
  set(Binary::FloorDivide, binary_operator<divide_int, 20>);
  set(Binary::Remainder, binary_operator<remainder, 20>);
  set(Binary::Power, binary_operator<power, 170>);
  define_type(decimal_type, {.name = "decimal.Decimal",
                             .base = nullptr,
                             .basic_size = sizeof(DecimalObject),
                             .flags = kSubclassable | kImmutable,
                             .operations = operations,
                             .methods = decimal_methods(),
                             .class_methods = decimal_class_methods(),
                             .getters = kGetters,
                             .doc = "Decimal floating point numbers, exact in their digits."});
}

}  // namespace gilsim::python::decimal
