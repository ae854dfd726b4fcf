// What a context makes of the conditions of an operation, and which context is the current one.
#include "interpreter/modules/contextvars/context.h"
#include "interpreter/modules/decimal/decimal.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/runtime/imports.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python::decimal {

namespace {

struct Named {
  const char* name;
  uint32_t condition;
  const char* signal;
};
constexpr Named kConditions[] = {
#define CONDITION(name, bit, signal) {#name, k##name, #signal},
#include "interpreter/modules/decimal/signals.def"
#undef CONDITION
};
constexpr uint32_t kSignals = (1u << 9) - 1;  // the conditions that are signals of the same name

bool append_class(Vm& vm, List* list, const char* name) {
  const Value found = library_name(vm, name);
  return !found.is_null() && (list_append(list, found), true);
}

// The exception is that of the first signal, its argument a list of all conditions: those of InvalidOperation first.
bool raise_signals(Vm& vm, uint32_t conditions) {
  Ref list = Ref::take(new_list());
  Value type;
  for (const Named& each : kConditions)
    if ((conditions & each.condition & kInvalid) && !append_class(vm, list.as<List>(), each.name)) return false;
  for (const Named& each : kConditions) {
    const bool applies = conditions & each.condition;
    if (applies && (each.condition & kSignals & ~kInvalid) && !append_class(vm, list.as<List>(), each.name)) return false;
    if (applies && type.is_null() && (type = library_name(vm, each.signal)).is_null()) return false;
  }
  if (conditions & kInvalid) type = library_name(vm, "InvalidOperation");
  if (type.is_null()) return false;
  Ref exception = call(vm, type, {list.get()});
  if (exception) (void)raise_exception(vm, exception);
  return false;
}

// The variable of Python's contexts that holds the current one, as in CPython: threads and tasks have each their own.
Value context_variable;  // owned
const AtReset forget_variable([] { context_variable = kNull; });

Value variable(Vm& vm) {
  if (!context_variable.is_null()) return context_variable;
  Ref module = import_module(interpreter(vm), "contextvars");
  if (!module) return kNull;
  const Value type = dict_get_str(module.as<Module>()->dictionary, intern("ContextVar"));
  return context_variable = call(vm, type, {make_str("decimal_context")}).release();
}

bool set_current(Vm& vm, Value context) {
  const Value place = variable(vm);
  return !place.is_null() && set_in_context(vm, python::current_context(interpreter(vm)), place, context);
}

}  // namespace

Value library_name(Vm& vm, const char* name) {
  Ref module = import_module(interpreter(vm), "decimal");
  return module ? dict_get_str(module.as<Module>()->dictionary, intern(name)) : kNull;
}

bool note(Vm& vm, ContextObject* context, uint32_t status) {
  if (status == 0) return true;
  if (status & kTooLarge) return fail(vm, exceptions::MemoryError);
  context->status |= status;
  const uint32_t trapped = status & context->traps;
  return !trapped || raise_signals(vm, trapped);
}

Ref conclude(Vm& vm, ContextObject* context, const Calculation& calculation, Number result) {
  vm.charge(calculation.work_ns);
  return note(vm, context, calculation.status) ? make_decimal(std::move(result)) : Ref();
}

void charge(Vm& vm, int64_t nanoseconds, const Number& operand) {
  const auto bits = operand.coefficient.is_zero() ? 0 : static_cast<int64_t>(msb(operand.coefficient));
  vm.charge(nanoseconds + bits / 16);
}

ContextObject* current_context(Vm& vm) {
  const Value place = variable(vm);
  Value known;
  const int found = place.is_null() ? -1 : find_in_context(vm, python::current_context(interpreter(vm)), place, &known);
  if (found) return found < 0 ? nullptr : known.as<ContextObject>();
  const Value pattern = library_name(vm, "DefaultContext");
  if (pattern.is_null()) return nullptr;
  Ref fresh = new_context(*pattern.as<ContextObject>());
  return set_current(vm, fresh) ? fresh.as<ContextObject>() : nullptr;
}

bool set_current_context(Vm& vm, Value context) {
  for (const char* name : {"DefaultContext", "BasicContext", "ExtendedContext"})
    if (library_name(vm, name) == context) return set_current(vm, new_context(*context.as<ContextObject>()));
  return set_current(vm, context);
}

ContextObject* context_of(Vm& vm, Value given) {
  if (given.is_null() || given.is_none()) return current_context(vm);
  if (is_decimal_context(given)) return given.as<ContextObject>();
  fail(vm, exceptions::TypeError, "optional argument must be a context");
  return nullptr;
}

}  // namespace gilsim::python::decimal
