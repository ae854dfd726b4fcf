// Functions written in C++: as functions of modules, as methods of built-in types, and bound to an object.
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/object_type.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/type_slots.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

Type native_function_type, method_descriptor_type, slot_wrapper_type, method_wrapper_type, classmethod_descriptor_type;

namespace {

Native* self_of(Value value) { return value.as<Native>(); }

// Calls `go` with the arguments and `first` in front of them.
template <class Go>
Ref with_first(Value first, const Arguments& arguments, Go go) {
  constexpr size_t kFew = 8;
  size_t count = arguments.size() + arguments.keyword_count();
  Value few[kFew + 1];
  Value* all = count <= kFew ? few : static_cast<Value*>(heap.allocate((count + 1) * sizeof(Value)));
  all[0] = first;
  for (size_t i = 0; i < count; ++i) all[i + 1] = arguments.values[i];
  Ref result = go(Arguments{all, arguments.positional_count + 1, arguments.keyword_names});
  if (all != few) heap.free(all, (count + 1) * sizeof(Value));
  return result;
}

Ref new_native(Type& type, const NativeDescription& description, Value self, Type* owner, Value module, NativeKind kind) {
  auto* native = allocate_object<Native>(&type);
  native->description = &description;
  native->self = self;
  native->owner = owner;
  native->module = module;
  native->kind = kind;
  incref(self);
  incref(module);
  return Ref::take(native);
}

void destroy_native(Object* object) {
  auto* native = static_cast<Native*>(object);
  decref(native->self);
  decref(native->module);
  free_object(native, sizeof(Native));
}

void traverse_native(Object* object, Visitor& visitor) {
  auto* native = static_cast<Native*>(object);
  if (!native->self.is_null()) visitor.visit(native->self);
}

// "len", "list.append": what messages put before "()".
std::string full_name(const Native* native) {
  std::string name = native->description->name;
  if (native->owner) return to_utf8(native->owner->qualified_name) + "." + name;
  if (native->module.is_null() || !is_str(native->module)) return name;
  std::string module = to_utf8(native->module);
  return module == "builtins" ? name : module + "." + name;
}

// --- arity ---------------------------------------------------------------------------------------------------------

Ref refuse_count(Vm& vm, const Native* native, int64_t given) {
  const Arity& arity = native->description->arity;
  const char* name = native->description->name;
  auto s = [](int count) { return count == 1 ? "" : "s"; };
  if (native->kind == NativeKind::SlotWrapper) {
    if (arity.least == arity.most)
      return raise(vm, exceptions::TypeError, "expected {} argument{}, got {}", arity.least, s(arity.least), given);
    bool few = given < arity.least;
    return raise(vm, exceptions::TypeError, "{} expected at {} {} argument{}, got {}", name, few ? "least" : "most",
                 few ? arity.least : arity.most, s(few ? arity.least : arity.most), given);
  }
  if (arity.most == 0) return raise(vm, exceptions::TypeError, "{}() takes no arguments ({} given)", full_name(native), given);
  if (arity.least == 1 && arity.most == 1)
    return raise(vm, exceptions::TypeError, "{}() takes exactly one argument ({} given)", full_name(native), given);
  const char* bound = arity.least == arity.most ? "" : given < arity.least ? "at least " : "at most ";
  int limit = given < arity.least ? arity.least : arity.most;
  return raise(vm, exceptions::TypeError, "{} expected {}{} argument{}, got {}", name, bound, limit, s(limit), given);
}

Ref refuse_keywords(Vm& vm, const Native* native) {
  if (native->kind == NativeKind::SlotWrapper)
    return raise(vm, exceptions::TypeError, "wrapper {}() takes no keyword arguments", native->description->name);
  return raise(vm, exceptions::TypeError, "{}() takes no keyword arguments", full_name(native));
}

// An unbound method wants its self: an instance of the type it belongs to.
bool check_self(Vm& vm, const Native* native, const Arguments& arguments) {
  const char* name = native->description->name;
  if (arguments.size() == 0) {
    if (native->kind == NativeKind::SlotWrapper)
      raise(vm, exceptions::TypeError, "descriptor '{}' of '{}' object needs an argument", name, display_name(native->owner));
    else
      raise(vm, exceptions::TypeError, "unbound method {}() needs an argument", full_name(native));
    return false;
  }
  Type* type = type_of(arguments[0]);
  if (type == native->owner || is_subtype(type, native->owner)) return true;
  if (native->kind == NativeKind::SlotWrapper)
    raise(vm, exceptions::TypeError, "descriptor '{}' requires a '{}' object but received a '{}'", name,
          display_name(native->owner), display_name(type));
  else
    raise(vm, exceptions::TypeError, "descriptor '{}' for '{}' objects doesn't apply to a '{}' object", name,
          display_name(native->owner), display_name(type));
  return false;
}

// --- calling -------------------------------------------------------------------------------------------------------

Ref call_function(Vm& vm, Value self, const Arguments& arguments) {
  Native* native = self_of(self);
  if (native->self.is_null()) return call_native(vm, native, arguments);
  return with_first(native->self, arguments, [&](const Arguments& longer) { return call_native(vm, native, longer); });
}

Ref call_unbound(Vm& vm, Value self, const Arguments& arguments) { return call_native(vm, self_of(self), arguments); }

// --- binding -------------------------------------------------------------------------------------------------------

Ref bind_native(Vm& vm, Value descriptor, Value instance, Type*) {
  Native* native = self_of(descriptor);
  if (instance.is_null()) return descriptor;
  if (!is_instance(instance, native->owner))
    return raise(vm, exceptions::TypeError, "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
                 native->description->name, display_name(native->owner), type_name(instance));
  bool is_wrapper = native->kind == NativeKind::SlotWrapper;
  return new_native(is_wrapper ? method_wrapper_type : native_function_type, *native->description, instance, native->owner,
                    kNull, is_wrapper ? NativeKind::SlotWrapper : NativeKind::Function);
}

Ref bind_to_class(Vm&, Value descriptor, Value instance, Type* owner) {
  Native* native = self_of(descriptor);
  Type* type = owner ? owner : type_of(instance);
  return new_native(native_function_type, *native->description, Value::of(type), native->owner, kNull, NativeKind::Function);
}

Ref call_class_method(Vm& vm, Value self, const Arguments& arguments) { return call_native(vm, self_of(self), arguments); }

// --- presentation --------------------------------------------------------------------------------------------------

Ref repr_function(Vm&, Value self) {
  Native* native = self_of(self);
  const char* name = native->description->name;
  if (native->self.is_null()) return make_str(fmt::format("<built-in function {}>", name));
  return make_str(fmt::format("<built-in method {} of {} object at {}>", name, type_name(native->self), address_text(native->self)));
}
Ref repr_method(Vm&, Value self) {
  return make_str(fmt::format("<method '{}' of '{}' objects>", self_of(self)->description->name, display_name(self_of(self)->owner)));
}
Ref repr_slot_wrapper(Vm&, Value self) {
  return make_str(fmt::format("<slot wrapper '{}' of '{}' objects>", self_of(self)->description->name, display_name(self_of(self)->owner)));
}
Ref repr_method_wrapper(Vm&, Value self) {
  Native* native = self_of(self);
  return make_str(fmt::format("<method-wrapper '{}' of {} object at {}>", native->description->name, type_name(native->self),
                              address_text(native->self)));
}

Ref compare_natives(Vm&, Value left, Value right, CompareOperator op) {
  bool same_type = type_of(left) == type_of(right);
  if ((op != CompareOperator::Equal && op != CompareOperator::NotEqual) || !same_type) return kNotImplemented;
  Native *one = self_of(left), *other = self_of(right);
  bool equal = one->description == other->description && one->self == other->self && one->owner == other->owner;
  return Value::of(equal == (op == CompareOperator::Equal));
}

bool hash_native(Vm&, Value value, Hash* result) {
  Native* native = self_of(value);
  *result = static_cast<Hash>(native->self.is_null() ? identity_number(value) >> 4 : identity_number(native->self) >> 4 ^ 0x5bd1);
  return true;
}

// --- attributes ----------------------------------------------------------------------------------------------------

Ref get_name(Vm&, Value self) { return make_str(self_of(self)->description->name); }
Ref get_qualified_name(Vm&, Value self) {
  Native* native = self_of(self);
  return make_str(native->owner ? to_utf8(native->owner->qualified_name) + "." + native->description->name : native->description->name);
}
Ref get_doc(Vm&, Value self) {
  const char* doc = self_of(self)->description->doc;
  return doc ? make_str(doc) : Ref(kNone);
}
Ref get_self(Vm&, Value self) { return self_of(self)->self.is_null() ? Ref(kNone) : Ref(self_of(self)->self); }
Ref get_module(Vm&, Value self) { return self_of(self)->module.is_null() ? Ref(kNone) : Ref(self_of(self)->module); }
Ref get_owner(Vm&, Value self) { return Value::of(self_of(self)->owner); }
Ref get_signature(Vm&, Value) { return kNone; }

constexpr GetterDescription kFunctionGetters[] = {
    {"__name__", get_name}, {"__qualname__", get_qualified_name}, {"__doc__", get_doc}, {"__self__", get_self},
    {"__module__", get_module}, {"__text_signature__", get_signature},
};
constexpr GetterDescription kDescriptorGetters[] = {
    {"__name__", get_name}, {"__qualname__", get_qualified_name}, {"__doc__", get_doc}, {"__objclass__", get_owner},
    {"__text_signature__", get_signature},
};

// --- __new__ -------------------------------------------------------------------------------------------------------

// arguments[0] is the built-in type whose __new__ this is, arguments[1] the class that an instance is wanted of.
Ref call_create(Vm& vm, const Arguments& arguments) {
  auto* owner = arguments[0].as<Type>();
  std::string name = display_name(owner);
  if (arguments.size() < 2) return raise(vm, exceptions::TypeError, "{}.__new__(): not enough arguments", name);
  if (!is_instance(arguments[1], &type_type))
    return raise(vm, exceptions::TypeError, "{}.__new__(X): X is not a type object ({})", name, type_name(arguments[1]));
  auto* type = arguments[1].as<Type>();
  if (!is_subtype(type, owner))
    return raise(vm, exceptions::TypeError, "{0}.__new__({1}): {1} is not a subtype of {0}", name, display_name(type));
  Type* native = type;
  while (has_flag(native, kHeapType)) native = native->base;
  if (native->operations.create != owner->operations.create)
    return raise(vm, exceptions::TypeError, "{0}.__new__({1}) is not safe, use {2}.__new__()", name, display_name(type), display_name(native));
  return owner->operations.create(vm, type, arguments.without_first().without_first());
}

constexpr NativeDescription kNew = {"__new__", call_create, kAny, "Create and return a new object.  See help(type) for accurate signature."};

}  // namespace

Ref make_native(const NativeDescription& description, Value self, Value module) {
  return new_native(native_function_type, description, self, nullptr, module, NativeKind::Function);
}

Ref make_method_descriptor(const NativeDescription& description, Type* owner, NativeKind kind) {
  Type& type = kind == NativeKind::SlotWrapper ? slot_wrapper_type
             : kind == NativeKind::ClassMethod ? classmethod_descriptor_type : method_descriptor_type;
  return new_native(type, description, kNull, owner, kNull, kind);
}

Ref make_native_new(Type* type) { return new_native(native_function_type, kNew, Value::of(type), nullptr, kNull, NativeKind::Function); }

Type* creator_of(Value native) {
  bool is_native = native.is_object() && native.object()->type == &native_function_type;
  return is_native && self_of(native)->description == &kNew ? self_of(native)->self.as<Type>() : nullptr;
}

Ref call_native(Vm& vm, const Native* native, const Arguments& arguments) {
  bool unbound = native->kind == NativeKind::Method || native->kind == NativeKind::SlotWrapper;
  if (unbound && !check_self(vm, native, arguments)) return {};
  bool has_self = native->kind != NativeKind::Function || !native->self.is_null();
  const Arity& arity = native->description->arity;
  if (arguments.keyword_count() && !arity.keywords) return refuse_keywords(vm, native);
  int64_t given = static_cast<int64_t>(arguments.size()) - has_self;
  if (given < arity.least || (arity.most >= 0 && given > arity.most)) return refuse_count(vm, native, given);
  return native->kind == NativeKind::SlotWrapper ? call_slot_wrapper(vm, native, arguments)
                                                 : native->description->code(vm, arguments);
}

Ref call_with_first(Vm& vm, Value callable, Value first, const Arguments& arguments) {
  return with_first(first, arguments, [&](const Arguments& longer) { return call(vm, callable, longer); });
}

void define_native_types() {
  Operations common;
  common.destroy = destroy_native;
  common.traverse = traverse_native;
  common.compare = compare_natives;
  common.hash = hash_native;

  Operations operations = common;
  operations.call = call_function;
  operations.repr = repr_function;
  define_type(native_function_type, {.name = "builtin_function_or_method", .base = nullptr, .basic_size = sizeof(Native),
                                     .flags = kTracked, .operations = operations, .getters = kFunctionGetters});
  operations.repr = repr_method_wrapper;
  define_type(method_wrapper_type, {.name = "method-wrapper", .base = nullptr, .basic_size = sizeof(Native),
                                    .flags = kTracked, .operations = operations, .getters = kFunctionGetters});
  operations = {};
  operations.destroy = destroy_native;
  operations.call = call_unbound;
  operations.descriptor_get = bind_native;
  operations.repr = repr_method;
  define_type(method_descriptor_type, {.name = "method_descriptor", .base = nullptr, .basic_size = sizeof(Native), .flags = 0,
                                       .operations = operations, .getters = kDescriptorGetters});
  operations.repr = repr_slot_wrapper;
  define_type(slot_wrapper_type, {.name = "wrapper_descriptor", .base = nullptr, .basic_size = sizeof(Native), .flags = 0,
                                  .operations = operations, .getters = kDescriptorGetters});
  operations.repr = repr_method;
  operations.call = call_class_method;
  operations.descriptor_get = bind_to_class;
  define_type(classmethod_descriptor_type, {.name = "classmethod_descriptor", .base = nullptr, .basic_size = sizeof(Native),
                                            .flags = 0, .operations = operations, .getters = kDescriptorGetters});
}

}  // namespace gilsim::python
