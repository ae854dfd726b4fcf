// The type collections.deque: operators and methods.
#include "interpreter/modules/collections/deque.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python::collections {

Type deque_type;

namespace {

Deque* self_of(Value self) { return self.as<Deque>(); }
Deque* self_of(const Arguments& arguments) { return self_of(arguments[0]); }

void destroy_deque(Object* object) {
  clear(static_cast<Deque*>(object));
  free_object(object, sizeof(Deque));
}

void traverse(Object* object, Visitor& visitor) {
  auto* deque = static_cast<Deque*>(object);
  for (int64_t i = 0; i < deque->size; ++i) visitor.visit((*deque)[i]);
}

Ref create(Vm&, Type* type, const Arguments&) { return make_deque(type, -1); }

bool initialize(Vm& vm, Value self, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"iterable", "maxlen"};
  Value values[2];
  if (!bind(vm, arguments, {"deque", kNames, 2, 0, 0}, values)) return false;
  int64_t limit = -1;
  if (!values[1].is_null() && !values[1].is_none()) {
    if (!is_int(values[1])) return fail(vm, exceptions::TypeError, "an integer is required");
    if (!as_int64(vm, values[1], &limit)) return false;
    if (limit < 0) return fail(vm, exceptions::ValueError, "maxlen must be non-negative");
  }
  self_of(self)->limit = limit;
  clear(self_of(self));
  return values[0].is_null() || extend(vm, self_of(self), values[0]);
}

Ref repr_deque(Vm& vm, Value self) {
  ReprGuard guard(vm, self);
  if (guard.is_recursive()) return make_str("[...]");
  Ref items = to_list(vm, self);
  if (!items) return {};
  int64_t limit = self_of(self)->limit;
  std::string closing = limit >= 0 ? fmt::format("], maxlen={})", limit) : "])";
  return row_repr(vm, items.as<List>(), to_utf8(type_of(self)->name) + "([", closing);
}

Ref compare_deques(Vm& vm, Value left, Value right, CompareOperator op) {
  if (!is_deque(left) || !is_deque(right)) return kNotImplemented;
  Ref one = to_list(vm, left), other = to_list(vm, right);
  if (!one || !other) return {};
  bool same_size = one.as<List>()->size == other.as<List>()->size;
  if (!same_size && op == CompareOperator::Equal) return kFalse;
  if (!same_size && op == CompareOperator::NotEqual) return kTrue;
  return compare_rows(vm, one.as<List>(), other.as<List>(), op);
}

int64_t length_of(Vm&, Value self) { return self_of(self)->size; }

Ref raise_changed(Vm& vm) { return raise(vm, exceptions::RuntimeError, "deque mutated during iteration"); }

// As find_in_row; -2 also when the deque has changed meanwhile.
int64_t find(Vm& vm, Deque* deque, Value value, int64_t start, int64_t stop) {
  int64_t changes = deque->changes;
  for (int64_t i = start; i < stop && i < deque->size; ++i) {
    vm.charge(kComparisonCost);
    Ref item((*deque)[i]);
    int equal = equal_items(vm, item, value);
    if (equal < 0) return -2;
    if (equal) return i;
    if (deque->changes != changes) return raise_changed(vm) ? 0 : -2;
  }
  return -1;
}

int contains_item(Vm& vm, Value self, Value item) {
  int64_t found = find(vm, self_of(self), item, 0, INT64_MAX);
  return found == -2 ? -1 : found >= 0;
}

int64_t read_index(Vm& vm, Deque* deque, Value key) {
  int64_t index;
  if (!is_index(key)) {
    fail(vm, exceptions::TypeError, "sequence index must be integer, not '{}'", type_name(key));
    return -1;
  }
  if (!as_index(vm, key, &index)) return -1;
  if (index < 0) index += deque->size;
  if (index >= 0 && index < deque->size) return index;
  fail(vm, exceptions::IndexError, "deque index out of range");
  return -1;
}

Ref get_item_of(Vm& vm, Value self, Value key) {
  int64_t index = read_index(vm, self_of(self), key);
  return index < 0 ? Ref() : Ref((*self_of(self))[index]);
}

bool set_item_of(Vm& vm, Value self, Value key, Value value) {
  Deque* deque = self_of(self);
  int64_t index = read_index(vm, deque, key);
  if (index < 0) return false;
  if (value.is_null()) {
    remove_at(deque, index);
    return true;
  }
  Ref old = Ref::take((*deque)[index]);
  incref((*deque)[index] = value);
  return true;
}

Ref add(Vm& vm, Value left, Value right) {
  if (!is_deque(left)) return kNotImplemented;
  if (!is_deque(right))
    return raise(vm, exceptions::TypeError, "can only concatenate deque (not \"{}\") to deque", type_name(right));
  Ref sum = copy(self_of(left));
  if (!extend(vm, sum.as<Deque>(), right)) return {};
  return sum;
}

Ref add_in_place(Vm& vm, Value left, Value right) {
  if (!extend(vm, self_of(left), right)) return {};
  return left;
}

bool repeat(Vm& vm, Deque* deque, Value count) {
  Ref items = to_list(vm, Value::of(deque));
  int64_t times, size = deque->limit >= 0 ? 0 : deque->size;
  if (!items || !read_repetitions(vm, count, size, sizeof(Value), &times)) return false;
  if (deque->limit >= 0 && !as_index(vm, count, &times)) return false;
  // With a limit, more than it takes to fill the deque changes nothing.
  if (deque->limit >= 0 && deque->size) times = std::min(times, deque->limit / deque->size + 2);
  if (times <= 0) clear(deque);
  for (; times > 1; --times)
    if (!extend(vm, deque, items)) return false;
  return true;
}

Ref multiply(Vm& vm, Value left, Value right) {
  bool swapped = !is_deque(left);
  Value count = swapped ? left : right;
  if (!is_index(count)) return refuse_repetition(vm, count, multiply);
  Ref product = copy(self_of(swapped ? right : left));
  if (!repeat(vm, product.as<Deque>(), count)) return {};
  return product;
}

Ref multiply_in_place(Vm& vm, Value left, Value right) {
  if (!is_index(right)) return refuse_repetition(vm, right, multiply);
  if (!repeat(vm, self_of(left), right)) return {};
  return left;
}

// --- methods ----------------------------------------------------------------------------------------------------------

Ref append(Vm&, const Arguments& arguments) {
  push(self_of(arguments), arguments[1]);
  return kNone;
}

Ref append_left(Vm&, const Arguments& arguments) {
  push_left(self_of(arguments), arguments[1]);
  return kNone;
}

template <Ref (*take)(Deque*)>
Ref pop_method(Vm& vm, const Arguments& arguments) {
  if (self_of(arguments)->size == 0) return raise(vm, exceptions::IndexError, "pop from an empty deque");
  return take(self_of(arguments));
}

template <bool (*add_all)(Vm&, Deque*, Value)>
Ref extend_method(Vm& vm, const Arguments& arguments) {
  if (!add_all(vm, self_of(arguments), arguments[1])) return {};
  return kNone;
}

Ref clear_method(Vm&, const Arguments& arguments) {
  clear(self_of(arguments));
  return kNone;
}

Ref copy_method(Vm& vm, const Arguments& arguments) {
  Deque* deque = self_of(arguments);
  vm.charge(kMoveCost * deque->size);
  if (deque->type == &deque_type) return copy(deque);
  Ref limit = deque->limit < 0 ? Ref(kNone) : make_int(deque->limit);
  if (deque->limit < 0) return call(vm, Value::of(deque->type), {arguments[0]});
  return call(vm, Value::of(deque->type), {arguments[0], limit});
}

Ref count(Vm& vm, const Arguments& arguments) {
  Deque* deque = self_of(arguments);
  int64_t count = 0;
  for (int64_t from = 0;; ++from, ++count) {
    from = find(vm, deque, arguments[1], from, INT64_MAX);
    if (from < 0) return from == -1 ? make_int(count) : Ref();
  }
}

Ref raise_absent(Vm& vm, Value value) {
  Ref text = repr(vm, value);
  return text ? raise(vm, exceptions::ValueError, "{} is not in deque", to_utf8(text)) : Ref();
}

Ref index_of(Vm& vm, const Arguments& arguments) {
  Deque* deque = self_of(arguments);
  int64_t start, stop;
  if (!read_search_range(vm, arguments, deque->size, &start, &stop)) return {};
  int64_t found = find(vm, deque, arguments[1], start, stop);
  if (found >= 0) return make_int(found);
  return found == -2 ? Ref() : raise_absent(vm, arguments[1]);
}

Ref insert_method(Vm& vm, const Arguments& arguments) {
  if (arguments.size() != 3)
    return raise(vm, exceptions::TypeError, "insert() takes exactly 2 arguments ({} given)", arguments.size() - 1);
  int64_t index;
  if (!as_int64(vm, arguments[1], &index)) return {};
  Deque* deque = self_of(arguments);
  if (deque->size == deque->limit)
    return raise(vm, exceptions::IndexError, "deque already at its maximum size");
  vm.charge(kMoveCost * deque->size);
  insert(deque, index, arguments[2]);
  return kNone;
}

Ref remove(Vm& vm, const Arguments& arguments) {
  Deque* deque = self_of(arguments);
  int64_t changes = deque->changes;
  int64_t found = find(vm, deque, arguments[1], 0, INT64_MAX);
  if (found == -1) return raise_absent(vm, arguments[1]);
  if (found < 0) return {};
  if (deque->changes != changes) return raise(vm, exceptions::IndexError, "deque mutated during remove().");
  vm.charge(kMoveCost * (deque->size - found));
  remove_at(deque, found);
  return kNone;
}

Ref reverse(Vm& vm, const Arguments& arguments) {
  Deque& deque = *self_of(arguments);
  vm.charge(kMoveCost * deque.size);
  for (int64_t i = 0, j = deque.size - 1; i < j; ++i, --j) std::swap(deque[i], deque[j]);
  return kNone;
}

Ref rotate_method(Vm& vm, const Arguments& arguments) {
  int64_t steps = 1;
  if (arguments.size() > 1 && !as_int64(vm, arguments[1], &steps)) return {};
  rotate(self_of(arguments), steps);
  return kNone;
}

Ref reduce(Vm& vm, const Arguments& arguments) {
  Deque* deque = self_of(arguments);
  Ref limit = make_int(deque->limit), empty = make_tuple({});
  Ref parts = deque->limit < 0 ? make_tuple({}) : make_tuple({empty, limit});
  return make_tuple({Value::of(deque->type), parts, kNone, iterate_deque(vm, arguments[0])});
}

Ref get_limit(Vm&, Value self) {
  int64_t limit = self_of(self)->limit;
  return limit < 0 ? Ref(kNone) : make_int(limit);
}

constexpr NativeDescription kMethods[] = {
    {"append", append, {1, 1}, "Add an element to the right side of the deque."},
    {"appendleft", append_left, {1, 1}, "Add an element to the left side of the deque."},
    {"clear", clear_method, {0, 0}, "Remove all elements from the deque."},
    {"copy", copy_method, {0, 0}, "Return a shallow copy of a deque."},
    {"__copy__", copy_method, {0, 0}, "Return a shallow copy of a deque."},
    {"count", count, {1, 1}, "D.count(value) -> integer -- return number of occurrences of value"},
    {"extend", extend_method<extend>, {1, 1}, "Extend the right side of the deque with elements from the iterable"},
    {"extendleft", extend_method<extend_left>, {1, 1}, "Extend the left side of the deque with elements from the iterable"},
    {"index", index_of, {1, 3}, "D.index(value, [start, [stop]]) -> integer -- return first index of value."},
    {"insert", insert_method, {0, -1}, "D.insert(index, object) -- insert object before index"},
    {"pop", pop_method<pop>, {0, 0}, "Remove and return the rightmost element."},
    {"popleft", pop_method<pop_left>, {0, 0}, "Remove and return the leftmost element."},
    {"remove", remove, {1, 1}, "D.remove(value) -- remove first occurrence of value."},
    {"reverse", reverse, {0, 0}, "D.reverse() -- reverse *IN PLACE*"},
    {"rotate", rotate_method, {0, 1}, "Rotate the deque n steps to the right (default n=1).  If n is negative, rotates left."},
    {"__reversed__", iterate_backward, {0, 0}, "D.__reversed__() -- return a reverse iterator over the deque"},
    {"__reduce__", reduce, {0, 0}, "Return state information for pickling."},
};

constexpr NativeDescription kClassMethods[] = {{"__class_getitem__", class_getitem, {1, 1}, "See PEP 585"}};
constexpr GetterDescription kGetters[] = {{"maxlen", get_limit}};

Operations operations() {
  Operations result;
  result.destroy = destroy_deque;
  result.traverse = traverse;
  result.clear = [](Object* object) { collections::clear(static_cast<Deque*>(object)); };
  result.repr = repr_deque;
  result.compare = compare_deques;
  result.create = create;
  result.initialize = initialize;
  result.iterate = iterate_deque;
  result.length = length_of;
  result.get_item = get_item_of;
  result.set_item = set_item_of;
  result.contains = contains_item;
  result.binary[static_cast<int>(Binary::Add)] = add;
  result.binary[static_cast<int>(Binary::Multiply)] = multiply;
  result.in_place[static_cast<int>(Binary::Add)] = add_in_place;
  result.in_place[static_cast<int>(Binary::Multiply)] = multiply_in_place;
  return result;
}

}  // namespace

void add_deque_types(Module* module) {
  define_type(deque_type, {.name = "collections.deque",
                           .base = nullptr,
                           .basic_size = sizeof(Deque),
                           .flags = kTracked | kSubclassable | kUnhashable,
                           .operations = operations(),
                           .methods = kMethods,
                           .class_methods = kClassMethods,
                           .getters = kGetters,
                           .doc = "A list-like sequence optimized for data accesses near its endpoints."});
  dict_set_str(module->dictionary, intern("deque"), Value::of(&deque_type));
  define_deque_iterator_types(module);
}

}  // namespace gilsim::python::collections
