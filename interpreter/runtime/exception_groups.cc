// Instructions of except* (PEP 654).
#include "interpreter/objects/exception.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/operand_stack.h"
#include "interpreter/runtime/slow_paths.h"

namespace gilsim::python {

namespace {

bool is_group(Value value) { return is_instance(value, &exceptions::BaseExceptionGroup); }

Ref make_group(Interpreter& vm, const char* message, Value members) {
  return call(vm, Value::of(&exceptions::ExceptionGroup), {make_str(message), members});
}

// The part of `exception` that the types of an `except*` take, and the rest; None where there is nothing.
bool split(Interpreter& vm, Value exception, Value types, Ref* match, Ref* rest) {
  if (!is_group(exception)) {
    const int matches = is_instance_of(vm, exception, types);
    if (matches < 0) return false;
    *match = Ref(kNone);
    *rest = Ref(exception);
    if (!matches) return true;
    *rest = Ref(kNone);
    Ref members = Ref::take(new_list());
    list_append(members.as<List>(), exception);
    *match = make_group(vm, "", members);
    return static_cast<bool>(*match);
  }
  Ref parts = call_method(vm, exception, intern("split"), {types});
  if (!parts) return false;
  *match = Ref(parts.as<Tuple>()->items[0]);
  *rest = Ref(parts.as<Tuple>()->items[1]);
  return true;
}

}  // namespace

bool match_exception_group(Interpreter& vm, Frame& frame, int32_t) {
  Ref types = pop(frame);
  Ref exception = pop(frame);
  Ref match, rest;
  if (!split(vm, exception, types, &match, &rest)) return false;
  if (!match.get().is_none()) {
    decref(std::exchange(vm.thread->handled->exception, Ref(match).release()));
  }
  push(frame, std::move(rest));
  return push(frame, std::move(match));
}

// original exception, list of those raised or left: one to raise again, or None.
bool prepare_reraise_star(Interpreter& vm, Frame& frame, int32_t) {
  Ref raised = pop(frame);
  Ref original = pop(frame);
  Ref left = Ref::take(new_list());
  const bool walked = for_each(vm, raised, [&](Value item) {
    if (!item.is_none()) list_append(left.as<List>(), item);
    return true;
  });
  if (!walked) return false;
  const int64_t count = left.as<List>()->size;
  if (count == 0) return push(frame, kNone);
  if (count == 1) return push(frame, Ref(left.as<List>()->items[0]));
  return push(frame, make_group(vm, "", left));
}

}  // namespace gilsim::python
