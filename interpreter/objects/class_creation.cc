#include "interpreter/objects/class_creation.h"

#include <new>

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/class_layout.h"
#include "interpreter/objects/descriptors.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/object_type.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/type_slots.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

bool fail(Vm& vm, const std::string& message) {
  raise(vm, exceptions::TypeError, std::string_view(message));
  return false;
}

bool check_arguments(Vm& vm, const Arguments& arguments) {
  if (arguments.size() != 3) return fail(vm, fmt::format("type.__new__() takes exactly 3 arguments ({} given)", arguments.size()));
  struct { bool right; const char* what; } wanted[] = {
      {is_str(arguments[0]), "str"}, {is_tuple(arguments[1]), "tuple"}, {is_dict(arguments[2]), "dict"}};
  for (size_t i = 0; i < 3; ++i)
    if (!wanted[i].right)
      return fail(vm, fmt::format("type.__new__() argument {} must be {}, not {}", i + 1, wanted[i].what, type_name(arguments[i])));
  return true;
}

// Bases that are no classes would need __mro_entries__, which only the class statement asks.
bool check_bases(Vm& vm, const Tuple* bases) {
  for (int64_t i = 0; i < bases->size; ++i) {
    if (is_instance(bases->items[i], &type_type)) continue;
    bool failed = false;
    Ref entries = get_attribute_or_null(vm, bases->items[i], names.mro_entries, &failed);
    if (failed) return false;
    if (entries) return fail(vm, "type() doesn't support MRO entry resolution; use types.new_class()");
  }
  return true;
}

// --- the namespace -------------------------------------------------------------------------------------------------

Value get(const Dict* dictionary, Str* name) { return dict_get_str(dictionary, name); }

bool take_qualified_name(Vm& vm, Type* type) {
  Ref name(get(type->dictionary, names.qualname));
  if (!name) name = Ref(type->name);
  if (!is_str(name)) return fail(vm, fmt::format("type __qualname__ must be a str, not {}", type_name(name)));
  dict_delete_str(type->dictionary, names.qualname);
  type->qualified_name = name.release().as<Str>();
  return true;
}

void add_module_name(Vm& vm, Type* type) {
  if (!get(type->dictionary, names.module).is_null() || !vm.current_globals) return;
  const Dict* globals = vm.current_globals(vm);
  Value name = globals ? get(globals, names.name) : kNull;
  if (!name.is_null()) dict_set_str(type->dictionary, names.module, name);
}

void wrap_function(Type* type, Str* name, Ref (*wrap)(Value)) {
  Value found = get(type->dictionary, name);
  if (!found.is_null() && type_of(found) == &function_type) dict_set_str(type->dictionary, name, wrap(found));
}

// The cell behind `__class__` and super() in the methods.
bool take_class_cell(Vm& vm, Type* type) {
  Ref cell(get(type->dictionary, names.classcell));
  if (!cell) return true;
  if (type_of(cell) != &cell_type)
    return fail(vm, fmt::format("__classcell__ must be a nonlocal cell, not {}", repr_utf8(vm, Value::of(type_of(cell)))));
  incref(type);
  decref(std::exchange(cell.as<Cell>()->content, Value::of(type)));
  dict_delete_str(type->dictionary, names.classcell);
  return true;
}

void add_instance_descriptors(Type* type, const SlotNames& slots) {
  if (slots.has_dict && get(type->dictionary, names.dict).is_null())
    dict_set_str(type->dictionary, names.dict, make_dict_descriptor(type));
  bool inherits = !lookup(type->base, names.weakref).is_null();
  constexpr uint32_t kNever = kTypeSubclass | kIntSubclass | kTupleSubclass | kBytesSubclass;
  if (slots.has_weakref && !inherits && !has_flag(type, kNever) && get(type->dictionary, names.weakref).is_null())
    dict_set_str(type->dictionary, names.weakref, make_weakref_descriptor(type));
}

bool complete_namespace(Vm& vm, Type* type, const SlotNames& slots) {
  if (!take_qualified_name(vm, type)) return false;
  add_module_name(vm, type);
  wrap_function(type, names.new_, make_static_method);
  wrap_function(type, names.init_subclass, make_class_method);
  wrap_function(type, names.class_getitem, make_class_method);
  add_slot_members(type, slots);
  add_instance_descriptors(type, slots);
  if (get(type->dictionary, names.doc).is_null()) dict_set_str(type->dictionary, names.doc, kNone);
  if (!get(type->dictionary, names.eq).is_null() && get(type->dictionary, names.hash).is_null())
    dict_set_str(type->dictionary, names.hash, kNone);
  return take_class_cell(vm, type);
}

// --- the object ----------------------------------------------------------------------------------------------------

uint32_t flags_for(const Type* base, const SlotNames& slots) {
  constexpr uint32_t kInherited = kTracked | kHasAttributes | kIntSubclass | kStrSubclass | kTupleSubclass | kListSubclass |
                                  kDictSubclass | kExceptionSubclass | kTypeSubclass | kFloatSubclass | kBytesSubclass | kSetSubclass;
  // Instances hold a reference to their class, so they may be part of a cycle whatever they are.
  uint32_t flags = (base->type_flags & kInherited) | kHeapType | kSubclassable | kTracked;
  if (slots.has_dict) flags |= kHasAttributes;
  if (!(flags & kHasAttributes)) flags |= kNoDict;
  return flags;
}

// Valid in all fields, for the collector may meet it from now on.
Ref allocate_type(Type* metaclass, Str* name, Type* base, Tuple* bases, Dict* namespace_, const SlotNames& slots) {
  Dict* dictionary = dict_copy(namespace_);  // before the type, as in CPython: the collector's order shows it
  auto* type = static_cast<Type*>(allocate_object(metaclass, sizeof(Type)));
  Object header = *type;
  new (type) Type();
  static_cast<Object&>(*type) = header;
  Ref result = Ref::take(type);
  incref(type->name = name);
  incref(type->base = base);
  incref(type->bases = bases);
  type->type_flags = flags_for(base, slots);
  type->basic_size = base->basic_size;
  type->slot_bytes = base->slot_bytes + static_cast<uint32_t>(slots.names.as<List>()->size) * 8;
  type->version = next_version();
  type->mro = new_tuple(0);
  type->dictionary = dictionary;
  if (has_flag(type, kHasAttributes)) type->root_shape = new_root_shape(type);
  return result;
}

bool set_mro(Vm& vm, Type* type) {
  Ref order = compute_mro(vm, type, type->bases);
  if (!order) return false;
  Ref old = Ref::take(Value::of(std::exchange(type->mro, order.release().as<Tuple>())));
  for (int64_t i = 0; i < type->bases->size; ++i) add_subclass(type->bases->items[i].as<Type>(), type);
  return true;
}

// --- telling the others --------------------------------------------------------------------------------------------

bool fail_set_name(Vm& vm, Type* type, Value key, Value value) {
  Ref cause = take_pending_exception(vm);
  Ref text = make_str(fmt::format("Error calling __set_name__ on '{}' instance {} in '{}'", type_name(value), repr_utf8(vm, key), to_utf8(type->name)));
  Ref error = make_exception(vm, exceptions::RuntimeError, {text});
  auto* exception = error.as<BaseException>();
  incref(exception->cause = cause);
  exception->suppress_context = true;
  raise_exception(vm, error);
  incref(cause);
  decref(std::exchange(exception->context, cause));
  return false;
}

bool call_set_names(Vm& vm, Type* type) {
  Ref snapshot = Ref::take(dict_copy(type->dictionary));
  Value key, value;
  for (int32_t i = 0; dict_next(snapshot.as<Dict>(), i, &key, &value);) {
    SpecialMethod method = find_special(vm, value, names.set_name);
    if (method.failed) return false;
    if (method && !call_special(vm, method, value, {Value::of(type), key})) return fail_set_name(vm, type, key, value);
  }
  return true;
}

// super(type, type).__init_subclass__(**keywords)
bool call_init_subclass(Vm& vm, Type* type, const Arguments& arguments) {
  Value found = kNull;
  for (int64_t i = 1; i < type->mro->size && found.is_null(); ++i)
    found = get(type->mro->items[i].as<Type>()->dictionary, names.init_subclass);
  Ref method = bind_descriptor(vm, found, kNull, type);
  Arguments keywords{arguments.values + arguments.positional_count, 0, arguments.keyword_names};
  return method && call(vm, method, keywords);
}

Ref build(Vm& vm, Type* metaclass, const Arguments& arguments, Tuple* bases) {
  auto* namespace_ = arguments[2].as<Dict>();
  Type* base = choose_layout_base(vm, bases);
  if (!base) return {};
  SlotNames slots;
  if (!read_slots(vm, namespace_, arguments[0].as<Str>(), base, bases, &slots)) return {};
  Ref result = allocate_type(metaclass, intern(arguments[0].as<Str>()), base, bases, namespace_, slots);
  auto* type = result.as<Type>();
  if (!complete_namespace(vm, type, slots) || !set_mro(vm, type)) return {};
  inherit_operations(type);
  if (!call_set_names(vm, type) || !call_init_subclass(vm, type, arguments)) return {};
  return result;
}

}  // namespace

Ref type_create(Vm& vm, Type* metaclass, const Arguments& arguments) {
  if (!check_arguments(vm, arguments)) return {};
  Ref bases(arguments[1]);
  if (!check_bases(vm, bases.as<Tuple>())) return {};
  Type* winner = choose_metaclass(vm, metaclass, bases.as<Tuple>());
  if (!winner) return {};
  if (winner != metaclass && winner->operations.create != type_create) return winner->operations.create(vm, winner, arguments);
  if (bases.as<Tuple>()->size == 0) bases = make_tuple({Value::of(&object_type)});
  return build(vm, winner, arguments, bases.as<Tuple>());
}

Ref type_call(Vm& vm, Value self, const Arguments& arguments) {
  auto* type = self.as<Type>();
  if (type == &type_type) {
    size_t count = arguments.size();
    if (count == 1 && arguments.keyword_count() == 0) return type_of(arguments[0]);
    if (count != 3) return raise(vm, exceptions::TypeError, "type() takes 1 or 3 arguments");
  }
  vm.charge(has_flag(type, kHeapType) ? kTypeCallNs + kInstanceNs : kTypeCallNs);
  if (!type->operations.create) return raise(vm, exceptions::TypeError, "cannot create '{}' instances", display_name(type));
  Ref object = type->operations.create(vm, type, arguments);
  if (!object || !is_instance(object, type)) return object;
  auto initialize = type_of(object)->operations.initialize;
  if (initialize && !initialize(vm, object, arguments)) return {};
  return object;
}

}  // namespace gilsim::python
