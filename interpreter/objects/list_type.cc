// The list type: operators and methods.
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

namespace {

List* self_of(Value self) { return self.as<List>(); }
List* self_of(const Arguments& arguments) { return self_of(arguments[0]); }

void destroy_list(Object* object) {
  auto* list = static_cast<List*>(object);
  list_clear(list);
  free_object(list, sizeof(List));
}

void traverse(Object* object, Visitor& visitor) {
  auto* list = static_cast<List*>(object);
  visit_items(list->items, list->size, visitor);
}

void clear(Object* object) { list_clear(static_cast<List*>(object)); }

Ref create(Vm&, Type* type, const Arguments&) {
  auto* list = allocate_object<List>(type);
  list->items = nullptr;
  list->size = list->capacity = 0;
  return Ref::take(list);
}

bool initialize(Vm& vm, Value self, const Arguments& arguments) {
  if (arguments.keyword_count() && type_of(self) == &list_type)
    return fail(vm, exceptions::TypeError, "list() takes no keyword arguments");
  if (arguments.size() > 1)
    return fail(vm, exceptions::TypeError, "list expected at most 1 argument, got {}", arguments.size());
  list_clear(self_of(self));
  return arguments.size() == 0 || list_extend(vm, self_of(self), arguments[0]);
}

Ref repr_list(Vm& vm, Value self) {
  ReprGuard guard(vm, self);
  if (guard.is_recursive()) return make_str("[...]");
  return row_repr(vm, self_of(self), "[", "]");
}

Ref compare_lists(Vm& vm, Value left, Value right, CompareOperator op) {
  if (!is_list(left) || !is_list(right)) return kNotImplemented;
  bool same_size = self_of(left)->size == self_of(right)->size;
  if (!same_size && op == CompareOperator::Equal) return kFalse;
  if (!same_size && op == CompareOperator::NotEqual) return kTrue;
  return compare_rows(vm, self_of(left), self_of(right), op);
}

int64_t length_of(Vm&, Value self) { return self_of(self)->size; }

int contains_item(Vm& vm, Value self, Value item) {
  int64_t found = find_in_row(vm, self_of(self), item, 0, INT64_MAX);
  return found == -2 ? -1 : found >= 0;
}

Ref get_item_of(Vm& vm, Value self, Value key) {
  List* list = self_of(self);
  if (is_slice(key)) return list_get_slice(vm, list, key.as<Slice>());
  int64_t position = read_item_index(vm, key, list->size, "list", "list index out of range");
  if (position < 0) return {};
  if (position >= list->size) return raise(vm, exceptions::IndexError, "list index out of range");
  return list->items[position];
}

bool set_item_of(Vm& vm, Value self, Value key, Value value) {
  List* list = self_of(self);
  if (is_slice(key)) {
    auto* slice = key.as<Slice>();
    return value.is_null() ? list_delete_slice(vm, list, slice) : list_set_slice(vm, list, slice, value);
  }
  int64_t position = read_item_index(vm, key, list->size, "list", "list assignment index out of range");
  if (position < 0) return false;
  // __index__ may have shortened it.
  if (position >= list->size) return fail(vm, exceptions::IndexError, "list assignment index out of range");
  if (value.is_null()) {
    vm.charge(kMoveCost * (list->size - position));
    Ref dropped = list_remove_at(list, position);
    return true;
  }
  Ref dropped = Ref::take(list->items[position]);
  incref(list->items[position] = value);
  return true;
}

Ref add(Vm& vm, Value left, Value right) {
  if (!is_list(left)) return kNotImplemented;
  if (!is_list(right)) return refuse_concatenation(vm, right, "list", add);
  List *head = self_of(left), *tail = self_of(right);
  vm.charge(kMoveCost * (head->size + tail->size));
  List* sum = new_list(head->size + tail->size);
  for (int64_t i = 0; i < head->size; ++i) incref(sum->items[sum->size++] = head->items[i]);
  for (int64_t i = 0; i < tail->size; ++i) incref(sum->items[sum->size++] = tail->items[i]);
  return Ref::take(sum);
}

Ref add_in_place(Vm& vm, Value left, Value right) {
  if (!list_extend(vm, self_of(left), right)) return {};
  return left;
}

Ref multiply(Vm& vm, Value left, Value right) {
  bool swapped = !is_list(left);
  List* list = self_of(swapped ? right : left);
  Value count = swapped ? left : right;
  if (!is_index(count)) return refuse_repetition(vm, count, multiply);
  int64_t times;
  if (!read_repetitions(vm, count, list->size, sizeof(Value), &times)) return {};
  vm.charge(kMoveCost * list->size * times);
  List* product = new_list(list->size * times);
  for (int64_t t = 0; t < times; ++t)
    for (int64_t i = 0; i < list->size; ++i) incref(product->items[product->size++] = list->items[i]);
  return Ref::take(product);
}

Ref multiply_in_place(Vm& vm, Value left, Value right) {
  if (!is_index(right)) return refuse_repetition(vm, right, multiply);
  List* list = self_of(left);
  int64_t times, size = list->size;
  if (!read_repetitions(vm, right, size, sizeof(Value), &times)) return {};
  vm.charge(kMoveCost * size * times);
  if (times == 0) list_clear(list);
  list_grow(list, size * times);
  for (int64_t i = size; i < size * times; ++i) incref(list->items[list->size++] = list->items[i - size]);
  return left;
}

Ref append(Vm&, const Arguments& arguments) {
  list_append(self_of(arguments), arguments[1]);
  return kNone;
}

Ref extend(Vm& vm, const Arguments& arguments) {
  if (!list_extend(vm, self_of(arguments), arguments[1])) return {};
  return kNone;
}

Ref insert(Vm& vm, const Arguments& arguments) {
  int64_t position;
  if (!as_int64(vm, arguments[1], &position)) return {};
  List* list = self_of(arguments);
  vm.charge(kMoveCost * list->size);
  list_insert(list, position, arguments[2]);
  return kNone;
}

Ref pop(Vm& vm, const Arguments& arguments) {
  int64_t position = -1;
  if (arguments.size() > 1 && !as_int64(vm, arguments[1], &position)) return {};
  List* list = self_of(arguments);
  if (list->size == 0) return raise(vm, exceptions::IndexError, "pop from empty list");
  if (position < 0) position += list->size;
  if (position < 0 || position >= list->size) return raise(vm, exceptions::IndexError, "pop index out of range");
  vm.charge(kMoveCost * (list->size - position - 1));
  return list_remove_at(list, position);
}

Ref remove(Vm& vm, const Arguments& arguments) {
  List* list = self_of(arguments);
  int64_t found = find_in_row(vm, list, arguments[1], 0, INT64_MAX);
  if (found == -1) return raise(vm, exceptions::ValueError, "list.remove(x): x not in list");
  if (found < 0) return {};
  if (found < list->size) {
    vm.charge(kMoveCost * (list->size - found));
    Ref dropped = list_remove_at(list, found);
  }
  return kNone;
}

Ref index_of(Vm& vm, const Arguments& arguments) {
  List* list = self_of(arguments);
  int64_t start, stop;
  if (!read_search_range(vm, arguments, list->size, &start, &stop)) return {};
  int64_t found = find_in_row(vm, list, arguments[1], start, stop);
  if (found >= 0) return make_int(found);
  if (found == -2) return {};
  Ref text = repr(vm, arguments[1]);
  if (text) return raise(vm, exceptions::ValueError, "{} is not in list", to_utf8(text));
  clear_pending(vm);  // as in CPython, where a message that cannot be made leaves the exception without one
  return raise(vm, exceptions::ValueError);
}

Ref clear_method(Vm&, const Arguments& arguments) {
  list_clear(self_of(arguments));
  return kNone;
}

Ref copy(Vm& vm, const Arguments& arguments) {
  List* list = self_of(arguments);
  vm.charge(kMoveCost * list->size);
  return make_list(list->items, list->size);
}

Ref count(Vm& vm, const Arguments& arguments) { return count_in_row(vm, self_of(arguments), arguments[1]); }

Ref reverse(Vm& vm, const Arguments& arguments) {
  List* list = self_of(arguments);
  vm.charge(kMoveCost * list->size);
  for (int64_t i = 0, j = list->size - 1; i < j; ++i, --j) std::swap(list->items[i], list->items[j]);
  return kNone;
}

Ref sort(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"key", "reverse"};
  if (arguments.size() > 1) return raise(vm, exceptions::TypeError, "sort() takes no positional arguments");
  Value values[2];
  if (!bind(vm, arguments.without_first(), {"sort", kNames, 2, 0, 0, 0}, values)) return {};
  int64_t reversed = 0;
  if (!values[1].is_null() && !as_int64(vm, values[1], &reversed)) return {};
  if (!list_sort(vm, self_of(arguments), values[0].is_null() ? kNone : values[0], reversed != 0)) return {};
  return kNone;
}

Ref reversed(Vm&, const Arguments& arguments) { return iterate_list_backward(arguments[0]); }
Ref size_in_bytes(Vm&, const Arguments& arguments) { return make_int(40 + 8 * self_of(arguments)->capacity); }

constexpr NativeDescription kMethods[] = {
    {"append", append, {1, 1}, "Append object to the end of the list."},
    {"clear", clear_method, {0, 0}, "Remove all items from list."},
    {"copy", copy, {0, 0}, "Return a shallow copy of the list."},
    {"count", count, {1, 1}, "Return number of occurrences of value."},
    {"extend", extend, {1, 1}, "Extend list by appending elements from the iterable."},
    {"index", index_of, {1, 3}, "Return first index of value.\n\nRaises ValueError if the value is not present."},
    {"insert", insert, {2, 2}, "Insert object before index."},
    {"pop", pop, {0, 1}, "Remove and return item at index (default last)."},
    {"remove", remove, {1, 1}, "Remove first occurrence of value."},
    {"reverse", reverse, {0, 0}, "Reverse *IN PLACE*."},
    {"sort", sort, kAny, "Sort the list in ascending order and return None."},
    {"__reversed__", reversed, {0, 0}, "Return a reverse iterator over the list."},
    {"__sizeof__", size_in_bytes, {0, 0}, "Return the size of the list in memory, in bytes."},
};

constexpr NativeDescription kClassMethods[] = {
    {"__class_getitem__", class_getitem, {1, 1}, "See PEP 585"},
};

Operations operations() {
  Operations result;
  result.destroy = destroy_list;
  result.traverse = traverse;
  result.clear = clear;
  result.repr = repr_list;
  result.compare = compare_lists;
  result.create = create;
  result.initialize = initialize;
  result.iterate = iterate_list;
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

void define_list_types() {
  define_type(list_type, {.name = "list",
                          .base = nullptr,
                          .basic_size = sizeof(List),
                          .flags = kTracked | kSubclassable | kListSubclass | kUnhashable,
                          .operations = operations(),
                          .methods = kMethods,
                          .class_methods = kClassMethods,
                          .doc = "Built-in mutable sequence."});
}

}  // namespace gilsim::python
