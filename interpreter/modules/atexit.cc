// atexit: what runs when the program ends, after the threads that are no daemons have been joined; the last one
// registered runs first.
#include <vector>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/unraisable.h"

namespace gilsim::python {

namespace {

// Each item: (function, arguments, names of keyword arguments, their values). Unregistered ones become None.
List* callbacks = nullptr;
const AtReset forget([] { callbacks = nullptr; });

Ref register_callback(Vm& vm, const Arguments& arguments) {
  if (arguments.size() == 0) return raise(vm, exceptions::TypeError, "register() takes at least 1 argument (0 given)");
  if (!is_callable(arguments[0])) return raise(vm, exceptions::TypeError, "the first argument must be callable");
  const auto positional = static_cast<int64_t>(arguments.size()) - 1;
  Ref keyword_names = arguments.keyword_names ? Ref(arguments.keyword_names) : make_tuple({});
  Ref keyword_values = make_tuple(arguments.values + arguments.size(), static_cast<int64_t>(arguments.keyword_count()));
  list_append(callbacks, make_tuple({arguments[0], make_tuple(arguments.values + 1, positional), keyword_names, keyword_values}));
  return arguments[0];
}

Ref call_back(Vm& vm, const Tuple* callback) {
  const auto* positional = callback->items[1].as<Tuple>();
  const auto* values = callback->items[3].as<Tuple>();
  std::vector<Value> all(positional->items, positional->items + positional->size);
  all.insert(all.end(), values->items, values->items + values->size);
  return call(vm, callback->items[0], {all.data(), static_cast<size_t>(positional->size), callback->items[2].as<Tuple>()});
}

// As CPython's, it runs those that are there when it begins: what they register meanwhile is forgotten.
Ref run_callbacks(Vm& any_vm, const Arguments&) {
  Interpreter& vm = interpreter(any_vm);
  for (int64_t i = callbacks->size - 1; i >= 0; --i) {
    if (i >= callbacks->size || callbacks->items[i].is_none()) continue;
    Ref callback(callbacks->items[i]);
    if (call_back(vm, callback.as<Tuple>())) continue;
    if (vm.current().cancelled) return {};
    Ref error = take_pending_exception(vm);
    report_unraisable(vm, error, "Exception ignored in atexit callback", callback.as<Tuple>()->items[0]);
  }
  list_clear(callbacks);
  return kNone;
}

Ref clear(Vm&, const Arguments&) {
  list_clear(callbacks);
  return kNone;
}

Ref unregister(Vm& vm, const Arguments& arguments) {
  for (int64_t i = 0; i < callbacks->size; ++i) {
    if (callbacks->items[i].is_none()) continue;
    Ref callback(callbacks->items[i]);
    const int equal = equals(vm, callback.as<Tuple>()->items[0], arguments[0]);
    if (equal < 0) return {};
    if (equal && i < callbacks->size && callbacks->items[i] == callback)
      Ref old = Ref::take(std::exchange(callbacks->items[i], kNone));
  }
  return kNone;
}

Ref count_callbacks(Vm&, const Arguments&) { return make_int(callbacks->size); }

bool populate(Vm&, Module*) {
  callbacks = new_list();
  return true;
}

constexpr NativeDescription kFunctions[] = {
    {"register", register_callback, kAny, "Register a function to be executed upon normal program termination."},
    {"unregister", unregister, {1, 1}, "Unregister a function that was registered with register()."},
    {"_run_exitfuncs", run_callbacks, {0, 0}, "Run all registered exit functions."},
    {"_clear", clear, {0, 0}, "Clear the list of exit functions."},
    {"_ncallbacks", count_callbacks, {0, 0}, "Return the number of registered exit functions."},
};

}  // namespace

const ModuleDefinition& atexit_module() {
  static const ModuleDefinition definition{"atexit", kFunctions, populate, "Functions to be run when the program ends."};
  return definition;
}

}  // namespace gilsim::python
