#include "interpreter/objects/dict_views.h"

#include "interpreter/objects/iterators.h"
#include "interpreter/objects/mapping_proxy.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type dict_keys_type, dict_values_type, dict_items_type;

Ref make_dict_view(Type* view_type, Dict* dict) {
  auto* view = allocate_object<DictView>(view_type);
  incref(view->dict = dict);
  return Ref::take(view);
}

namespace {

Dict* dict_of(Value view) { return view.as<DictView>()->dict; }

void destroy_view(Object* object) {
  auto* view = static_cast<DictView*>(object);
  decref(view->dict);
  free_object(view, sizeof(DictView));
}

void traverse_view(Object* object, Visitor& visitor) { visitor.visit(Value::of(static_cast<DictView*>(object)->dict)); }

int64_t length_of(Vm&, Value self) { return dict_of(self)->used; }

Type* forward_iterator(Type* view) {
  if (is_subtype(view, &dict_keys_type)) return &dict_key_iterator_type;
  return is_subtype(view, &dict_values_type) ? &dict_value_iterator_type : &dict_item_iterator_type;
}
Type* backward_iterator(Type* view) {
  if (is_subtype(view, &dict_keys_type)) return &dict_reverse_key_iterator_type;
  return is_subtype(view, &dict_values_type) ? &dict_reverse_value_iterator_type : &dict_reverse_item_iterator_type;
}

Ref iterate_view(Vm&, Value self) { return make_dict_iterator(forward_iterator(type_of(self)), dict_of(self)); }

Ref reversed(Vm&, const Arguments& arguments) {
  return make_dict_iterator(backward_iterator(type_of(arguments[0])), dict_of(arguments[0]));
}

Ref repr_view(Vm& vm, Value self) {
  ReprGuard guard(vm, self);
  if (guard.is_recursive()) return make_str("...");
  Ref items = to_list(vm, self);
  if (!items) return {};
  return row_repr(vm, items.as<List>(), type_name(self) + "([", "])");
}

int contains_key(Vm& vm, Value self, Value key) {
  Value value;
  return dict_lookup(vm, dict_of(self), key, &value);
}

int contains_pair(Vm& vm, Value self, Value pair) {
  if (!is_tuple(pair) || pair.as<Tuple>()->size != 2) return 0;
  Value found;
  int known = dict_lookup(vm, dict_of(self), pair.as<Tuple>()->items[0], &found);
  if (known <= 0) return known;
  Ref held(found);
  return equal_items(vm, held, pair.as<Tuple>()->items[1]);
}

// --- keys and items as sets -------------------------------------------------------------------------------------------

bool is_set_view(Value value) { return is_instance(value, &dict_keys_type) || is_instance(value, &dict_items_type); }
bool is_set_or_view(Value value) { return is_set(value) || is_set_view(value); }

int all_in(Vm& vm, Value items, Value container) {
  int answer = 1;
  bool done = for_each(vm, items, [&](Value item) { return (answer = contains(vm, container, item)) > 0; });
  return is_pending(vm) ? -1 : done;
}

Ref compare_views(Vm& vm, Value left, Value right, CompareOperator op) {
  if (!is_set_view(left) || !is_set_or_view(right)) return kNotImplemented;
  int64_t ours = length(vm, left), theirs = length(vm, right);
  if (ours < 0 || theirs < 0) return {};
  int answer = 0;
  switch (op) {
    case CompareOperator::Equal:
    case CompareOperator::NotEqual: answer = ours == theirs ? all_in(vm, left, right) : 0; break;
    case CompareOperator::Less: answer = ours < theirs ? all_in(vm, left, right) : 0; break;
    case CompareOperator::LessEqual: answer = ours <= theirs ? all_in(vm, left, right) : 0; break;
    case CompareOperator::Greater: answer = ours > theirs ? all_in(vm, right, left) : 0; break;
    case CompareOperator::GreaterEqual: answer = ours >= theirs ? all_in(vm, right, left) : 0; break;
  }
  if (answer < 0) return {};
  return Value::of((answer == 1) != (op == CompareOperator::NotEqual));
}

// A set of the left operand's items, which may be the view or, in a reflected operation, anything iterable.
Ref to_set(Vm& vm, Value iterable) {
  if (type_of(iterable) == &dict_keys_type) return make_set(vm, Value::of(dict_of(iterable)));
  return make_set(vm, iterable);
}

Ref both(Vm& vm, Value left, Value right) {
  if (!is_set_view(left)) std::swap(left, right);
  // The smaller one is walked where both can be asked.
  bool walk_left = type_of(right) == &set_type && dict_of(left)->used <= right.as<Set>()->used;
  if (walk_left || (is_set_view(right) && dict_of(right)->used > dict_of(left)->used)) std::swap(left, right);
  Ref result = make_set(vm, kNull);
  bool done = for_each(vm, right, [&](Value item) {
    int known = contains(vm, left, item);
    return known >= 0 && (known == 0 || set_add(vm, result.as<Set>(), item));
  });
  if (!done) return {};
  return result;
}

template <bool (*update)(Vm&, Set*, Value)>
Ref combine(Vm& vm, Value left, Value right) {
  Ref result = to_set(vm, left);
  if (!result || !update(vm, result.as<Set>(), right)) return {};
  return result;
}

Ref is_disjoint(Vm& vm, const Arguments& arguments) {
  Value view = arguments[0], other = arguments[1];
  if (view == other) return Value::of(dict_of(view)->used == 0);
  if (is_set_or_view(other) && length(vm, other) > dict_of(view)->used) std::swap(view, other);
  int found = 0;
  for_each(vm, other, [&](Value item) { return (found = contains(vm, view, item)) == 0; });
  if (is_pending(vm)) return {};
  return Value::of(found == 0);
}

constexpr NativeDescription kReversed = {"__reversed__", reversed, {0, 0}, "Return a reverse iterator over the view."};
constexpr NativeDescription kValueMethods[] = {kReversed};
constexpr NativeDescription kSetMethods[] = {
    kReversed,
    {"isdisjoint", is_disjoint, {1, 1}, "Return True if the view and the given iterable have a null intersection."},
};
constexpr GetterDescription kGetters[] = {
    {"mapping", [](Vm&, Value self) { return make_mapping_proxy(Value::of(dict_of(self))); }},
};

Operations view_operations() {
  Operations result;
  result.destroy = destroy_view;
  result.traverse = traverse_view;
  result.repr = repr_view;
  result.iterate = iterate_view;
  result.length = length_of;
  return result;
}

void define_set_view(Type& type, const char* name, int (*contains)(Vm&, Value, Value)) {
  Operations operations = view_operations();
  operations.contains = contains;
  operations.compare = compare_views;
  operations.binary[static_cast<int>(Binary::And)] = both;
  operations.binary[static_cast<int>(Binary::Or)] = combine<set_update>;
  operations.binary[static_cast<int>(Binary::Subtract)] = combine<set_difference_update>;
  operations.binary[static_cast<int>(Binary::Xor)] = combine<set_symmetric_difference_update>;
  define_type(type, {.name = name,
                     .base = nullptr,
                     .basic_size = sizeof(DictView),
                     .flags = kTracked | kUnhashable,
                     .operations = operations,
                     .methods = kSetMethods,
                     .getters = kGetters});
}

}  // namespace

void define_dict_view_types() {
  define_set_view(dict_keys_type, "dict_keys", contains_key);
  define_set_view(dict_items_type, "dict_items", contains_pair);
  define_type(dict_values_type, {.name = "dict_values",
                                 .base = nullptr,
                                 .basic_size = sizeof(DictView),
                                 .flags = kTracked,
                                 .operations = view_operations(),
                                 .methods = kValueMethods,
                                 .getters = kGetters});
  define_dict_iterator_types();
}

}  // namespace gilsim::python
