// Instructions of except* (PEP 654).
#include "interpreter/objects/exception_types.h"
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
  return call(vm, Value::of(&exceptions::BaseExceptionGroup), {make_str(message), members});
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
    *match = make_group(vm, "", make_tuple({exception}));
    return static_cast<bool>(*match);
  }
  Ref parts = call_method(vm, exception, intern("split"), {types});
  if (!parts) return false;
  *match = Ref(parts.as<Tuple>()->items[0]);
  *rest = Ref(parts.as<Tuple>()->items[1]);
  return true;
}

// Whether an exception is a part that was split off and not raised anew since: only those share all that surrounds them.
bool is_part_of(Value exception, Value original) {
  const auto *part = exception.as<BaseException>(), *whole = original.as<BaseException>();
  return part->traceback == whole->traceback && part->cause == whole->cause && part->context == whole->context;
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

// original group, list of those raised or left: one to raise again, or None. What was not handled, and what was raised
// again as it was, comes back in the shape of the original.
bool prepare_reraise_star(Interpreter& vm, Frame& frame, int32_t) {
  Ref raised = pop(frame);
  Ref original = pop(frame);
  Ref left = Ref::take(new_list());
  Ref parts = Ref::take(new_list());
  const List* all = raised.as<List>();
  for (int64_t i = 0; i < all->size; ++i) {
    if (all->items[i].is_none()) continue;
    const bool is_part = is_group(original) && is_part_of(all->items[i], original);
    list_append((is_part ? parts : left).as<List>(), all->items[i]);
  }
  if (parts.as<List>()->size > 0) {
    Ref unhandled = unite_exception_group(vm, original, parts.as<List>());
    if (!unhandled) return false;
    list_append(left.as<List>(), unhandled);
  }
  const int64_t count = left.as<List>()->size;
  if (count == 0) return push(frame, kNone);
  if (count == 1) return push(frame, Ref(left.as<List>()->items[0]));
  return push(frame, make_group(vm, "", left));
}

}  // namespace gilsim::python
