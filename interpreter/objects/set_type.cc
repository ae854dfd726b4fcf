// The types set and frozenset, and their iterator.
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

namespace {

Set* self_of(Value self) { return self.as<Set>(); }
Set* self_of(const Arguments& arguments) { return self_of(arguments[0]); }

void destroy_set(Object* object) {
  auto* set = static_cast<Set*>(object);
  set_clear(set);
  free_object(set, sizeof(Set));
}

void traverse(Object* object, Visitor& visitor) {
  Value item;
  for (int64_t i = 0; set_next(static_cast<Set*>(object), i, &item);) visitor.visit(item);
}

void clear(Object* object) { set_clear(static_cast<Set*>(object)); }

// The built-in type of a set: what its operators and methods make, even for a subclass.
Type* base_type(Value set) { return is_subtype(type_of(set), &frozenset_type) ? &frozenset_type : &set_type; }

bool check_arguments(Vm& vm, const Arguments& arguments, Type* exact_type, const Type* type, const char* name) {
  if (arguments.keyword_count() && type == exact_type)
    return fail(vm, exceptions::TypeError, "{}() takes no keyword arguments", name);
  if (arguments.size() > 1)
    return fail(vm, exceptions::TypeError, "{} expected at most 1 argument, got {}", name, arguments.size());
  return true;
}

Ref create_set(Vm&, Type* type, const Arguments&) { return Ref::take(new_set(type)); }

bool initialize_set(Vm& vm, Value self, const Arguments& arguments) {
  if (!check_arguments(vm, arguments, &set_type, type_of(self), "set")) return false;
  set_clear(self_of(self));
  return arguments.size() == 0 || set_update(vm, self_of(self), arguments[0]);
}

Ref create_frozenset(Vm& vm, Type* type, const Arguments& arguments) {
  if (!check_arguments(vm, arguments, &frozenset_type, type, "frozenset")) return {};
  Value source = arguments.optional(0);
  if (type == &frozenset_type && !source.is_null() && type_of(source) == &frozenset_type) return source;
  return make_set_of(vm, type, source);
}

Ref copy_of(Vm& vm, Value set) { return make_set_of(vm, base_type(set), set); }

Ref repr_set(Vm& vm, Value self) {
  Type* type = type_of(self);
  std::string name = type_name(self);
  ReprGuard guard(vm, self);
  if (guard.is_recursive()) return make_str(name + "(...)");
  if (self_of(self)->used == 0) return make_str(name + "()");
  Ref items = to_list(vm, self);
  if (!items) return {};
  if (type == &set_type) return row_repr(vm, items.as<List>(), "{", "}");
  return row_repr(vm, items.as<List>(), name + "({", "})");
}

// The same for every order of the items.
bool hash_frozenset(Vm&, Value self, Hash* result) {
  Set* set = self_of(self);
  if (set->hash == -1) {
    uint64_t sum = 0;
    SetEntry entry;
    for (int64_t i = 0; set_next(set, i, &entry);) {
      auto bits = static_cast<uint64_t>(entry.hash);
      sum ^= ((bits ^ 89869747u) ^ (bits << 16)) * 3644798167u;
    }
    sum ^= (static_cast<uint64_t>(set->used) + 1) * 1927868237u;
    sum ^= (sum >> 11) ^ (sum >> 25);
    sum = sum * 69069u + 907133923u;
    set->hash = sum == ~uint64_t{0} ? 590923713 : static_cast<Hash>(sum);
  }
  *result = set->hash;
  return true;
}

int equal_sets(Vm& vm, Set* left, Set* right) {
  if (left->used != right->used) return 0;
  if (left->hash != -1 && right->hash != -1 && left->hash != right->hash) return 0;
  return set_is_subset(vm, left, right);
}

Ref compare_sets(Vm& vm, Value left, Value right, CompareOperator op) {
  if (!is_set(left) || !is_set(right)) return kNotImplemented;
  Set *a = self_of(left), *b = self_of(right);
  int answer = 0;
  switch (op) {
    case CompareOperator::Equal:
    case CompareOperator::NotEqual: answer = equal_sets(vm, a, b); break;
    case CompareOperator::Less: answer = a->used < b->used ? set_is_subset(vm, a, b) : 0; break;
    case CompareOperator::LessEqual: answer = set_is_subset(vm, a, b); break;
    case CompareOperator::Greater: answer = a->used > b->used ? set_is_subset(vm, b, a) : 0; break;
    case CompareOperator::GreaterEqual: answer = set_is_subset(vm, b, a); break;
  }
  if (answer < 0) return {};
  return Value::of((answer == 1) != (op == CompareOperator::NotEqual));
}

int64_t length_of(Vm&, Value self) { return self_of(self)->used; }

// A set is not hashable, but may be looked for among frozensets: calls ask(item or a frozenset equal to it).
template <int (*ask)(Vm&, Set*, Value)>
int ask_for(Vm& vm, Value self, Value item) {
  int answer = ask(vm, self_of(self), item);
  if (answer >= 0 || !is_set(item) || !pending_matches(vm, exceptions::TypeError)) return answer;
  clear_pending(vm);
  Ref frozen = make_set_of(vm, &frozenset_type, item);
  return frozen ? ask(vm, self_of(self), frozen) : -1;
}

int contains_plainly(Vm& vm, Set* set, Value item) { return set_contains(vm, set, item); }
int contains_item(Vm& vm, Value self, Value item) { return ask_for<contains_plainly>(vm, self, item); }

// --- operators: both operands must be sets ----------------------------------------------------------------------------

bool are_sets(Value left, Value right) { return is_set(left) && is_set(right); }

Ref unite(Vm& vm, Value left, Value right) {
  if (!are_sets(left, right)) return kNotImplemented;
  Ref result = copy_of(vm, left);
  if (!result || !set_update(vm, result.as<Set>(), right)) return {};
  return result;
}

Ref intersect(Vm& vm, Value left, Value right) {
  if (!are_sets(left, right)) return kNotImplemented;
  return set_intersection(vm, self_of(left), right, base_type(left));
}

Ref subtract(Vm& vm, Value left, Value right) {
  if (!are_sets(left, right)) return kNotImplemented;
  return set_difference(vm, self_of(left), right, base_type(left));
}

// left ^ any iterable.
Ref symmetric_difference_of(Vm& vm, Value left, Value right) {
  Ref result = make_set_of(vm, base_type(left), right);
  if (!result || !set_symmetric_difference_update(vm, result.as<Set>(), left)) return {};
  return result;
}

Ref exclude(Vm& vm, Value left, Value right) {
  return are_sets(left, right) ? symmetric_difference_of(vm, left, right) : Ref(kNotImplemented);
}

template <bool (*update)(Vm&, Set*, Value)>
Ref in_place_of(Vm& vm, Value left, Value right) {
  if (!is_set(right)) return kNotImplemented;
  if (!update(vm, self_of(left), right)) return {};
  return left;
}

// --- methods: with any number of iterables ----------------------------------------------------------------------------

template <bool (*update)(Vm&, Set*, Value)>
Ref update_by_all(Vm& vm, const Arguments& arguments) {
  for (size_t i = 1; i < arguments.size(); ++i)
    if (!update(vm, self_of(arguments), arguments[i])) return {};
  return kNone;
}

Ref union_of(Vm& vm, const Arguments& arguments) {
  Ref result = copy_of(vm, arguments[0]);
  for (size_t i = 1; result && i < arguments.size(); ++i)
    if (arguments[i] != arguments[0] && !set_update(vm, result.as<Set>(), arguments[i])) return {};
  return result;
}

Ref intersection(Vm& vm, const Arguments& arguments) {
  if (arguments.size() == 1) return copy_of(vm, arguments[0]);
  Ref result(arguments[0]);
  for (size_t i = 1; result && i < arguments.size(); ++i)
    result = set_intersection(vm, result.as<Set>(), arguments[i], base_type(arguments[0]));
  return result;
}

Ref intersection_update(Vm& vm, const Arguments& arguments) {
  Ref common = intersection(vm, arguments);
  if (!common) return {};
  set_swap(self_of(arguments), common.as<Set>());
  return kNone;
}

Ref difference(Vm& vm, const Arguments& arguments) {
  if (arguments.size() == 1) return copy_of(vm, arguments[0]);
  Ref result = set_difference(vm, self_of(arguments), arguments[1], base_type(arguments[0]));
  for (size_t i = 2; result && i < arguments.size(); ++i)
    if (!set_difference_update(vm, result.as<Set>(), arguments[i])) return {};
  return result;
}

Ref symmetric_difference(Vm& vm, const Arguments& arguments) {
  return symmetric_difference_of(vm, arguments[0], arguments[1]);
}

Ref truth_or_failure(int answer) { return answer < 0 ? Ref() : Ref(Value::of(answer == 1)); }

Ref as_set(Vm& vm, Value iterable) { return is_set(iterable) ? Ref(iterable) : make_set(vm, iterable); }

Ref is_subset(Vm& vm, const Arguments& arguments) {
  Ref other = as_set(vm, arguments[1]);
  return other ? truth_or_failure(set_is_subset(vm, self_of(arguments), other.as<Set>())) : Ref();
}

Ref is_superset(Vm& vm, const Arguments& arguments) {
  Ref other = as_set(vm, arguments[1]);
  return other ? truth_or_failure(set_is_subset(vm, other.as<Set>(), self_of(arguments))) : Ref();
}

Ref is_disjoint(Vm& vm, const Arguments& arguments) {
  return truth_or_failure(set_is_disjoint(vm, self_of(arguments), arguments[1]));
}

Ref add(Vm& vm, const Arguments& arguments) {
  if (!set_add(vm, self_of(arguments), arguments[1])) return {};
  return kNone;
}

Ref discard(Vm& vm, const Arguments& arguments) {
  if (ask_for<set_discard>(vm, arguments[0], arguments[1]) < 0) return {};
  return kNone;
}

Ref remove(Vm& vm, const Arguments& arguments) {
  int removed = ask_for<set_discard>(vm, arguments[0], arguments[1]);
  if (removed < 0) return {};
  return removed ? Ref(kNone) : raise(vm, exceptions::KeyError, arguments[1]);
}

Ref pop(Vm& vm, const Arguments& arguments) {
  Set* set = self_of(arguments);
  if (set->used == 0) return raise(vm, exceptions::KeyError, "pop from an empty set");
  int64_t at = set->finger & set->mask;
  while (set->table[at].key.is_null()) at = at == set->mask ? 0 : at + 1;
  set->finger = at + 1;
  --set->used;
  set->table[at].hash = -1;  // deleted
  return Ref::take(std::exchange(set->table[at].key, kNull));
}

Ref clear_method(Vm&, const Arguments& arguments) {
  set_clear(self_of(arguments));
  return kNone;
}

Ref copy(Vm& vm, const Arguments& arguments) {
  if (type_of(arguments[0]) == &frozenset_type) return arguments[0];
  return copy_of(vm, arguments[0]);
}

Ref reduce(Vm& vm, const Arguments& arguments) {
  Ref items = to_list(vm, arguments[0]);
  if (!items) return {};
  return make_tuple({Value::of(type_of(arguments[0])), make_tuple({items}), kNone});
}

Ref size_in_bytes(Vm&, const Arguments& arguments) {
  Set* set = self_of(arguments);
  return make_int(200 + (set->table == set->few ? 0 : (set->mask + 1) * 16));
}

// What both types have, then what only set has. One table, so that frozenset takes its beginning.
constexpr NativeDescription kMethods[] = {
    {"union", union_of, {0, -1}, "Return the union of sets as a new set."},
    {"intersection", intersection, {0, -1}, "Return the intersection of two sets as a new set."},
    {"difference", difference, {0, -1}, "Return the difference of two or more sets as a new set."},
    {"symmetric_difference", symmetric_difference, {1, 1}, "Return the symmetric difference of two sets as a new set."},
    {"issubset", is_subset, {1, 1}, "Test whether every element in the set is in other."},
    {"issuperset", is_superset, {1, 1}, "Test whether every element in other is in the set."},
    {"isdisjoint", is_disjoint, {1, 1}, "Return True if two sets have a null intersection."},
    {"copy", copy, {0, 0}, "Return a shallow copy of a set."},
    {"__reduce__", reduce, {0, 0}, "Return state information for pickling."},
    {"__sizeof__", size_in_bytes, {0, 0}, "S.__sizeof__() -> size of S in memory, in bytes"},
    {"add", add, {1, 1}, "Add an element to a set."},
    {"discard", discard, {1, 1}, "Remove an element from a set if it is a member."},
    {"remove", remove, {1, 1}, "Remove an element from a set; it must be a member."},
    {"pop", pop, {0, 0}, "Remove and return an arbitrary set element."},
    {"clear", clear_method, {0, 0}, "Remove all elements from this set."},
    {"update", update_by_all<set_update>, {0, -1}, "Update a set with the union of itself and others."},
    {"intersection_update", intersection_update, {0, -1}, "Update a set with the intersection of itself and another."},
    {"difference_update", update_by_all<set_difference_update>, {0, -1}, "Remove all elements of another set."},
    {"symmetric_difference_update",
     update_by_all<set_symmetric_difference_update>,
     {1, 1},
     "Update a set with the symmetric difference of itself and another."},
};
constexpr size_t kSharedMethods = 10;

constexpr NativeDescription kClassMethods[] = {
    {"__class_getitem__", class_getitem, {1, 1}, "See PEP 585"},
};

Operations shared_operations() {
  Operations result;
  result.destroy = destroy_set;
  result.traverse = traverse;
  result.repr = repr_set;
  result.compare = compare_sets;
  result.iterate = iterate_set;
  result.length = length_of;
  result.contains = contains_item;
  result.binary[static_cast<int>(Binary::Or)] = unite;
  result.binary[static_cast<int>(Binary::And)] = intersect;
  result.binary[static_cast<int>(Binary::Subtract)] = subtract;
  result.binary[static_cast<int>(Binary::Xor)] = exclude;
  return result;
}

Operations set_operations() {
  Operations result = shared_operations();
  result.clear = clear;
  result.create = create_set;
  result.initialize = initialize_set;
  result.in_place[static_cast<int>(Binary::Or)] = in_place_of<set_update>;
  result.in_place[static_cast<int>(Binary::And)] = in_place_of<set_intersection_update>;
  result.in_place[static_cast<int>(Binary::Subtract)] = in_place_of<set_difference_update>;
  result.in_place[static_cast<int>(Binary::Xor)] = in_place_of<set_symmetric_difference_update>;
  return result;
}

Operations frozenset_operations() {
  Operations result = shared_operations();
  result.hash = hash_frozenset;
  result.create = create_frozenset;
  return result;
}

}  // namespace

Ref make_set_of(Vm& vm, Type* type, Value iterable) {
  Ref set = Ref::take(new_set(type));
  if (!iterable.is_null() && !set_update(vm, set.as<Set>(), iterable)) return {};
  return set;
}

Ref make_set(Vm& vm, Value iterable) { return make_set_of(vm, &set_type, iterable); }

void define_set_types() {
  define_type(set_type, {.name = "set",
                         .base = nullptr,
                         .basic_size = sizeof(Set),
                         .flags = kTracked | kSubclassable | kSetSubclass | kUnhashable,
                         .operations = set_operations(),
                         .methods = kMethods,
                         .class_methods = kClassMethods,
                         .doc = "An unordered collection of unique elements."});
  define_type(frozenset_type, {.name = "frozenset",
                               .base = nullptr,
                               .basic_size = sizeof(Set),
                               .flags = kTracked | kSubclassable | kSetSubclass,
                               .operations = frozenset_operations(),
                               .methods = std::span(kMethods).first(kSharedMethods),
                               .class_methods = kClassMethods,
                               .doc = "An immutable unordered collection of unique elements."});
  define_set_iterator_type();
}

}  // namespace gilsim::python
