#include "interpreter/objects/type.h"

#include <cstring>
#include <new>

#include "interpreter/objects/class_creation.h"
#include "interpreter/objects/descriptors.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/tuple.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/type_slots.h"

namespace gilsim::python {

namespace {

constexpr uint32_t kInheritedFlags = kTracked | kHasAttributes | kUnhashable | kHasFinalizer | kIntSubclass | kStrSubclass |
                                     kTupleSubclass | kListSubclass | kDictSubclass | kExceptionSubclass | kTypeSubclass |
                                     kFloatSubclass | kBytesSubclass | kSetSubclass;

// Operations is a row of function pointers and nothing else, so inheriting is filling the gaps.
void fill_gaps(Operations& operations, const Operations& base) {
  static_assert(sizeof(Operations) % sizeof(void*) == 0);
  auto* own = reinterpret_cast<void**>(&operations);
  auto* inherited = reinterpret_cast<void* const*>(&base);
  for (size_t i = 0; i < sizeof(Operations) / sizeof(void*); ++i)
    if (!own[i]) own[i] = inherited[i];
}

void set_names(Type& type, std::string_view full_name) {
  size_t dot = full_name.rfind('.');
  type.module_name = dot == std::string_view::npos ? "builtins" : full_name.substr(0, dot);
  type.name = type.qualified_name = intern(dot == std::string_view::npos ? full_name : full_name.substr(dot + 1));
  incref(type.name);
  incref(type.qualified_name);
}

void set_bases(Type& type, Type* base) {
  type.base = base;
  type.bases = new_tuple(base ? 1 : 0);
  if (base) type.bases->items[0] = Value::of(base);
  int64_t inherited = base ? base->mro->size : 0;
  type.mro = new_tuple(inherited + 1);
  type.mro->items[0] = Value::of(&type);
  for (int64_t i = 0; i < inherited; ++i) type.mro->items[i + 1] = base->mro->items[i];
  if (base) add_subclass(base, &type);
}

void set_flags(Type& type, const TypeDefinition& definition) {
  type.type_flags = definition.flags | kImmutable | (type.base ? type.base->type_flags & kInheritedFlags : 0);
  if (type.type_flags & kHasAttributes) type.type_flags |= kTracked;
  if (definition.operations.hash) type.type_flags &= ~uint32_t{kUnhashable};
  if (definition.operations.finalize) type.type_flags |= kHasFinalizer;
}

void add(Type& type, const char* name, const Ref& value) { dict_set_str(type.dictionary, intern(name), value); }

void fill_namespace(Type& type, const TypeDefinition& definition) {
  add_slot_wrappers(type, definition.operations);
  if (definition.operations.create) add(type, "__new__", make_native_new(&type));
  for (const NativeDescription& each : definition.methods)
    add(type, each.name, make_method_descriptor(each, &type, NativeKind::Method));
  for (const NativeDescription& each : definition.class_methods)
    add(type, each.name, make_method_descriptor(each, &type, NativeKind::ClassMethod));
  for (const NativeDescription& each : definition.static_methods)
    add(type, each.name, make_static_method(make_native(each, kNull, kNull)));
  for (const GetterDescription& each : definition.getters) add(type, each.name, make_getset_descriptor(each, &type));
  if (has_flag(&type, kHasAttributes) && !has_flag(type.base, kHasAttributes) && dict_get_str(type.dictionary, names.dict).is_null())
    add(type, "__dict__", make_dict_descriptor(&type));
  if (has_flag(&type, kUnhashable)) add(type, "__hash__", kNone);
  if (dict_get_str(type.dictionary, names.doc).is_null()) add(type, "__doc__", definition.doc ? make_str(definition.doc) : Ref(kNone));
}

}  // namespace

void define_type(Type& type, const TypeDefinition& definition) {
  new (&type) Type();
  static_cast<Object&>(type) = {&type_type, 1u << 30, kImmortal | kUntracked};
  set_names(type, definition.name);
  Type* base = definition.base ? definition.base : &object_type;
  set_bases(type, &type == &object_type ? nullptr : base);
  set_flags(type, definition);
  type.operations = definition.operations;
  if (type.base) fill_gaps(type.operations, type.base->operations);
  // A built-in type that has no constructor of its own cannot be made by programs.
  if (type.base == &object_type) type.operations.create = definition.operations.create;
  if (has_flag(&type, kUnhashable)) type.operations.hash = nullptr;
  type.basic_size = definition.basic_size ? definition.basic_size : type.base ? type.base->basic_size : sizeof(Object);
  if (has_flag(&type, kHasAttributes)) type.root_shape = new_root_shape(&type);
  type.version = next_version();
  type.dictionary = new_dict();
  fill_namespace(type, definition);
}

void add_subclass(Type* base, Type* derived) {
  if (base->subclass_count == base->subclass_capacity) {
    int32_t capacity = base->subclass_capacity ? base->subclass_capacity * 2 : 4;
    auto bytes = [](int32_t count) { return sizeof(Type*) * static_cast<size_t>(count); };
    base->subclasses = static_cast<Type**>(base->subclasses
        ? heap.reallocate(base->subclasses, bytes(base->subclass_capacity), bytes(capacity))
        : heap.allocate(bytes(capacity)));
    base->subclass_capacity = capacity;
  }
  base->subclasses[base->subclass_count++] = derived;
}

void remove_subclass(Type* base, Type* derived) {
  Type** end = base->subclasses + base->subclass_count;
  for (Type** each = base->subclasses; each != end; ++each) {
    if (*each != derived) continue;
    std::memmove(each, each + 1, static_cast<size_t>(end - each - 1) * sizeof(Type*));
    --base->subclass_count;
    return;
  }
}

bool is_subtype(const Type* derived, const Type* base) {
  if (derived == base) return true;
  for (int64_t i = 1; i < derived->mro->size; ++i)
    if (derived->mro->items[i] == Value::of(base)) return true;
  return false;
}

std::string display_name(const Type* type) {
  std::string name = to_utf8(type->name);
  bool is_plain = type->module_name.empty() || type->module_name == "builtins";
  return is_plain ? name : std::string(type->module_name) + "." + name;
}

std::string type_name(Value value) { return display_name(type_of(value)); }

}  // namespace gilsim::python
