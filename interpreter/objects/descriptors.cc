#include "interpreter/objects/descriptors.h"

#include <algorithm>

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/object_type.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/weak_reference.h"

namespace gilsim::python {

Type static_method_type, class_method_type, getset_descriptor_type, member_descriptor_type;

namespace {

// Whether what is wrapped says that it is abstract (`@property` over `@abstractmethod`).
Ref is_abstract(Vm& vm, Value callable) {
  if (callable.is_null()) return kFalse;
  bool failed = false;
  Ref flag = get_attribute_or_null(vm, callable, names.isabstractmethod, &failed);
  if (failed) return {};
  int result = flag ? truth(vm, flag) : 0;
  return result < 0 ? Ref() : Ref(Value::of(result == 1));
}

// --- staticmethod, classmethod -------------------------------------------------------------------------------------

MethodWrapper* wrapper_of(Value value) { return value.as<MethodWrapper>(); }

void destroy_wrapper(Object* object) {
  decref(static_cast<MethodWrapper*>(object)->callable);
  free_object(object, sizeof(MethodWrapper));
}
void traverse_wrapper(Object* object, Visitor& visitor) {
  Value callable = static_cast<MethodWrapper*>(object)->callable;
  if (!callable.is_null()) visitor.visit(callable);
}
void clear_wrapper(Object* object) { decref(std::exchange(static_cast<MethodWrapper*>(object)->callable, kNone)); }

Ref new_wrapper(Type* type, Value callable) {
  auto* wrapper = allocate_object<MethodWrapper>(type);
  incref(wrapper->callable = callable);
  return Ref::take(wrapper);
}

// As functools.update_wrapper: what the function says of itself, the wrapper says too.
bool copy_metadata(Vm& vm, Value wrapper, Value callable) {
  for (Str* name : {names.module, names.name, names.qualname, names.doc, names.annotations}) {
    bool failed = false;
    Ref value = get_attribute_or_null(vm, callable, name, &failed);
    if (failed) return false;
    if (value) store_attribute(wrapper.object(), name, value);
  }
  return true;
}

Ref create_wrapper(Vm& vm, Type* type, const Arguments& arguments) {
  const char* name = is_subtype(type, &static_method_type) ? "staticmethod" : "classmethod";
  if (arguments.keyword_count()) return raise(vm, exceptions::TypeError, "{}() takes no keyword arguments", name);
  if (arguments.size() != 1) return raise(vm, exceptions::TypeError, "{} expected 1 argument, got {}", name, arguments.size());
  return new_wrapper(type, arguments[0]);
}
bool initialize_wrapper(Vm& vm, Value self, const Arguments& arguments) { return copy_metadata(vm, self, arguments[0]); }

Ref get_static(Vm&, Value descriptor, Value, Type*) { return wrapper_of(descriptor)->callable; }
Ref call_static(Vm& vm, Value self, const Arguments& arguments) { return call(vm, wrapper_of(self)->callable, arguments); }
// 3.9 to 3.12 chain: classmethod(property(f)) works.
Ref get_class(Vm& vm, Value descriptor, Value instance, Type* owner) {
  Type* type = owner ? owner : type_of(instance);
  Value callable = wrapper_of(descriptor)->callable;
  if (type_of(callable)->operations.descriptor_get) return bind_descriptor(vm, callable, Value::of(type), type->type);
  return make_bound_method(callable, Value::of(type));
}

Ref repr_wrapper(Vm& vm, Value self) {
  Ref inner = repr(vm, wrapper_of(self)->callable);
  return inner ? make_str(fmt::format("<{}({})>", to_utf8(type_of(self)->name), to_utf8(inner))) : Ref();
}

Ref get_wrapped(Vm&, Value self) { return wrapper_of(self)->callable; }
Ref get_wrapper_abstract(Vm& vm, Value self) { return is_abstract(vm, wrapper_of(self)->callable); }
constexpr GetterDescription kWrapperGetters[] = {
    {"__func__", get_wrapped}, {"__wrapped__", get_wrapped}, {"__isabstractmethod__", get_wrapper_abstract}};

// --- attributes of built-in types ----------------------------------------------------------------------------------

template <class Descriptor>
bool check_instance(Vm& vm, Descriptor* descriptor, const char* name, Value instance) {
  if (is_instance(instance, descriptor->owner)) return true;
  raise(vm, exceptions::TypeError, "descriptor '{}' for '{}' objects doesn't apply to a '{}' object", name,
        display_name(descriptor->owner), type_name(instance));
  return false;
}

GetSetDescriptor* getset_of(Value value) { return value.as<GetSetDescriptor>(); }

Ref get_getset(Vm& vm, Value descriptor, Value instance, Type*) {
  GetSetDescriptor* self = getset_of(descriptor);
  if (instance.is_null()) return descriptor;
  return check_instance(vm, self, self->description->name, instance) ? self->description->get(vm, instance) : Ref();
}
// Fields of C structs in CPython, which has other words for them.
bool is_plain_member(const Type* owner) {
  static constexpr std::string_view kOwners[] = {"slice", "range", "complex", "property", "method", "staticmethod", "classmethod", "super"};
  return std::find(std::begin(kOwners), std::end(kOwners), display_name(owner)) != std::end(kOwners);
}

bool set_getset(Vm& vm, Value descriptor, Value instance, Value value) {
  GetSetDescriptor* self = getset_of(descriptor);
  if (!check_instance(vm, self, self->description->name, instance)) return false;
  if (self->description->set) return self->description->set(vm, instance, value);
  if (is_plain_member(self->owner)) return raise(vm, exceptions::AttributeError, "readonly attribute"), false;
  raise(vm, exceptions::AttributeError, "attribute '{}' of '{}' objects is not writable", self->description->name, display_name(self->owner));
  return false;
}
Ref repr_getset(Vm&, Value self) {
  return make_str(fmt::format("<attribute '{}' of '{}' objects>", getset_of(self)->description->name, display_name(getset_of(self)->owner)));
}
void destroy_getset(Object* object) { free_object(object, sizeof(GetSetDescriptor)); }

Ref get_getset_name(Vm&, Value self) { return make_str(getset_of(self)->description->name); }
Ref get_getset_owner(Vm&, Value self) { return getset_of(self)->owner; }
Ref get_getset_qualified_name(Vm&, Value self) {
  return make_str(to_utf8(getset_of(self)->owner->qualified_name) + "." + getset_of(self)->description->name);
}
Ref get_no_doc(Vm&, Value) { return kNone; }
constexpr GetterDescription kGetSetGetters[] = {{"__name__", get_getset_name}, {"__objclass__", get_getset_owner},
                                                {"__qualname__", get_getset_qualified_name}, {"__doc__", get_no_doc}};

// --- members -------------------------------------------------------------------------------------------------------

MemberDescriptor* member_of(Value value) { return value.as<MemberDescriptor>(); }
Value& member_place(MemberDescriptor* member, Value instance) {
  return *reinterpret_cast<Value*>(instance.as<char>() + member->offset);
}

Ref get_member(Vm& vm, Value descriptor, Value instance, Type*) {
  MemberDescriptor* self = member_of(descriptor);
  if (instance.is_null()) return descriptor;
  if (!check_instance(vm, self, to_utf8(self->name).c_str(), instance)) return {};
  Value value = member_place(self, instance);
  if (!value.is_null()) return value;
  if (self->none_when_unset) return kNone;
  raise_no_attribute(vm, instance, self->name);
  return {};
}
bool set_member(Vm& vm, Value descriptor, Value instance, Value value) {
  MemberDescriptor* self = member_of(descriptor);
  if (!check_instance(vm, self, to_utf8(self->name).c_str(), instance)) return false;
  if (self->read_only) {
    raise(vm, exceptions::AttributeError, "readonly attribute");
    return false;
  }
  Value& place = member_place(self, instance);
  if (value.is_null() && place.is_null() && !self->none_when_unset) return raise_attribute_error(vm, instance, self->name, to_utf8(self->name));
  incref(value);
  decref(std::exchange(place, value));
  return true;
}
Ref repr_member(Vm&, Value self) {
  return make_str(fmt::format("<member '{}' of '{}' objects>", to_utf8(member_of(self)->name), display_name(member_of(self)->owner)));
}
void destroy_member(Object* object) {
  auto* member = static_cast<MemberDescriptor*>(object);
  decref(member->name);
  if (member->owner) decref(member->owner);
  free_object(member, sizeof(MemberDescriptor));
}
void traverse_member(Object* object, Visitor& visitor) {
  if (Type* owner = static_cast<MemberDescriptor*>(object)->owner) visitor.visit(Value::of(owner));
}

Ref get_member_name(Vm&, Value self) { return member_of(self)->name; }
Ref get_member_owner(Vm&, Value self) { return member_of(self)->owner; }
constexpr GetterDescription kMemberGetters[] = {{"__name__", get_member_name}, {"__objclass__", get_member_owner}, {"__doc__", get_no_doc}};

// --- __dict__ and __weakref__ of instances -------------------------------------------------------------------------

Ref get_dict(Vm&, Value self) { return instance_dictionary(self.object()); }
bool set_dict(Vm& vm, Value self, Value value) {
  if (value.is_null()) {
    raise(vm, exceptions::TypeError, "cannot delete __dict__");
    return false;
  }
  if (!is_dict(value)) {
    raise(vm, exceptions::TypeError, "__dict__ must be set to a dictionary, not a '{}'", type_name(value));
    return false;
  }
  replace_dictionary(self.object(), value.as<Dict>());
  return true;
}
Ref get_weakref(Vm& vm, Value self) {
  if (!(self.object()->flags & kWeaklyReferenced)) return kNone;
  return get_item(vm, weak_references(self), Value::small(0));
}

constexpr GetterDescription kDictGetter{"__dict__", get_dict, set_dict};
constexpr GetterDescription kWeakrefGetter{"__weakref__", get_weakref};

}  // namespace

Ref make_static_method(Value callable) { return new_wrapper(&static_method_type, callable); }
Ref make_class_method(Value callable) { return new_wrapper(&class_method_type, callable); }

Ref make_getset_descriptor(const GetterDescription& description, Type* owner) {
  auto* descriptor = allocate_object<GetSetDescriptor>(&getset_descriptor_type);
  descriptor->description = &description;
  descriptor->owner = owner;
  return Ref::take(descriptor);
}

Ref make_member_descriptor(Str* name, Type* owner, uint32_t offset, bool none_when_unset, bool read_only) {
  auto* member = allocate_object<MemberDescriptor>(&member_descriptor_type);
  incref(member->name = name);
  incref(member->owner = owner);
  member->offset = offset;
  member->none_when_unset = none_when_unset;
  member->read_only = read_only;
  return Ref::take(member);
}

Ref make_dict_descriptor(Type* owner) { return make_getset_descriptor(kDictGetter, owner); }
Ref make_weakref_descriptor(Type* owner) { return make_getset_descriptor(kWeakrefGetter, owner); }

void define_descriptor_types() {
  Operations operations;
  operations.destroy = destroy_wrapper;
  operations.traverse = traverse_wrapper;
  operations.clear = clear_wrapper;
  operations.repr = repr_wrapper;
  operations.create = create_wrapper;
  operations.initialize = initialize_wrapper;
  operations.descriptor_get = get_static;
  operations.call = call_static;
  define_type(static_method_type, {.name = "staticmethod", .base = nullptr, .basic_size = sizeof(MethodWrapper),
                                   .flags = kHasAttributes | kSubclassable, .operations = operations, .getters = kWrapperGetters});
  operations.descriptor_get = get_class;
  operations.call = nullptr;
  define_type(class_method_type, {.name = "classmethod", .base = nullptr, .basic_size = sizeof(MethodWrapper),
                                  .flags = kHasAttributes | kSubclassable, .operations = operations, .getters = kWrapperGetters});
  operations = {};
  operations.destroy = destroy_getset;
  operations.repr = repr_getset;
  operations.descriptor_get = get_getset;
  operations.descriptor_set = set_getset;
  define_type(getset_descriptor_type, {.name = "getset_descriptor", .base = nullptr, .basic_size = sizeof(GetSetDescriptor),
                                       .flags = 0, .operations = operations, .getters = kGetSetGetters});
  operations = {};
  operations.destroy = destroy_member;
  operations.traverse = traverse_member;
  operations.repr = repr_member;
  operations.descriptor_get = get_member;
  operations.descriptor_set = set_member;
  define_type(member_descriptor_type, {.name = "member_descriptor", .base = nullptr, .basic_size = sizeof(MemberDescriptor),
                                       .flags = kTracked, .operations = operations, .getters = kMemberGetters});
}

}  // namespace gilsim::python
