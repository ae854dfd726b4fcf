#include "interpreter/objects/generic_alias.h"

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/type_type.h"
#include "interpreter/objects/union.h"

namespace gilsim::python {

Type generic_alias_type;

namespace {

GenericAlias* self_of(Value value) { return value.as<GenericAlias>(); }

void destroy_alias(Object* object) {
  decref(static_cast<GenericAlias*>(object)->origin);
  decref(static_cast<GenericAlias*>(object)->arguments);
  free_object(object, sizeof(GenericAlias));
}
void traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<GenericAlias*>(object)->origin);
  visitor.visit(Value::of(static_cast<GenericAlias*>(object)->arguments));
}

Ref repr_alias(Vm& vm, Value self) {
  Ref origin = type_argument_repr(vm, self_of(self)->origin);
  if (!origin) return {};
  std::string text = to_utf8(origin) + "[";
  const Tuple* arguments = self_of(self)->arguments;
  for (int64_t i = 0; i < arguments->size; ++i) {
    Ref argument = type_argument_repr(vm, arguments->items[i]);
    if (!argument) return {};
    text += (i ? ", " : "") + to_utf8(argument);
  }
  return make_str(text + (arguments->size ? "]" : "()]"));
}

Ref compare_aliases(Vm& vm, Value left, Value right, CompareOperator op) {
  bool wanted = op == CompareOperator::Equal;
  if ((!wanted && op != CompareOperator::NotEqual) || !is_generic_alias(left) || !is_generic_alias(right)) return kNotImplemented;
  int equal = equals(vm, self_of(left)->origin, self_of(right)->origin);
  if (equal == 1) equal = equals(vm, Value::of(self_of(left)->arguments), Value::of(self_of(right)->arguments));
  return equal < 0 ? Ref() : Ref(Value::of((equal == 1) == wanted));
}

bool hash_alias(Vm& vm, Value self, Hash* result) {
  Hash of_arguments;
  if (!hash(vm, self_of(self)->origin, result) || !hash(vm, Value::of(self_of(self)->arguments), &of_arguments)) return false;
  *result ^= of_arguments;
  if (*result == -1) *result = -2;
  return true;
}

// An instance of the origin that remembers how it was asked for, where it can.
Ref call_alias(Vm& vm, Value self, const Arguments& arguments) {
  Ref object = call(vm, self_of(self)->origin, arguments);
  if (!object) return {};
  if (!set_attribute(vm, object, intern("__orig_class__"), self)) clear_pending(vm);
  return object;
}

// What the alias does not have itself is the class's: list[int].append.
Ref get_attribute_of(Vm& vm, Value self, Str* name) {
  if (!lookup(type_of(self), name).is_null()) return generic_get_attribute(vm, self, name);
  return get_attribute(vm, self_of(self)->origin, name);
}

Ref get_item_of(Vm& vm, Value self, Value key) { return make_generic_alias(vm, self_of(self)->origin, key); }

Ref mro_entries(Vm&, const Arguments& arguments) { return make_tuple({self_of(arguments[0])->origin}); }
Ref refuse_check(Vm& vm, const Arguments&) {
  return raise(vm, exceptions::TypeError, "isinstance() argument 2 cannot be a parameterized generic");
}
Ref refuse_subclass_check(Vm& vm, const Arguments&) {
  return raise(vm, exceptions::TypeError, "issubclass() argument 2 cannot be a parameterized generic");
}
Ref get_origin(Vm&, Value self) { return self_of(self)->origin; }
Ref get_arguments(Vm&, Value self) { return self_of(self)->arguments; }
Ref get_parameters(Vm&, Value) { return make_tuple({}); }

constexpr NativeDescription kMethods[] = {
    {"__mro_entries__", mro_entries, {1, 1}},
    {"__instancecheck__", refuse_check, {1, 1}},
    {"__subclasscheck__", refuse_subclass_check, {1, 1}},
};
constexpr GetterDescription kGetters[] = {{"__origin__", get_origin}, {"__args__", get_arguments}, {"__parameters__", get_parameters}};

Ref make_alias(Type* type, Value origin, Value argument_or_tuple) {
  Ref arguments = is_tuple(argument_or_tuple) ? Ref(argument_or_tuple) : make_tuple({argument_or_tuple});
  auto* alias = allocate_object<GenericAlias>(type);
  incref(alias->origin = origin);
  alias->arguments = arguments.release().as<Tuple>();
  return Ref::take(alias);
}

Ref create(Vm& vm, Type* type, const Arguments& arguments) {
  if (arguments.size() != 2) return raise(vm, exceptions::TypeError, "GenericAlias expected 2 arguments, got {}", arguments.size());
  return make_alias(type, arguments[0], arguments[1]);
}

}  // namespace

Ref make_generic_alias(Vm&, Value origin, Value argument_or_tuple) { return make_alias(&generic_alias_type, origin, argument_or_tuple); }

Ref type_argument_repr(Vm& vm, Value value) {
  if (value == kEllipsis) return make_str("...");
  if (value == Value::of(&none_type)) return make_str("None");
  if (is_instance(value, &type_type) && type_of(value)->operations.repr == type_type.operations.repr)
    return make_str(full_type_name(value.as<Type>()));
  if (is_list(value)) {
    std::string text;
    for (int64_t i = 0; i < value.as<List>()->size; ++i) {
      Ref item = type_argument_repr(vm, value.as<List>()->items[i]);
      if (!item) return {};
      text += (i ? ", " : "") + to_utf8(item);
    }
    return make_str("[" + text + "]");
  }
  return repr(vm, value);
}

void define_generic_alias_type() {
  Operations operations;
  operations.destroy = destroy_alias;
  operations.traverse = traverse;
  operations.create = create;
  operations.repr = repr_alias;
  operations.compare = compare_aliases;
  operations.hash = hash_alias;
  operations.call = call_alias;
  operations.get_attribute = get_attribute_of;
  operations.get_item = get_item_of;
  operations.binary[static_cast<int>(Binary::Or)] = make_union;
  define_type(generic_alias_type, {.name = "types.GenericAlias", .base = nullptr, .basic_size = sizeof(GenericAlias), .flags = kTracked | kSubclassable,
                                   .operations = operations, .methods = kMethods, .getters = kGetters});
}

}  // namespace gilsim::python
