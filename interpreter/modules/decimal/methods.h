// The methods of Decimal and Context as tables.
#pragma once

#include <span>

#include "interpreter/modules/decimal/decimal.h"
#include "interpreter/objects/function.h"

namespace gilsim::python::decimal {

std::span<const NativeDescription> decimal_methods();
std::span<const NativeDescription> decimal_class_methods();
std::span<const NativeDescription> context_methods();

// Methods that are made beside the types' operators.
Ref decimal_divmod(Vm& vm, const Arguments& arguments);
Ref decimal_reflected_divmod(Vm& vm, const Arguments& arguments);
Ref decimal_power(Vm& vm, const Arguments& arguments);
Ref context_reduce(Vm& vm, const Arguments& arguments);
Ref divide_with_remainder(Vm& vm, ContextObject* context, const Number& left, const Number& right);

// What both types have, of a number alone.
using Predicate = bool (*)(const Number&, const Settings&);
bool is_canonical(const Number&, const Settings&);
bool is_finite(const Number& number, const Settings&);
bool is_infinite(const Number& number, const Settings&);
bool is_nan(const Number& number, const Settings&);
bool is_normal(const Number& number, const Settings& settings);
bool is_qnan(const Number& number, const Settings&);
bool is_signed(const Number& number, const Settings&);
bool is_snan(const Number& number, const Settings&);
bool is_subnormal_in(const Number& number, const Settings& settings);
bool is_zero(const Number& number, const Settings&);
bool same_quantum(const Number& left, const Number& right);
// Copies with another sign, which no context looks at.
Number copy_abs(Number number);
Number copy_negate(Number number);
Number copy_sign(Number number, const Number& other);

}  // namespace gilsim::python::decimal
