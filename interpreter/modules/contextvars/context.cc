#include "interpreter/modules/contextvars/context.h"

#include "interpreter/objects/dict_views.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type context_type;

namespace {

Context* self_of(Value self) { return self.as<Context>(); }

// The values as a dict that others may look at: one of its own even while there are none.
Ref values_of(Context* context) { return context->values.is_null() ? Ref::take(new_dict()) : Ref(context->values); }

bool is_variable(Vm& vm, Value key) {
  if (key.is_object() && key.object()->type == &context_variable_type) return true;
  return fail(vm, exceptions::TypeError, "a ContextVar key was expected, got {}", repr_utf8(vm, key));
}

// --- methods ---------------------------------------------------------------------------------------------------------

Ref create(Vm& vm, Type*, const Arguments& arguments) {
  if (arguments.size() || arguments.keyword_count()) return raise(vm, exceptions::TypeError, "Context() does not accept any arguments");
  return make_context(kNull);
}

Ref run(Vm& vm, const Arguments& arguments) {
  if (arguments.size() < 2) return raise(vm, exceptions::TypeError, "run() missing 1 required positional argument");
  Context* context = self_of(arguments[0]);
  if (context->entered) return refuse_entered(vm, context), Ref();
  EnteredContext entered(interpreter(vm).current(), context);
  return call(vm, arguments[1], arguments.without_first().without_first());
}

Ref copy(Vm&, const Arguments& arguments) { return make_context(self_of(arguments[0])->values); }

Ref subscript(Vm& vm, Value self, Value key) {
  Value value;
  if (!is_variable(vm, key)) return {};
  const int found = find_in_context(vm, self_of(self), key, &value);
  if (found > 0) return value;
  return found < 0 ? Ref() : raise(vm, exceptions::KeyError, key);
}

Ref get(Vm& vm, const Arguments& arguments) {
  Value value;
  if (!is_variable(vm, arguments[1])) return {};
  const int found = find_in_context(vm, self_of(arguments[0]), arguments[1], &value);
  if (found < 0) return {};
  return found ? Ref(value) : Ref(arguments.optional(2, kNone));
}

int holds(Vm& vm, Value self, Value key) {
  Value value;
  return is_variable(vm, key) ? find_in_context(vm, self_of(self), key, &value) : -1;
}

Ref list_of(Vm& vm, Value self, const char* method) {
  Ref values = values_of(self_of(self));
  Ref view = call_method(vm, values, intern(method));
  return view ? to_list(vm, view) : Ref();
}
Ref keys(Vm& vm, const Arguments& arguments) { return list_of(vm, arguments[0], "keys"); }
Ref values(Vm& vm, const Arguments& arguments) { return list_of(vm, arguments[0], "values"); }
Ref items(Vm& vm, const Arguments& arguments) { return list_of(vm, arguments[0], "items"); }
Ref iterate_keys(Vm& vm, Value self) {
  Ref all = list_of(vm, self, "keys");
  return all ? iterate(vm, all) : Ref();
}

Ref compare_contexts(Vm& vm, Value left, Value right, CompareOperator op) {
  if (!is_context(right) || (op != CompareOperator::Equal && op != CompareOperator::NotEqual)) return kNotImplemented;
  return compare(vm, values_of(self_of(left)), values_of(self_of(right)), op);
}

const NativeDescription kMethods[] = {
    {"run", run, {0, -1, true}}, {"copy", copy, {0, 0}},     {"get", get, {1, 2}},
    {"keys", keys, {0, 0}},      {"values", values, {0, 0}}, {"items", items, {0, 0}},
};

}  // namespace

Context* current_context(Interpreter& vm) {
  Value& current = vm.current().context;
  if (current.is_null()) {
    current = make_context(kNull).release();
    current.as<Context>()->entered = true;
  }
  return current.as<Context>();
}

Ref make_context(Value values) {
  auto* context = new_with_members<Context>(&context_type);
  context->values = Ref(values).release();
  context->entered = false;
  return Ref::take(context);
}

Ref copy_context(Interpreter& vm) { return make_context(current_values(vm)); }

int find_in_context(Vm& vm, const Context* context, Value variable, Value* value) {
  return context->values.is_null() ? 0 : dict_lookup(vm, context->values.as<Dict>(), variable, value);
}

bool set_in_context(Vm& vm, Context* context, Value variable, Value value) {
  if (context->values.is_null()) {
    replace(context->values, Ref::take(new_dict()));
  } else if (context->values.object()->refcount > 1) {
    replace(context->values, Ref::take(dict_copy(context->values.as<Dict>())));
  }
  auto* values = context->values.as<Dict>();
  return value.is_null() ? dict_delete(vm, values, variable) >= 0 : dict_set(vm, values, variable, value);
}

bool check_context(Vm& vm, Value given) {
  if (given.is_null() || given.is_none() || is_context(given)) return true;
  return fail(vm, exceptions::TypeError, "a contextvars.Context was expected, got {}", repr_utf8(vm, given));
}

bool refuse_entered(Vm& vm, Context* context) {
  return fail(vm, exceptions::RuntimeError, "cannot enter context: {} is already entered", repr_utf8(vm, Value::of(context)));
}

void define_context_type(Module* module) {
  Operations operations;
  operations.destroy = destroy_members<Context>;
  operations.traverse = traverse_members<Context>;
  operations.clear = clear_members<Context>;
  operations.create = create;
  operations.get_item = subscript;
  operations.contains = holds;
  operations.iterate = iterate_keys;
  operations.compare = compare_contexts;
  operations.length = [](Vm&, Value self) -> int64_t {
    return self_of(self)->values.is_null() ? 0 : self_of(self)->values.as<Dict>()->used;
  };
  define_type(context_type, {.name = "_contextvars.Context", .base = nullptr, .basic_size = sizeof(Context),
                             .flags = kTracked | kUnhashable, .operations = operations, .methods = kMethods});
  dict_set_str(module->dictionary, intern("Context"), Value::of(&context_type));
}

}  // namespace gilsim::python
