// Instructions of the with statement.
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/operand_stack.h"
#include "interpreter/runtime/slow_paths.h"

namespace gilsim::python {

namespace {

// Functions that the eval loop can call with the manager as their only argument.
bool is_directly_callable(Value method) {
  if (!method.is_object()) return false;
  if (method.object()->type == &function_type) {
    const Code* code = method.as<Function>()->code;
    return code->plain_arguments == 1;
  }
  return method.object()->type == &method_descriptor_type && method.as<Native>()->description->arity.least == 0;
}

void remember(Cache& cache, Type* type, const SpecialMethod& enter, const SpecialMethod& exit) {
  if (!enter.takes_self || !exit.takes_self || !is_directly_callable(enter.callable)) return;
  cache.context.type_version = type->version;
  cache.context.enter = enter.callable;
  cache.context.exit = exit.callable;
}

}  // namespace

bool enter_context(Interpreter& vm, Frame& frame, Cache& cache) {
  Ref manager = pop(frame);
  SpecialMethod enter = find_special(vm, manager, names.enter);
  if (enter.failed) return false;
  if (!enter)
    return raise(vm, exceptions::TypeError, "'{}' object does not support the context manager protocol", type_name(manager)), false;
  SpecialMethod exit = find_special(vm, manager, names.exit);
  if (exit.failed) return false;
  if (!exit)
    return raise(vm, exceptions::TypeError,
                 "'{}' object does not support the context manager protocol (missed __exit__ method)", type_name(manager)), false;
  remember(cache, type_of(manager), enter, exit);
  push(frame, exit.takes_self ? make_bound_method(exit.callable, manager) : exit.callable);
  return push(frame, call_special(vm, enter, manager));
}

// Below the exception on top: the former handled one, lasti, and __exit__.
bool exit_context_with_exception(Interpreter& vm, Frame& frame, int32_t) {
  const Value exception = peek(frame), exit = peek(frame, 4);
  Traceback* traceback = exception.as<BaseException>()->traceback;
  const Value values[] = {Value::of(type_of(exception)), exception, traceback ? Value::of(traceback) : kNone};
  return push(frame, call(vm, exit, {values, 3, nullptr}));
}

}  // namespace gilsim::python
