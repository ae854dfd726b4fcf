#include "interpreter/objects/tuple.h"

#include <cstring>

#include "interpreter/objects/iterators.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type tuple_type;

namespace {

// The empty tuple lives outside the heap: it is needed before any type is defined and never dies.
struct EmptyTuple {
  GcLinks links;
  Object header;
  int64_t size;
} empty_tuple = {{}, {&tuple_type, 1 << 30, kImmortal | kUntracked}, 0};

Tuple* allocate(Type* type, int64_t size) {
  auto* tuple = allocate_object<Tuple>(type, size * sizeof(Value));
  tuple->size = size;
  std::memset(static_cast<void*>(tuple->items), 0, size * sizeof(Value));
  return tuple;
}

Tuple* self_of(Value self) { return self.as<Tuple>(); }

Ref share(Type* type, const Value* items, int64_t size) {
  Tuple* tuple = type == &tuple_type ? new_tuple(size) : allocate(type, size);
  for (int64_t i = 0; i < size; ++i) incref(tuple->items[i] = items[i]);
  return Ref::take(tuple);
}

}  // namespace

Tuple* new_tuple(int64_t size) {
  if (size) return allocate(&tuple_type, size);
  auto* empty = reinterpret_cast<Tuple*>(&empty_tuple.header);
  incref(empty);
  return empty;
}

Ref make_tuple(const Value* items, int64_t size) { return share(&tuple_type, items, size); }
Ref make_tuple(std::initializer_list<Value> items) { return make_tuple(items.begin(), items.size()); }

// xxHash's mixing of the items' hashes, so that sets of tuples have CPython's order.
bool hash_row(Vm& vm, const Value* items, int64_t size, Hash* result) {
  constexpr uint64_t kPrime1 = 11400714785074694791u, kPrime2 = 14029467366897019727u, kPrime5 = 2870177450012600261u;
  uint64_t sum = kPrime5;
  for (int64_t i = 0; i < size; ++i) {
    Hash lane;
    if (!hash(vm, items[i], &lane)) return false;
    sum += static_cast<uint64_t>(lane) * kPrime2;
    sum = (sum << 31 | sum >> 33) * kPrime1;
  }
  sum += static_cast<uint64_t>(size) ^ (kPrime5 ^ 3527539u);
  *result = sum == ~uint64_t{0} ? 1546275796 : static_cast<Hash>(sum);
  return true;
}

namespace {

void destroy_tuple(Object* object) {
  auto* tuple = static_cast<Tuple*>(object);
  drop_items(tuple->items, tuple->size);
  free_object(tuple, sizeof(Tuple) + tuple->size * sizeof(Value));
}

void traverse(Object* object, Visitor& visitor) {
  auto* tuple = static_cast<Tuple*>(object);
  visit_items(tuple->items, tuple->size, visitor);
}

constexpr int64_t kSubclassNs = 60;  // a tuple is made first, then copied: a namedtuple of four takes 330 ns in 3.11

Ref create(Vm& vm, Type* type, const Arguments& arguments) {
  if (type == &tuple_type && arguments.keyword_count())
    return raise(vm, exceptions::TypeError, "tuple() takes no keyword arguments");
  if (arguments.size() > 1)
    return raise(vm, exceptions::TypeError, "tuple expected at most 1 argument, got {}", arguments.size());
  if (arguments.size() == 0) return share(type, nullptr, 0);
  Ref items = to_tuple(vm, arguments[0]);
  if (!items || type == &tuple_type) return items;
  vm.charge(kSubclassNs);
  auto* row = items.as<Tuple>();
  return share(type, row->items, row->size);
}

Ref repr_tuple(Vm& vm, Value self) {
  ReprGuard guard(vm, self);
  if (guard.is_recursive()) return make_str("(...)");
  return row_repr(vm, self_of(self), "(", self_of(self)->size == 1 ? ",)" : ")");
}

bool hash_tuple(Vm& vm, Value self, Hash* result) {
  NativeRecursion guard(vm, " while hashing a tuple");
  return guard && hash_row(vm, self_of(self)->items, self_of(self)->size, result);
}

Ref compare_tuples(Vm& vm, Value left, Value right, CompareOperator op) {
  if (!is_tuple(left) || !is_tuple(right)) return kNotImplemented;
  return compare_rows(vm, self_of(left), self_of(right), op);
}

int64_t length_of(Vm&, Value self) { return self_of(self)->size; }

int contains_item(Vm& vm, Value self, Value item) {
  auto* tuple = self_of(self);
  int64_t found = find_in_row(vm, tuple, item, 0, tuple->size);
  return found == -2 ? -1 : found >= 0;
}

Ref get_slice(Vm& vm, Value self, const Slice* slice) {
  auto* tuple = self_of(self);
  SlicePositions p;
  if (!read_slice(vm, slice, &p)) return {};
  fit_slice(&p, tuple->size);
  if (p.step == 1 && p.count == tuple->size && tuple->type == &tuple_type) return self;
  vm.charge(kMoveCost * p.count);
  if (p.step == 1) return make_tuple(tuple->items + p.start, p.count);
  Tuple* result = new_tuple(p.count);
  for (int64_t i = 0, from = p.start; i < p.count; ++i, from += p.step) incref(result->items[i] = tuple->items[from]);
  return Ref::take(result);
}

Ref get_item_of(Vm& vm, Value self, Value key) {
  if (is_slice(key)) return get_slice(vm, self, key.as<Slice>());
  auto* tuple = self_of(self);
  int64_t position = read_item_index(vm, key, tuple->size, "tuple", "tuple index out of range");
  if (position < 0) return {};
  return tuple->items[position];
}

Ref add(Vm& vm, Value left, Value right) {
  if (!is_tuple(left)) return kNotImplemented;
  if (!is_tuple(right)) return refuse_concatenation(vm, right, "tuple", add);
  auto *head = self_of(left), *tail = self_of(right);
  if (tail->size == 0 && head->type == &tuple_type) return left;
  if (head->size == 0 && tail->type == &tuple_type) return right;
  vm.charge(kMoveCost * (head->size + tail->size));
  Tuple* sum = new_tuple(head->size + tail->size);
  for (int64_t i = 0; i < head->size; ++i) incref(sum->items[i] = head->items[i]);
  for (int64_t i = 0; i < tail->size; ++i) incref(sum->items[head->size + i] = tail->items[i]);
  return Ref::take(sum);
}

Ref multiply(Vm& vm, Value left, Value right) {
  bool swapped = !is_tuple(left);
  Value self = swapped ? right : left, count = swapped ? left : right;
  if (!is_index(count)) return refuse_repetition(vm, count, multiply);
  auto* tuple = self_of(self);
  int64_t times;
  if (!read_repetitions(vm, count, tuple->size, sizeof(Value), &times)) return {};
  if (times == 1 && tuple->type == &tuple_type) return self;
  vm.charge(kMoveCost * tuple->size * times);
  Tuple* product = new_tuple(tuple->size * times);
  Value* out = product->items;
  for (int64_t t = 0; t < times; ++t)
    for (int64_t i = 0; i < tuple->size; ++i) incref(*out++ = tuple->items[i]);
  return Ref::take(product);
}

Ref index_of(Vm& vm, const Arguments& arguments) {
  auto* tuple = self_of(arguments[0]);
  int64_t start, stop;
  if (!read_search_range(vm, arguments, tuple->size, &start, &stop)) return {};
  int64_t found = find_in_row(vm, tuple, arguments[1], start, stop);
  if (found >= 0) return make_int(found);
  return found == -2 ? Ref() : raise(vm, exceptions::ValueError, "tuple.index(x): x not in tuple");
}

Ref count(Vm& vm, const Arguments& arguments) { return count_in_row(vm, self_of(arguments[0]), arguments[1]); }

Ref new_arguments(Vm&, const Arguments& arguments) {
  auto* tuple = self_of(arguments[0]);
  return make_tuple({make_tuple(tuple->items, tuple->size)});
}

Ref size_in_bytes(Vm&, const Arguments& arguments) { return make_int(24 + 8 * self_of(arguments[0])->size); }

constexpr NativeDescription kMethods[] = {
    {"count", count, {1, 1}, "Return number of occurrences of value."},
    {"index", index_of, {1, 3}, "Return first index of value.\n\nRaises ValueError if the value is not present."},
    {"__getnewargs__", new_arguments, {0, 0}},
    {"__sizeof__", size_in_bytes, {0, 0}},
};

constexpr NativeDescription kClassMethods[] = {
    {"__class_getitem__", class_getitem, {1, 1}, "See PEP 585"},
};

}  // namespace

void define_tuple_types() {
  Operations operations;
  operations.destroy = destroy_tuple;
  operations.traverse = traverse;
  operations.repr = repr_tuple;
  operations.hash = hash_tuple;
  operations.compare = compare_tuples;
  operations.create = create;
  operations.iterate = iterate_tuple;
  operations.length = length_of;
  operations.get_item = get_item_of;
  operations.contains = contains_item;
  operations.binary[static_cast<int>(Binary::Add)] = add;
  operations.binary[static_cast<int>(Binary::Multiply)] = multiply;
  define_type(tuple_type, {.name = "tuple",
                           .base = nullptr,
                           .basic_size = sizeof(Tuple),
                           .flags = kTracked | kSubclassable | kTupleSubclass,
                           .operations = operations,
                           .methods = kMethods,
                           .class_methods = kClassMethods,
                           .doc = "Built-in immutable sequence."});
}

}  // namespace gilsim::python
