// collections.OrderedDict: dict remembers the order itself; what is left are methods about the order, an equality that
// looks at it, and updating by way of a subclass's own __setitem__.
#include "interpreter/modules/collections/collections.h"
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/dict_views.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python::collections {

namespace {

Type ordered_dict_type, ordered_keys_type, ordered_values_type, ordered_items_type;

Dict* self_of(Value self) { return self.as<Dict>(); }
Dict* self_of(const Arguments& arguments) { return self_of(arguments[0]); }

bool sets_items_as_dict(Value self) { return type_of(self)->operations.set_item == dict_type.operations.set_item; }

bool set_pair(Vm& vm, Value self, Value pair) {
  Value parts[2];
  Ref iterator = iterate(vm, pair);
  if (!iterator || !unpack(vm, iterator, 2, parts)) return false;
  Ref key = Ref::take(parts[0]), value = Ref::take(parts[1]);
  return set_item(vm, self, key, value);
}

bool update_from(Vm& vm, Value self, Value other) {
  if (sets_items_as_dict(self) && is_dict(other)) return dict_update(vm, self_of(self), other);
  bool failed;
  Ref keys = get_attribute_or_null(vm, other, intern("keys"), &failed);
  if (failed) return false;
  if (!keys) return for_each(vm, other, [&](Value pair) { return set_pair(vm, self, pair); });
  Ref names = call(vm, keys);
  return names && for_each(vm, names, [&](Value key) {
           Ref value = get_item(vm, other, key);
           return value && set_item(vm, self, key, value);
         });
}

bool update_all(Vm& vm, Value self, const Arguments& arguments) {
  if (arguments.size() > 1)
    return fail(vm, exceptions::TypeError, "expected at most 1 arguments, got {}", arguments.size());
  if (arguments.size() && !update_from(vm, self, arguments[0])) return false;
  for (size_t i = 0; i < arguments.keyword_count(); ++i)
    if (!set_item(vm, self, Value::of(arguments.keyword_name(i)), arguments.keyword_value(i))) return false;
  return true;
}

Ref update(Vm& vm, const Arguments& arguments) {
  if (!update_all(vm, arguments[0], arguments.without_first())) return {};
  return kNone;
}

Ref repr_ordered(Vm& vm, Value self) {
  ReprGuard guard(vm, self);
  if (guard.is_recursive()) return make_str("...");
  std::string name = to_utf8(type_of(self)->name);
  if (self_of(self)->used == 0) return make_str(name + "()");
  Ref items = call_method(vm, self, intern("items"));
  Ref list = items ? to_list(vm, items) : Ref();
  return list ? row_repr(vm, list.as<List>(), name + "([", "])") : Ref();
}

// Whether both have the same keys in the same order. 1, 0, -1
int same_order(Vm& vm, Dict* left, Dict* right) {
  Value key, other, ignored;
  for (int32_t i = 0, j = 0; dict_next(left, i, &key, &ignored) && dict_next(right, j, &other, &ignored);) {
    Ref held(key), held_other(other);
    int equal = equal_items(vm, held, held_other);
    if (equal <= 0) return equal;
  }
  return 1;
}

Ref compare_ordered(Vm& vm, Value left, Value right, CompareOperator op) {
  if (op != CompareOperator::Equal && op != CompareOperator::NotEqual) return kNotImplemented;
  Ref result = dict_type.operations.compare(vm, left, right, CompareOperator::Equal);
  if (!result || result.get() == kNotImplemented) return result;
  bool equal = result.get().is_true();
  if (equal && is_instance(right, &ordered_dict_type) && is_instance(left, &ordered_dict_type)) {
    int same = same_order(vm, self_of(left), self_of(right));
    if (same < 0) return {};
    equal = same;
  }
  return Value::of(equal == (op == CompareOperator::Equal));
}

Ref merge(Vm& vm, Value left, Value right) {
  if (!is_dict(left) || !is_dict(right)) return kNotImplemented;
  Value self = is_instance(left, &ordered_dict_type) ? left : right;
  Ref result = call(vm, Value::of(type_of(self)), {left});
  if (!result || !update_from(vm, result, right)) return {};
  return result;
}

Ref merge_in_place(Vm& vm, Value left, Value right) {
  if (!update_from(vm, left, right)) return {};
  return left;
}

bool read_last(Vm& vm, const Arguments& arguments, const ParameterList& parameters, Value* values, bool* last) {
  if (!bind(vm, arguments.without_first(), parameters, values)) return false;
  Value given = values[parameters.count - 1];
  int truth_of_last = given.is_null() ? 1 : truth(vm, given);
  *last = truth_of_last > 0;
  return truth_of_last >= 0;
}

Ref move_to_end(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"key", "last"};
  Value values[2];
  bool last;
  if (!read_last(vm, arguments, {"move_to_end", kNames, 2, 0, 1}, values, &last)) return {};
  if (!dict_move_to_end(vm, self_of(arguments), values[0], last)) return {};
  return kNone;
}

Ref pop_item(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"last"};
  Value value;
  bool last;
  if (!read_last(vm, arguments, {"popitem", kNames, 1, 0, 0}, &value, &last)) return {};
  Dict* dict = self_of(arguments);
  if (dict->used == 0) return raise(vm, exceptions::KeyError, "dictionary is empty");
  Tuple* pair = new_tuple(2);
  (last ? dict_pop_last : dict_pop_first)(dict, &pair->items[0], &pair->items[1]);
  return Ref::take(pair);
}

Ref pop(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"key", "default"};
  Value values[2];
  if (!bind(vm, arguments.without_first(), {"pop", kNames, 2, 0, 1}, values)) return {};
  Ref value = dict_take(vm, self_of(arguments), values[0]);
  if (value || is_pending(vm)) return value;
  return values[1].is_null() ? raise(vm, exceptions::KeyError, values[0]) : Ref(values[1]);
}

Ref set_default(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"key", "default"};
  Value values[2];
  if (!bind(vm, arguments.without_first(), {"setdefault", kNames, 2, 0, 1}, values)) return {};
  Value value;
  int found = dict_lookup(vm, self_of(arguments), values[0], &value);
  if (found) return found < 0 ? Ref() : Ref(value);
  value = values[1].is_null() ? kNone : values[1];
  if (!set_item(vm, arguments[0], values[0], value)) return {};
  return value;
}

Ref copy(Vm& vm, const Arguments& arguments) { return call(vm, Value::of(type_of(arguments[0])), {arguments[0]}); }

Ref reduce(Vm& vm, const Arguments& arguments) {
  Ref items = call_method(vm, arguments[0], intern("items"));
  Ref iterator = items ? iterate(vm, items) : Ref();
  if (!iterator) return {};
  return make_tuple({Value::of(type_of(arguments[0])), make_tuple({}), kNone, kNone, iterator});
}

Ref keys(Vm&, const Arguments& arguments) { return make_dict_view(&ordered_keys_type, self_of(arguments)); }
Ref values(Vm&, const Arguments& arguments) { return make_dict_view(&ordered_values_type, self_of(arguments)); }
Ref items(Vm&, const Arguments& arguments) { return make_dict_view(&ordered_items_type, self_of(arguments)); }

constexpr NativeDescription kMethods[] = {
    {"update", update, kAny, "Update the dictionary from a mapping or iterable of pairs and from keywords."},
    {"move_to_end", move_to_end, kAny, "Move an existing element to the end (or beginning if last is false)."},
    {"popitem", pop_item, kAny, "Remove and return a (key, value) pair from the dictionary."},
    {"pop", pop, kAny, "Remove specified key and return the corresponding value."},
    {"setdefault", set_default, kAny, "Insert key with a value of default if key is not in the dictionary."},
    {"copy", copy, {0, 0}, "od.copy() -> a shallow copy of od"},
    {"keys", keys, {0, 0}},
    {"values", values, {0, 0}},
    {"items", items, {0, 0}},
    {"__reduce__", reduce, {0, 0}, "Return state information for pickling."},
};

void define_view(Type& type, const char* name, Type* base) {
  define_type(type, {.name = name, .base = base, .basic_size = sizeof(DictView), .flags = kTracked, .operations = {}});
}

}  // namespace

void add_ordered_dict_types(Module* module) {
  Operations operations;
  operations.initialize = update_all;
  operations.repr = repr_ordered;
  operations.compare = compare_ordered;
  operations.binary[static_cast<int>(Binary::Or)] = merge;
  operations.in_place[static_cast<int>(Binary::Or)] = merge_in_place;
  define_type(ordered_dict_type, {.name = "collections.OrderedDict",
                                  .base = &dict_type,
                                  .basic_size = sizeof(Dict),
                                  .flags = kTracked | kSubclassable,
                                  .operations = operations,
                                  .methods = kMethods,
                                  .doc = "Dictionary that remembers insertion order"});
  dict_set_str(module->dictionary, intern("OrderedDict"), Value::of(&ordered_dict_type));
  define_view(ordered_keys_type, "odict_keys", &dict_keys_type);
  define_view(ordered_values_type, "odict_values", &dict_values_type);
  define_view(ordered_items_type, "odict_items", &dict_items_type);
}

}  // namespace gilsim::python::collections
