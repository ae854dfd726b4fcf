#include "interpreter/objects/class_layout.h"

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/descriptors.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"

namespace gilsim::python {

namespace {

// The nearest class, itself included, that added something to the struct.
Type* solid_base(Type* type) {
  while (type->base) {
    bool is_built_in = !has_flag(type, kHeapType);
    bool adds = type->slot_bytes > type->base->slot_bytes || (is_built_in && type->basic_size != type->base->basic_size);
    if (adds) return type;
    type = type->base;
  }
  return type;
}

bool is_variable_sized(const Type* type) {
  return type->type_flags & (kIntSubclass | kStrSubclass | kTupleSubclass | kBytesSubclass | kTypeSubclass);
}

bool refuse(Vm& vm, const std::string& message) {
  raise(vm, exceptions::TypeError, std::string_view(message));
  return false;
}

bool is_identifier(const Str* text) {
  for (int64_t i = 0; i < text->length; ++i) {
    char32_t c = text->at(i);
    bool letter = c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
    if (!letter && !(i > 0 && c >= '0' && c <= '9')) return false;
  }
  return text->length > 0;
}

// Private names: `__x` in class `_C` is `_C__x`.
Str* mangle(Str* name, Str* class_name) {
  std::string text = to_utf8(name), owner = to_utf8(class_name);
  bool is_private = text.starts_with("__") && !text.ends_with("__");
  owner.erase(0, owner.find_first_not_of('_'));
  return is_private && !owner.empty() ? intern("_" + owner + text) : intern(name);
}

// __slots__ as a list: one str stands for itself.
Ref list_slots(Vm& vm, Value slots) {
  if (!is_str(slots)) return to_list(vm, slots);
  Ref list = Ref::take(new_list());
  list_append(list.as<List>(), slots);
  return list;
}

bool read_slot(Vm& vm, Value item, Dict* namespace_, Str* class_name, bool may_add_dict, bool may_add_weakref,
               SlotNames* result) {
  if (!is_str(item)) return refuse(vm, fmt::format("__slots__ items must be strings, not '{}'", type_name(item)));
  if (!is_identifier(item.as<Str>())) return refuse(vm, "__slots__ must be identifiers");
  Str* name = intern(item.as<Str>());
  if (name == names.dict) {
    if (!may_add_dict || result->has_dict) return refuse(vm, "__dict__ slot disallowed: we already got one");
    result->has_dict = true;
    return true;
  }
  if (name == names.weakref) {
    if (!may_add_weakref || result->has_weakref) return refuse(vm, "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0");
    result->has_weakref = true;
    return true;
  }
  Str* mangled = mangle(name, class_name);
  bool is_exempt = name == names.qualname || name == names.classcell;
  if (!is_exempt && !dict_get_str(namespace_, mangled).is_null()) {
    raise(vm, exceptions::ValueError, "{} in __slots__ conflicts with class variable", repr_utf8(vm, item));
    return false;
  }
  list_append(result->names.as<List>(), Value::of(mangled));
  return true;
}

}  // namespace

Type* choose_layout_base(Vm& vm, const Tuple* bases) {
  Type *winner = nullptr, *base = nullptr;
  for (int64_t i = 0; i < bases->size; ++i) {
    if (!is_instance(bases->items[i], &type_type)) return refuse(vm, "bases must be types"), nullptr;
    auto* each = bases->items[i].as<Type>();
    if (!has_flag(each, kSubclassable)) {
      refuse(vm, fmt::format("type '{}' is not an acceptable base type", display_name(each)));
      return nullptr;
    }
    Type* candidate = solid_base(each);
    if (!winner || (winner != candidate && is_subtype(candidate, winner))) {
      winner = candidate;
      base = each;
    } else if (!is_subtype(winner, candidate)) {
      refuse(vm, "multiple bases have instance lay-out conflict");
      return nullptr;
    }
  }
  return base;
}

bool read_slots(Vm& vm, Dict* namespace_, Str* class_name, const Type* base, const Tuple* bases, SlotNames* result) {
  bool may_add_dict = !has_flag(base, kHasAttributes) && !has_flag(base, kTypeSubclass);
  const bool may_add_weakref = lookup(const_cast<Type*>(base), names.weakref).is_null();
  Ref slots(dict_get_str(namespace_, names.slots));
  result->given = static_cast<bool>(slots);
  result->names = Ref::take(new_list());
  if (!slots) {
    result->has_dict = may_add_dict;
    result->has_weakref = true;
    return true;
  }
  Ref list = list_slots(vm, slots);
  if (!list) return false;
  if (list.as<List>()->size > 0 && is_variable_sized(base))
    return refuse(vm, fmt::format("nonempty __slots__ not supported for subtype of '{}'", display_name(base)));
  for (int64_t i = 0; i < list.as<List>()->size; ++i)
    if (!read_slot(vm, Ref(list.as<List>()->items[i]), namespace_, class_name, may_add_dict, may_add_weakref, result)) return false;
  if (!list_sort(vm, result->names.as<List>(), kNone, false)) return false;
  for (int64_t i = 0; i < bases->size; ++i)
    if (may_add_dict && has_flag(bases->items[i].as<Type>(), kHasAttributes)) result->has_dict = true;
  return true;
}

void add_slot_members(Type* type, const SlotNames& slots) {
  auto* list = slots.names.as<List>();
  for (int64_t i = 0; i < list->size; ++i) {
    uint32_t offset = type->basic_size + type->base->slot_bytes + static_cast<uint32_t>(i) * 8;
    dict_set_str(type->dictionary, list->items[i].as<Str>(), make_member_descriptor(list->items[i].as<Str>(), type, offset, false));
  }
}

}  // namespace gilsim::python
