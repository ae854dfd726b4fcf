// == and < of Decimals with all kinds of numbers.
#include "interpreter/modules/decimal/decimal.h"
#include "interpreter/objects/complex.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"

namespace gilsim::python::decimal {

namespace {

bool is_equality(CompareOperator op) { return op == CompareOperator::Equal || op == CompareOperator::NotEqual; }

// What is compared: the two numbers, or the answer already.
struct Comparison {
  Number left, right;
  bool unknown = false;  // NotImplemented
};

bool read_float(Vm& vm, double value, CompareOperator op, Number* number) {
  ContextObject* context = current_context(vm);
  if (!context) return false;
  // Equality only takes note.
  if (is_equality(op)) context->status |= kFloatOperation;
  else if (!note(vm, context, kFloatOperation)) return false;
  *number = number_of_float(value);
  return true;
}

// A fraction n/d is compared as left * d with n.
bool read_rational(Vm& vm, Value other, Comparison* comparison) {
  const Value rational = library_name(vm, "_Rational");
  if (rational.is_null()) return false;
  const int fits = is_instance_of(vm, other, rational);
  if (fits <= 0) return comparison->unknown = true, fits == 0;
  Ref above = get_attribute(vm, other, intern("numerator"));
  Ref below = above ? get_attribute(vm, other, intern("denominator")) : Ref();
  Ref numerator, denominator;
  if (!below || !as_decimal(vm, above, &numerator) || !as_decimal(vm, below, &denominator)) return false;
  Calculation exact{kExact, 0};
  if (comparison->left.is_finite()) comparison->left = multiply(comparison->left, number_of(denominator), exact);
  comparison->right = number_of(numerator);
  return true;
}

bool read_other(Vm& vm, Value other, CompareOperator op, Comparison* comparison) {
  Ref operand;
  if (to_operand(vm, other, &operand)) return comparison->right = number_of(operand), true;
  if (is_float(other)) return read_float(vm, other.as<Float>()->number, op, &comparison->right);
  if (is_complex(other)) {
    const auto number = other.as<Complex>()->number;
    if (!is_equality(op) || number.imag() != 0) {
      comparison->unknown = true;
      return true;
    }
    return read_float(vm, number.real(), op, &comparison->right);
  }
  return read_rational(vm, other, comparison);
}

bool holds(int order, CompareOperator op) {
  switch (op) {
    case CompareOperator::Less: return order < 0;
    case CompareOperator::LessEqual: return order <= 0;
    case CompareOperator::Equal: return order == 0;
    case CompareOperator::NotEqual: return order != 0;
    case CompareOperator::Greater: return order > 0;
    case CompareOperator::GreaterEqual: return order >= 0;
  }
  return false;
}

}  // namespace

Ref compare_decimals(Vm& vm, Value self, Value other, CompareOperator op) {
  Comparison comparison{number_of(self), {}};
  if (!read_other(vm, other, op, &comparison)) return {};
  if (comparison.unknown) return kNotImplemented;
  const bool signals = comparison.left.is_signalling() || comparison.right.is_signalling();
  if (comparison.left.is_nan() || comparison.right.is_nan()) {
    if (signals || !is_equality(op)) {
      ContextObject* context = current_context(vm);
      if (!context || !note(vm, context, kInvalidOperation)) return {};
    }
    return Value::of(op == CompareOperator::NotEqual);
  }
  return Value::of(holds(compare_values(comparison.left, comparison.right), op));
}

}  // namespace gilsim::python::decimal
