// The dict type: operators and methods.
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/dict_views.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

namespace {

Dict* self_of(Value self) { return self.as<Dict>(); }
Dict* self_of(const Arguments& arguments) { return self_of(arguments[0]); }

void traverse(Object* object, Visitor& visitor) {
  auto* dict = static_cast<Dict*>(object);
  Value key, value;
  for (int32_t i = 0; dict_next(dict, i, &key, &value);) visitor.visit(key), visitor.visit(value);
}

void clear(Object* object) { dict_clear(static_cast<Dict*>(object)); }

}  // namespace

Ref dict_repr_items(Vm& vm, Value self) {
  TextBuilder text;
  text.append("{");
  Value key, value;
  for (int32_t i = 0; dict_next(self_of(self), i, &key, &value);) {
    Ref held_key(key), held_value(value);
    if (text.length() > 1) text.append(", ");
    Ref key_text = repr(vm, held_key);
    if (!key_text) return {};
    Ref value_text = repr(vm, held_value);
    if (!value_text) return {};
    text.append(key_text.get());
    text.append(": ");
    text.append(value_text.get());
  }
  text.append("}");
  vm.charge(text.length());
  return text.finish();
}

Ref dict_subscript(Vm& vm, Value self, Value key) {
  Ref held(self);
  Value value;
  int found = dict_lookup(vm, self_of(self), key, &value);
  if (found > 0) return value;
  if (found < 0) return {};
  if (type_of(self) != &dict_type) {
    SpecialMethod missing = find_special(vm, self, names.missing);
    if (missing) return call_special(vm, missing, self, {key});
    if (missing.failed) return {};
  }
  return raise(vm, exceptions::KeyError, key);
}

namespace {

// --- update -----------------------------------------------------------------------------------------------------------

bool update_from_dict(Vm& vm, Dict* dict, Dict* other) {
  if (dict == other) return true;
  vm.charge(kMoveCost * 10 * other->used);
  Value key, value;
  for (int32_t i = 0; dict_next(other, i, &key, &value);) {
    Ref held_key(key), held_value(value);
    int64_t used = other->used;
    if (!dict_set_hashed(vm, dict, key, other->entries[i - 1].hash, value)) return false;
    if (other->used != used) return fail(vm, exceptions::RuntimeError, "dict mutated during update");
  }
  return true;
}

bool update_from_mapping(Vm& vm, Dict* dict, Value mapping) {
  Ref keys = call_method(vm, mapping, names.keys);
  return keys && for_each(vm, keys, [&](Value key) {
           Ref value = python::get_item(vm, mapping, key);
           return value && dict_set(vm, dict, key, value);
         });
}

bool set_pair(Vm& vm, Dict* dict, Value pair, int64_t number) {
  if (!type_of(pair)->operations.iterate && !type_of(pair)->operations.get_item)
    return fail(vm, exceptions::TypeError, "cannot convert dictionary update sequence element #{} to a sequence",
                number);
  Ref items = is_list(pair) || is_tuple(pair) ? Ref(pair) : to_list(vm, pair);
  if (!items) return false;
  bool from_list = is_list(items);
  int64_t size = from_list ? items.as<List>()->size : items.as<Tuple>()->size;
  if (size != 2)
    return fail(vm, exceptions::ValueError,
                "dictionary update sequence element #{} has length {}; 2 is required", number, size);
  const Value* row = from_list ? items.as<List>()->items : items.as<Tuple>()->items;
  Ref key(row[0]), value(row[1]);
  return dict_set(vm, dict, key, value);
}

bool update_from_pairs(Vm& vm, Dict* dict, Value pairs) {
  int64_t number = 0;
  return for_each(vm, pairs, [&](Value pair) { return set_pair(vm, dict, pair, number++); });
}

bool iterates_as_dict(Value value) { return is_dict(value) && type_of(value)->operations.iterate == iterate_dict; }

bool set_keywords(Dict* dict, const Arguments& arguments) {
  for (size_t i = 0; i < arguments.keyword_count(); ++i)
    dict_set_str(dict, arguments.keyword_name(i), arguments.keyword_value(i));
  return true;
}

bool update_from_arguments(Vm& vm, const Arguments& arguments, const char* function) {
  if (arguments.size() > 2)
    return fail(vm, exceptions::TypeError, "{} expected at most 1 argument, got {}", function, arguments.size() - 1);
  Dict* dict = self_of(arguments);
  return (arguments.size() < 2 || dict_update(vm, dict, arguments[1])) && set_keywords(dict, arguments);
}

}  // namespace

bool dict_update(Vm& vm, Dict* dict, Value other) {
  if (iterates_as_dict(other)) return update_from_dict(vm, dict, other.as<Dict>());
  bool failed;
  Ref keys = get_attribute_or_null(vm, other, names.keys, &failed);
  if (failed) return false;
  return keys ? update_from_mapping(vm, dict, other) : update_from_pairs(vm, dict, other);
}

bool initialize_dict(Vm& vm, Value self, const Arguments& arguments) {
  if (arguments.size() > 1)
    return fail(vm, exceptions::TypeError, "dict expected at most 1 argument, got {}", arguments.size());
  Dict* dict = self_of(self);
  return (arguments.size() == 0 || dict_update(vm, dict, arguments[0])) && set_keywords(dict, arguments);
}

namespace {

// --- operators --------------------------------------------------------------------------------------------------------

Ref repr_dict(Vm& vm, Value self) {
  ReprGuard guard(vm, self);
  if (guard.is_recursive()) return make_str("{...}");
  return dict_repr_items(vm, self);
}

int equal_dicts(Vm& vm, Dict* left, Dict* right) {
  if (left->used != right->used) return 0;
  vm.charge(kComparisonCost * 2 * left->used);
  Value key, value;
  for (int32_t i = 0; dict_next(left, i, &key, &value);) {
    Ref held_key(key), held_value(value);
    Value other;
    int found = dict_lookup_hashed(vm, right, key, left->entries[i - 1].hash, &other);
    if (found <= 0) return found;
    Ref held_other(other);
    int equal = equal_items(vm, held_value, held_other);
    if (equal <= 0) return equal;
  }
  return 1;
}

Ref compare_dicts(Vm& vm, Value left, Value right, CompareOperator op) {
  bool equality = op == CompareOperator::Equal || op == CompareOperator::NotEqual;
  if (!equality || !is_dict(left) || !is_dict(right)) return kNotImplemented;
  int equal = equal_dicts(vm, self_of(left), self_of(right));
  if (equal < 0) return {};
  return Value::of((equal == 1) == (op == CompareOperator::Equal));
}

int64_t length_of(Vm&, Value self) { return self_of(self)->used; }

int contains_key(Vm& vm, Value self, Value key) {
  Value value;
  return dict_lookup(vm, self_of(self), key, &value);
}

bool set_item_of(Vm& vm, Value self, Value key, Value value) {
  if (!value.is_null()) return dict_set(vm, self_of(self), key, value);
  int deleted = dict_delete(vm, self_of(self), key);
  return deleted == 0 ? fail(vm, exceptions::KeyError, key) : deleted > 0;
}

// A plain dict with the same items, even of a subclass.
Ref copy_of(Vm& vm, Dict* dict) {
  vm.charge(kMoveCost * 4 * dict->used);
  return Ref::take(dict_copy(dict));
}

Ref merge(Vm& vm, Value left, Value right) {
  if (!is_dict(left) || !is_dict(right)) return kNotImplemented;
  Ref result = copy_of(vm, self_of(left));
  if (!dict_update(vm, result.as<Dict>(), right)) return {};
  return result;
}

Ref merge_in_place(Vm& vm, Value left, Value right) {
  if (!dict_update(vm, self_of(left), right)) return {};
  return left;
}

// --- methods ----------------------------------------------------------------------------------------------------------

Ref get(Vm& vm, const Arguments& arguments) {
  Value value;
  int found = dict_lookup(vm, self_of(arguments), arguments[1], &value);
  if (found < 0) return {};
  return found ? value : arguments.optional(2, kNone);
}

Ref set_default(Vm& vm, const Arguments& arguments) {
  Hash key_hash;
  if (!hash(vm, arguments[1], &key_hash)) return {};
  Value value;
  int found = dict_lookup_hashed(vm, self_of(arguments), arguments[1], key_hash, &value);
  if (found < 0) return {};
  if (found) return value;
  value = arguments.optional(2, kNone);
  if (!dict_set_hashed(vm, self_of(arguments), arguments[1], key_hash, value)) return {};
  return value;
}

Ref pop(Vm& vm, const Arguments& arguments) {
  Ref value = dict_take(vm, self_of(arguments), arguments[1]);
  if (value || is_pending(vm)) return value;
  if (arguments.size() > 2) return arguments[2];
  return raise(vm, exceptions::KeyError, arguments[1]);
}

Ref pop_item(Vm& vm, const Arguments& arguments) {
  Dict* dict = self_of(arguments);
  if (dict->used == 0) return raise(vm, exceptions::KeyError, "popitem(): dictionary is empty");
  Tuple* pair = new_tuple(2);
  dict_pop_last(dict, &pair->items[0], &pair->items[1]);
  return Ref::take(pair);
}

Ref keys(Vm&, const Arguments& arguments) { return make_dict_view(&dict_keys_type, self_of(arguments)); }
Ref values(Vm&, const Arguments& arguments) { return make_dict_view(&dict_values_type, self_of(arguments)); }
Ref items(Vm&, const Arguments& arguments) { return make_dict_view(&dict_items_type, self_of(arguments)); }

Ref update(Vm& vm, const Arguments& arguments) {
  if (!update_from_arguments(vm, arguments, "update")) return {};
  return kNone;
}

Ref clear_method(Vm&, const Arguments& arguments) {
  dict_clear(self_of(arguments));
  return kNone;
}

Ref copy(Vm& vm, const Arguments& arguments) { return copy_of(vm, self_of(arguments)); }

Ref from_keys(Vm& vm, const Arguments& arguments) {
  Ref result = call(vm, arguments[0]);
  if (!result) return {};
  Value value = arguments.optional(2, kNone);
  bool exact = type_of(result) == &dict_type;
  bool done = for_each(vm, arguments[1], [&](Value key) {
    return exact ? dict_set(vm, result.as<Dict>(), key, value) : set_item(vm, result, key, value);
  });
  if (!done) return {};
  return result;
}

Ref reversed(Vm&, const Arguments& arguments) {
  return make_dict_iterator(&dict_reverse_key_iterator_type, self_of(arguments));
}

Ref size_in_bytes(Vm&, const Arguments& arguments) {
  Dict* dict = self_of(arguments);
  if (!dict->indices) return make_int(48);
  bool only_str = true;
  Value key, value;
  for (int32_t i = 0; dict_next(dict, i, &key, &value);) only_str &= type_of(key) == &str_type;
  int64_t slots = int64_t{1} << dict->log2_size;
  int width = dict->log2_size < 8 ? 1 : dict->log2_size < 16 ? 2 : 4;
  return make_int(48 + 32 + slots * width + 2 * slots / 3 * (only_str ? 16 : 24));
}

constexpr NativeDescription kMethods[] = {
    {"get", get, {1, 2}, "Return the value for key if key is in the dictionary, else default."},
    {"setdefault", set_default, {1, 2}, "Insert key with a value of default if key is not in the dictionary."},
    {"pop", pop, {1, 2}, "D.pop(k[,d]) -> v, remove specified key and return the corresponding value."},
    {"popitem", pop_item, {0, 0}, "Remove and return a (key, value) pair as a 2-tuple."},
    {"keys", keys, {0, 0}, "D.keys() -> a set-like object providing a view on D's keys"},
    {"values", values, {0, 0}, "D.values() -> an object providing a view on D's values"},
    {"items", items, {0, 0}, "D.items() -> a set-like object providing a view on D's items"},
    {"update", update, kAny, "D.update([E, ]**F) -> None.  Update D from dict/iterable E and F."},
    {"clear", clear_method, {0, 0}, "D.clear() -> None.  Remove all items from D."},
    {"copy", copy, {0, 0}, "D.copy() -> a shallow copy of D"},
    {"__reversed__", reversed, {0, 0}, "Return a reverse iterator over the dict keys."},
    {"__sizeof__", size_in_bytes, {0, 0}, "D.__sizeof__() -> size of D in memory, in bytes"},
};

constexpr NativeDescription kClassMethods[] = {
    {"fromkeys", from_keys, {1, 2}, "Create a new dictionary with keys from iterable and values set to value."},
    {"__class_getitem__", class_getitem, {1, 1}, "See PEP 585"},
};

Operations operations() {
  Operations result;
  result.destroy = destroy_dict;
  result.traverse = traverse;
  result.clear = clear;
  result.repr = repr_dict;
  result.compare = compare_dicts;
  result.create = create_dict;
  result.initialize = initialize_dict;
  result.iterate = iterate_dict;
  result.length = length_of;
  result.get_item = dict_subscript;
  result.set_item = set_item_of;
  result.contains = contains_key;
  result.binary[static_cast<int>(Binary::Or)] = merge;
  result.in_place[static_cast<int>(Binary::Or)] = merge_in_place;
  return result;
}

}  // namespace

void define_dict_types() {
  define_type(dict_type, {.name = "dict",
                          .base = nullptr,
                          .basic_size = sizeof(Dict),
                          .flags = kTracked | kSubclassable | kDictSubclass | kUnhashable,
                          .operations = operations(),
                          .methods = kMethods,
                          .class_methods = kClassMethods,
                          .doc = "Built-in mapping that remembers the order of insertion."});
}

}  // namespace gilsim::python
