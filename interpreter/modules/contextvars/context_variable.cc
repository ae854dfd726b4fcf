// contextvars.ContextVar.
#include "interpreter/modules/contextvars/context.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/identity.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type context_variable_type;

namespace {

ContextVariable* self_of(Value self) { return self.as<ContextVariable>(); }

Ref create(Vm& vm, Type* type, const Arguments& arguments) {
  if (arguments.size() != 1)
    return raise(vm, exceptions::TypeError, "ContextVar() takes {} 1 positional argument ({} given)",
                 arguments.size() ? "at most" : "exactly", arguments.size());
  static const char* const parameter_names[] = {"name", "default"};
  static const ParameterList parameters{"ContextVar", parameter_names, 2, 1, 1, 1};
  Value given[2];
  if (!bind(vm, arguments, parameters, given)) return {};
  if (!is_str(given[0])) return raise(vm, exceptions::TypeError, "context variable name must be a str");
  auto* variable = new_with_members<ContextVariable>(type);
  variable->name = Ref(given[0]).release();
  variable->default_value = Ref(given[1]).release();
  return Ref::take(variable);
}

Ref get(Vm& vm, const Arguments& arguments) {
  Value value;
  const Value current = interpreter(vm).current().context;
  const int found = current.is_null() ? 0 : find_in_context(vm, current.as<Context>(), arguments[0], &value);
  if (found < 0) return {};
  if (found) return value;
  if (arguments.size() > 1) return arguments[1];
  const Value otherwise = self_of(arguments[0])->default_value;
  return otherwise.is_null() ? raise(vm, exceptions::LookupError, arguments[0]) : Ref(otherwise);
}

Ref set(Vm& vm, const Arguments& arguments) {
  Context* context = current_context(interpreter(vm));
  Value old;
  const int found = find_in_context(vm, context, arguments[0], &old);
  if (found < 0) return {};
  auto* token = new_with_members<ContextToken>(&context_token_type);
  token->used = false;
  token->context = Ref(Value::of(context)).release();
  token->variable = Ref(arguments[0]).release();
  if (found) token->old_value = Ref(old).release();
  Ref result = Ref::take(token);
  return set_in_context(vm, context, arguments[0], arguments[1]) ? result : Ref();
}

Ref reset(Vm& vm, const Arguments& arguments) {
  const Value given = arguments[1];
  if (!given.is_object() || given.object()->type != &context_token_type)
    return raise(vm, exceptions::TypeError, "expected an instance of Token, got {}", repr_utf8(vm, given));
  auto* token = given.as<ContextToken>();
  Context* context = current_context(interpreter(vm));
  if (token->used) return raise(vm, exceptions::RuntimeError, "{} has already been used once", repr_utf8(vm, given));
  if (token->variable != arguments[0])
    return raise(vm, exceptions::ValueError, "{} was created by a different ContextVar", repr_utf8(vm, given));
  if (token->context != Value::of(context))
    return raise(vm, exceptions::ValueError, "{} was created in a different Context", repr_utf8(vm, given));
  token->used = true;
  return set_in_context(vm, context, arguments[0], token->old_value) ? Ref(kNone) : Ref();
}

Ref repr_variable(Vm& vm, Value self) {
  Ref name = repr(vm, self_of(self)->name);
  if (!name) return {};
  std::string otherwise;
  if (const Value value = self_of(self)->default_value; !value.is_null()) {
    Ref text = repr(vm, value);
    if (!text) return {};
    otherwise = " default=" + to_utf8(text);
  }
  return make_str(fmt::format("<ContextVar name={}{} at {:#x}>", to_utf8(name), otherwise, identity_number(self)));
}

const NativeDescription kMethods[] = {{"get", get, {0, 1}}, {"set", set, {1, 1}}, {"reset", reset, {1, 1}}};
const NativeDescription kClassMethods[] = {{"__class_getitem__", class_getitem, {1, 1}}};
const GetterDescription kGetters[] = {{"name", [](Vm&, Value self) { return Ref(self_of(self)->name); }}};

}  // namespace

void define_context_variable_type(Module* module) {
  Operations operations;
  operations.destroy = destroy_members<ContextVariable>;
  operations.traverse = traverse_members<ContextVariable>;
  operations.create = create;
  operations.repr = repr_variable;
  define_type(context_variable_type,
              {.name = "_contextvars.ContextVar", .base = nullptr, .basic_size = sizeof(ContextVariable), .flags = kTracked,
               .operations = operations, .methods = kMethods, .class_methods = kClassMethods, .getters = kGetters});
  dict_set_str(module->dictionary, intern("ContextVar"), Value::of(&context_variable_type));
}

}  // namespace gilsim::python
