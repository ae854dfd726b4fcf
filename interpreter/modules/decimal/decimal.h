// The decimal module's objects: Decimal, immutable, and Context, which holds the rules and what has happened under them.
#pragma once

#include "interpreter/modules/decimal/arithmetic.h"
#include "interpreter/objects/arguments.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python::decimal {

struct DecimalObject : Object {
  Number number;
};

struct ContextObject : Object {
  Settings settings;
  bool capitals;
  uint32_t traps;   // conditions that raise
  uint32_t status;  // conditions that have occurred
};

extern Type decimal_type, context_type;

inline bool is_decimal(Value value) { return value.is_object() && is_subtype(value.object()->type, &decimal_type); }
inline bool is_decimal_context(Value value) { return value.is_object() && is_subtype(value.object()->type, &context_type); }
inline const Number& number_of(Value decimal) { return decimal.as<DecimalObject>()->number; }
Ref make_decimal(Number number, Type* type = &decimal_type);

// The current thread's context. Borrowed; null: an exception is pending.
ContextObject* current_context(Vm& vm);
// A module's own contexts are not changed by those who make them the current one: a copy is. False: an exception is pending.
bool set_current_context(Vm& vm, Value context);
// An optional argument: the current one when it is left out or None.
ContextObject* context_of(Vm& vm, Value given);
Ref new_context(const ContextObject& from);

// Notes what an operation did in a context; false, with the signal's exception pending, when one of it is trapped.
bool note(Vm& vm, ContextObject* context, uint32_t status);
// The result of an operation: notes, and makes a Decimal.
Ref conclude(Vm& vm, ContextObject* context, const Calculation& calculation, Number result);
// The operations' virtual time, by the digits they look at.
void charge(Vm& vm, int64_t nanoseconds, const Number& operand);

// An operand as a Decimal: 1 yes, 0 no, -1 an exception is pending.
int to_operand(Vm& vm, Value value, Ref* decimal);
// The same for arguments: false with TypeError pending ("conversion from str to Decimal is not supported").
bool as_decimal(Vm& vm, Value value, Ref* decimal);
// What Decimal(value) takes, exactly; with the context's precision and capitals for Context.create_decimal.
Ref decimal_from(Vm& vm, Type* type, Value value, ContextObject* context, bool rounded);
bool read_int_or_float(Vm& vm, Value value, Number* number);  // false: TypeError pending
Number number_of_float(double number);
Ref decimal_tuple(Vm& vm, const Number& number);
// A name that decimal.py defines, borrowed; null with an exception pending.
Value library_name(Vm& vm, const char* name);

Ref to_int(Vm& vm, const Number& number, Rounding rounding);
Ref to_ratio(Vm& vm, const Number& number);
bool hash_number(Vm& vm, Value self, Hash* result);
Ref compare_decimals(Vm& vm, Value self, Value other, CompareOperator op);
Ref format_decimal(Vm& vm, const Number& number, Value spec, ContextObject* context);
std::string number_class(const Number& number, const Settings& settings);
// "ROUND_UP" and so on; false with TypeError pending.
bool read_rounding(Vm& vm, Value value, Rounding* rounding);
const char* rounding_text(Rounding rounding);

void define_decimal_type();
void define_context_type();

}  // namespace gilsim::python::decimal
