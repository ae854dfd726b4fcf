#include "interpreter/objects/attributes.h"

#include <cstring>

#include "interpreter/objects/descriptors.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/type_slots.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

struct LookupEntry {
  uint32_t version;  // of the type; 0: never filled
  const Str* name;
  Value value;       // null: the type has no such attribute
};

constexpr size_t kLookupEntries = 4096;
LookupEntry lookup_cache[kLookupEntries];

const AtReset forget_lookups([] { std::memset(static_cast<void*>(lookup_cache), 0, sizeof lookup_cache); });

Value search(const Type* type, Str* name) {
  for (int64_t i = 0; i < type->mro->size; ++i)
    if (Value value = dict_get_str(type->mro->items[i].as<Type>()->dictionary, name); !value.is_null()) return value;
  return kNull;
}

bool is_data_descriptor(Value value) { return type_of(value)->operations.descriptor_set; }
// One that only has __set__ leaves reading to the instance.
bool wins_over_instance(Value value) { return is_data_descriptor(value) && type_of(value)->operations.descriptor_get; }

bool is_plain_method(Value value) {
  if (!value.is_object()) return false;
  Type* type = value.object()->type;
  return type == &function_type || type == &method_descriptor_type || type == &slot_wrapper_type;
}

bool has_attributes(Value value) { return value.is_object() && has_flag(value.object()->type, kHasAttributes); }

}  // namespace

Value lookup(Type* type, Str* name) {
  size_t index = (type->version * size_t{0x9e3779b1} ^ reinterpret_cast<size_t>(name) >> 4) % kLookupEntries;
  LookupEntry& entry = lookup_cache[index];
  if (entry.version == type->version && entry.name == name) return entry.value;
  Value value = search(type, name);
  entry = {type->version, name, value};
  return value;
}

void type_changed(Type* type) {
  type->version = next_version();
  for (int32_t i = 0; i < type->subclass_count; ++i) type_changed(type->subclasses[i]);
}

Ref bind_descriptor(Vm& vm, Value descriptor, Value instance, Type* type) {
  auto get = type_of(descriptor)->operations.descriptor_get;
  if (!get) return descriptor;
  Ref keep(descriptor);
  return get(vm, descriptor, instance, type);
}

// --- instances -----------------------------------------------------------------------------------------------------

Ref find_generic_attribute(Vm& vm, Value self, Str* name) {
  Type* type = type_of(self);
  Value descriptor = lookup(type, name);
  if (!descriptor.is_null() && wins_over_instance(descriptor)) return bind_descriptor(vm, descriptor, self, type);
  if (has_attributes(self))
    if (Value value = find_attribute(self.object(), name); !value.is_null()) return value;
  return descriptor.is_null() ? Ref() : bind_descriptor(vm, descriptor, self, type);
}

Ref generic_get_attribute(Vm& vm, Value self, Str* name) {
  Ref value = find_generic_attribute(vm, self, name);
  if (!value && !is_pending(vm)) raise_no_attribute(vm, self, name);
  return value;
}

namespace {

// Failed assignments and deletions do not carry name and object, so nothing is suggested for them.
bool refuse_assignment(Vm& vm, Value self, Str* name, Value descriptor) {
  if (descriptor.is_null()) raise(vm, exceptions::AttributeError, "'{}' object has no attribute '{}'", type_name(self), to_utf8(name));
  else raise(vm, exceptions::AttributeError, "'{}' object attribute '{}' is read-only", type_name(self), to_utf8(name));
  return false;
}

}  // namespace

bool generic_set_attribute(Vm& vm, Value self, Str* name, Value value) {
  Type* type = type_of(self);
  Value descriptor = lookup(type, name);
  if (!descriptor.is_null() && is_data_descriptor(descriptor)) {
    Ref keep(descriptor);
    return type_of(descriptor)->operations.descriptor_set(vm, descriptor, self, value);
  }
  if (!has_attributes(self)) return refuse_assignment(vm, self, name, descriptor);
  if (value.is_null()) return delete_attribute(self.object(), name) || refuse_assignment(vm, self, name, kNull);
  store_attribute(self.object(), name, value);
  return true;
}

// --- classes -------------------------------------------------------------------------------------------------------

Ref type_get_attribute(Vm& vm, Value self, Str* name) {
  Type* metatype = type_of(self);
  Value descriptor = lookup(metatype, name);
  if (!descriptor.is_null() && wins_over_instance(descriptor)) return bind_descriptor(vm, descriptor, self, metatype);
  Value found = lookup(self.as<Type>(), name);
  if (!found.is_null()) return bind_descriptor(vm, found, kNull, self.as<Type>());
  if (!descriptor.is_null()) return bind_descriptor(vm, descriptor, self, metatype);
  raise_attribute_error(vm, self, name,
                        fmt::format("type object '{}' has no attribute '{}'", display_name(self.as<Type>()), to_utf8(name)));
  return {};
}

bool type_set_attribute(Vm& vm, Value self, Str* name, Value value) {
  auto* type = self.as<Type>();
  if (has_flag(type, kImmutable)) {
    raise(vm, exceptions::TypeError, "cannot set '{}' attribute of immutable type '{}'", to_utf8(name), display_name(type));
    return false;
  }
  Value descriptor = lookup(type->type, name);
  if (!descriptor.is_null() && is_data_descriptor(descriptor)) {
    Ref keep(descriptor);
    return type_of(descriptor)->operations.descriptor_set(vm, descriptor, self, value);
  }
  // Alive until caches that borrow it have been told; its end may run Python code.
  Ref old(dict_get_str(type->dictionary, name));
  if (!value.is_null()) {
    dict_set_str(type->dictionary, name, value);
  } else if (!dict_delete_str(type->dictionary, name)) {
    return raise_attribute_error(vm, self, name, fmt::format("type object '{}' has no attribute '{}'", display_name(type), to_utf8(name)));
  }
  type_changed(type);
  update_operations_for(type, name);
  return true;
}

// --- modules -------------------------------------------------------------------------------------------------------

namespace {

void raise_no_module_attribute(Vm& vm, Module* module, Str* name) {
  Value module_name = dict_get_str(module->dictionary, names.name);
  bool named = !module_name.is_null() && is_str(module_name);
  std::string who = named ? fmt::format("module '{}'", to_utf8(module_name)) : "module";
  std::string text = fmt::format("{} has no attribute '{}'", who, to_utf8(name));
  bool is_partial = named && module->initializing;
  raise_attribute_error(vm, Value::of(module), name, is_partial ? "partially initialized " + text + " (most likely due to a circular import)" : text);
}

}  // namespace

Ref module_get_attribute(Vm& vm, Value self, Str* name) {
  auto* module = self.as<Module>();
  Value value = dict_get_str(module->dictionary, name);
  Value descriptor = value.is_null() || name == names.dict ? lookup(module->type, name) : kNull;
  if (!descriptor.is_null()) return bind_descriptor(vm, descriptor, self, module->type);
  if (!value.is_null()) return value;
  if (Value fallback = dict_get_str(module->dictionary, names.getattr); !fallback.is_null()) return call(vm, fallback, {Value::of(name)});
  raise_no_module_attribute(vm, module, name);
  return {};
}

bool module_set_attribute(Vm& vm, Value self, Str* name, Value value) {
  Value descriptor = lookup(type_of(self), name);
  if (!descriptor.is_null() && is_data_descriptor(descriptor))
    return type_of(descriptor)->operations.descriptor_set(vm, descriptor, self, value);
  auto* module = self.as<Module>();
  if (value.is_null()) return dict_delete_str(module->dictionary, name) || refuse_assignment(vm, self, name, kNull);
  dict_set_str(module->dictionary, name, value);
  return true;
}

// --- methods -------------------------------------------------------------------------------------------------------

Ref get_method(Vm& vm, Value self, Str* name, bool* takes_self) {
  *takes_self = false;
  Type* type = type_of(self);
  if (type->operations.get_attribute) return type->operations.get_attribute(vm, self, name);
  Value found = lookup(type, name);
  if (!is_plain_method(found)) return generic_get_attribute(vm, self, name);
  if (has_attributes(self))
    if (Value value = find_attribute(self.object(), name); !value.is_null()) return value;
  *takes_self = true;
  return found;
}

SpecialMethod find_special(Vm& vm, Value self, Str* name) {
  Type* type = type_of(self);
  Value found = lookup(type, name);
  if (found.is_null()) return {};
  if (is_plain_method(found)) return {found, true};
  SpecialMethod method{bind_descriptor(vm, found, self, type)};
  method.failed = !method.callable;
  return method;
}

Ref call_special(Vm& vm, const SpecialMethod& method, Value self, std::initializer_list<Value> arguments) {
  return call_special(vm, method, self, Arguments{arguments.begin(), arguments.size()});
}

Ref call_special(Vm& vm, const SpecialMethod& method, Value self, const Arguments& arguments) {
  if (!method.takes_self) return call(vm, method.callable, arguments);
  return call_with_first(vm, method.callable, self, arguments);
}

// --- errors --------------------------------------------------------------------------------------------------------

bool raise_attribute_error(Vm& vm, Value object, Str* name, const std::string& message) {
  Ref text = make_str(message);
  Ref error = make_exception(vm, exceptions::AttributeError, {text});
  set_exception_field(error, exception_fields::AttributeError_name, Value::of(name));
  set_exception_field(error, exception_fields::AttributeError_obj, object);
  raise_exception(vm, error);
  return false;
}

void complete_attribute_error(Vm& vm, Value object, Str* name) {
  if (!pending_matches(vm, exceptions::AttributeError)) return;
  Value* fields = pending_exception(vm).as<BaseException>()->fields();
  if (!fields[exception_fields::AttributeError_name].is_null() || !fields[exception_fields::AttributeError_obj].is_null()) return;
  set_exception_field(pending_exception(vm), exception_fields::AttributeError_name, Value::of(name));
  set_exception_field(pending_exception(vm), exception_fields::AttributeError_obj, object);
}

bool raise_no_attribute(Vm& vm, Value object, Str* name) {
  return raise_attribute_error(vm, object, name, fmt::format("'{}' object has no attribute '{}'", type_name(object), to_utf8(name)));
}

}  // namespace gilsim::python
