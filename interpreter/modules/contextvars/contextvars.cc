// The _contextvars module, and Token.
#include "interpreter/modules/contextvars/context.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type context_token_type;

namespace {

struct Missing : Object {};
Type missing_type;
Value missing;  // Token.MISSING
const AtReset forget([] { missing = kNull; });

ContextToken* self_of(Value self) { return self.as<ContextToken>(); }

Ref refuse_creation(Vm& vm, Type*, const Arguments&) {
  return raise(vm, exceptions::RuntimeError, "Tokens can only be created by ContextVars");
}

Ref old_value(Vm&, Value self) {
  const Value value = self_of(self)->old_value;
  return value.is_null() ? Ref(missing) : Ref(value);
}

Ref repr_token(Vm& vm, Value self) {
  return make_str(fmt::format("<Token{} var={} at {:#x}>", self_of(self)->used ? " used" : "", repr_utf8(vm, self_of(self)->variable),
                              identity_number(self)));
}

Ref copy_current(Vm& vm, const Arguments&) { return copy_context(interpreter(vm)); }

const NativeDescription kClassMethods[] = {{"__class_getitem__", class_getitem, {1, 1}}};
const GetterDescription kGetters[] = {
    {"var", [](Vm&, Value self) { return Ref(self_of(self)->variable); }},
    {"old_value", old_value},
};
const NativeDescription kFunctions[] = {{"copy_context", copy_current, {0, 0}}};

void define_missing() {
  Operations operations;
  operations.destroy = [](Object* object) { free_object(object, sizeof(Missing)); };
  operations.repr = [](Vm&, Value) { return make_str("<Token.MISSING>"); };
  define_type(missing_type, {.name = "Token.MISSING", .base = nullptr, .basic_size = sizeof(Missing), .flags = 0, .operations = operations});
  missing = Value::of(allocate_object<Missing>(&missing_type));
}

bool populate(Vm&, Module* module) {
  define_context_type(module);
  define_context_variable_type(module);
  define_context_token_type(module);
  return true;
}

}  // namespace

void define_context_token_type(Module* module) {
  define_missing();
  Operations operations;
  operations.destroy = destroy_members<ContextToken>;
  operations.traverse = traverse_members<ContextToken>;
  operations.create = refuse_creation;
  operations.repr = repr_token;
  define_type(context_token_type,
              {.name = "_contextvars.Token", .base = nullptr, .basic_size = sizeof(ContextToken), .flags = kTracked | kUnhashable,
               .operations = operations, .class_methods = kClassMethods, .getters = kGetters});
  dict_set_str(context_token_type.dictionary, intern("MISSING"), missing);
  dict_set_str(module->dictionary, intern("Token"), Value::of(&context_token_type));
}

const ModuleDefinition& _contextvars_module() {
  static const ModuleDefinition definition{"_contextvars", kFunctions, populate};
  return definition;
}

}  // namespace gilsim::python
