// product, permutations, combinations, combinations_with_replacement: each keeps the positions of its next row in its
// pools and moves them on after giving the row.
#include <algorithm>

#include "interpreter/modules/itertools/itertools.h"

namespace gilsim::python::itertools {

namespace {

struct Rows : Object {
  Value pools;         // tuple of tuples; all but product have one
  int64_t* positions;  // `count` of them: what the next row is made of
  int64_t count;
  int64_t size;        // items in a row
  bool exhausted;
  auto references() { return std::tie(pools); }
};
Type product_type, permutations_type, combinations_type, combinations_with_replacement_type;

Tuple* pool_of(Rows* self, int64_t index) { return self->pools.as<Tuple>()->items[index].as<Tuple>(); }

// Never of size 0, which the heap does not know.
int64_t* new_numbers(int64_t count) { return static_cast<int64_t*>(heap.allocate((count + 1) * sizeof(int64_t))); }
void free_numbers(int64_t* numbers, int64_t count) { heap.free(numbers, (count + 1) * sizeof(int64_t)); }

void destroy_rows(Object* object) {
  auto* self = static_cast<Rows*>(object);
  free_numbers(self->positions, self->count);
  destroy_members<Rows>(self);
}

// `count` positions, all 0. Null with MemoryError pending.
Ref make_rows(Vm& vm, Type* type, Ref pools, int64_t count, int64_t size) {
  if (count > int64_t{1} << 40 || heap.refuses(count * sizeof(int64_t))) return raise(vm, exceptions::MemoryError);
  auto* self = new_with_members<Rows>(type);
  self->pools = pools.release();
  self->count = count;
  self->size = size;
  self->exhausted = false;
  self->positions = new_numbers(count);
  for (int64_t i = 0; i < count; ++i) self->positions[i] = 0;
  return Ref::take(self);
}

// The row at the present positions in the one pool.
Ref current_row(Vm& vm, Rows* self) {
  vm.charge(kMoveCost * 2 * self->size);
  Tuple* row = new_tuple(self->size);
  Tuple* pool = pool_of(self, 0);
  for (int64_t i = 0; i < self->size; ++i) incref(row->items[i] = pool->items[self->positions[i]]);
  return Ref::take(row);
}

// --- product ----------------------------------------------------------------------------------------------------------

Ref create_product(Vm& vm, Type* type, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"repeat"};
  Value repeat;
  if (!bind(vm, {arguments.values + arguments.size(), 0, arguments.keyword_names}, {"product", kNames, 1, 0, 0, 0}, &repeat))
    return {};
  int64_t times = 1;
  if (!repeat.is_null() && !as_int64(vm, repeat, &times)) return {};
  if (times < 0) return raise(vm, exceptions::ValueError, "repeat argument cannot be negative");
  int64_t given = arguments.size();
  if (given && times > (int64_t{1} << 40) / given) return raise(vm, exceptions::OverflowError, "repeat argument too large");
  Ref pools = Ref::take(new_tuple(given * times));
  for (int64_t i = 0; times && i < given; ++i) {
    Ref pool = to_tuple(vm, arguments[i]);
    if (!pool) return {};
    for (int64_t t = 0; t < times; ++t) incref(pools.as<Tuple>()->items[t * given + i] = pool);
  }
  Ref result = make_rows(vm, type, pools, given * times, given * times);
  for (int64_t i = 0; result && i < given * times; ++i)
    if (pool_of(result.as<Rows>(), i)->size == 0) result.as<Rows>()->exhausted = true;
  return result;
}

// The last position goes round fastest, as an odometer.
void advance_product(Rows* self) {
  for (int64_t i = self->count; i-- > 0;) {
    if (++self->positions[i] < pool_of(self, i)->size) return;
    self->positions[i] = 0;
  }
  self->exhausted = true;
}

Ref next_of_product(Vm& vm, Value value) {
  auto* self = value.as<Rows>();
  if (self->exhausted) return {};
  vm.charge(kMoveCost * 2 * self->size);
  Tuple* row = new_tuple(self->size);
  for (int64_t i = 0; i < self->size; ++i) incref(row->items[i] = pool_of(self, i)->items[self->positions[i]]);
  advance_product(self);
  return Ref::take(row);
}

// --- one pool, r items ------------------------------------------------------------------------------------------------

Ref one_pool(Vm& vm, Value iterable) {
  Ref pool = to_tuple(vm, iterable);
  return pool ? make_tuple({pool}) : Ref();
}

bool read_size(Vm& vm, Value value, int64_t* size) {
  return as_int64(vm, value, size) && (*size >= 0 || fail(vm, exceptions::ValueError, "r must be non-negative"));
}

template <bool replacement>
Ref create_combinations(Vm& vm, Type* type, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"iterable", "r"};
  Value values[2];
  const char* name = replacement ? "combinations_with_replacement" : "combinations";
  if (!bind(vm, arguments, {name, kNames, 2, 0, 2}, values)) return {};
  int64_t size;
  if (!as_int64(vm, values[1], &size)) return {};
  Ref pools = one_pool(vm, values[0]);
  if (!pools || !read_size(vm, values[1], &size)) return {};
  int64_t pool_size = pools.as<Tuple>()->items[0].as<Tuple>()->size;
  bool impossible = replacement ? pool_size == 0 && size > 0 : size > pool_size;
  Ref result = make_rows(vm, type, pools, impossible ? 0 : size, size);
  if (!result) return {};
  auto* self = result.as<Rows>();
  self->exhausted = impossible;
  for (int64_t i = 0; !replacement && i < self->count; ++i) self->positions[i] = i;
  return result;
}

// Moves the last position that can still move, and puts those after it as low as they may be.
template <bool replacement>
void advance_combination(Rows* self) {
  int64_t pool_size = pool_of(self, 0)->size;
  int64_t i = self->size - 1;
  auto highest = [&](int64_t at) { return replacement ? pool_size - 1 : at + pool_size - self->size; };
  while (i >= 0 && self->positions[i] == highest(i)) --i;
  if (i < 0) {
    self->exhausted = true;
    return;
  }
  ++self->positions[i];
  for (int64_t j = i + 1; j < self->size; ++j) self->positions[j] = self->positions[j - 1] + (replacement ? 0 : 1);
}

template <bool replacement>
Ref next_of_combinations(Vm& vm, Value value) {
  auto* self = value.as<Rows>();
  if (self->exhausted) return {};
  Ref row = current_row(vm, self);
  advance_combination<replacement>(self);
  return row;
}

// --- permutations: the positions are a permutation of the whole pool, and `cycles` say how far each has been rotated ----

struct Permutations : Rows {
  int64_t* cycles;
};

Ref create_permutations(Vm& vm, Type* type, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"iterable", "r"};
  Value values[2];
  if (!bind(vm, arguments, {"permutations", kNames, 2, 0, 1}, values)) return {};
  Ref pools = one_pool(vm, values[0]);
  if (!pools) return {};
  int64_t pool_size = pools.as<Tuple>()->items[0].as<Tuple>()->size;
  int64_t size = pool_size;
  if (!values[1].is_null() && !values[1].is_none()) {
    if (!is_int(values[1])) return raise(vm, exceptions::TypeError, "Expected int as r");
    if (!read_size(vm, values[1], &size)) return {};
  }
  auto* self = new_with_members<Permutations>(type);
  self->pools = pools.release();
  self->exhausted = size > pool_size;
  self->count = pool_size;
  self->size = self->exhausted ? 0 : size;
  self->positions = new_numbers(pool_size);
  self->cycles = new_numbers(self->size);
  for (int64_t i = 0; i < pool_size; ++i) self->positions[i] = i;
  for (int64_t i = 0; i < self->size; ++i) self->cycles[i] = pool_size - i;
  return Ref::take(self);
}

void destroy_permutations(Object* object) {
  auto* self = static_cast<Permutations*>(object);
  free_numbers(self->positions, self->count);
  free_numbers(self->cycles, self->size);
  decref(std::exchange(self->pools, kNull));
  free_object(self, sizeof(Permutations));
}

void advance_permutation(Permutations* self) {
  int64_t* positions = self->positions;
  for (int64_t i = self->size; i-- > 0;) {
    if (--self->cycles[i] > 0) {
      std::swap(positions[i], positions[self->count - self->cycles[i]]);
      return;
    }
    std::rotate(positions + i, positions + i + 1, positions + self->count);
    self->cycles[i] = self->count - i;
  }
  self->exhausted = true;
}

Ref next_of_permutations(Vm& vm, Value value) {
  auto* self = value.as<Permutations>();
  if (self->exhausted) return {};
  Ref row = current_row(vm, self);
  advance_permutation(self);
  return row;
}

void add(Module* module, Type& type, const char* name, const char* doc, UnaryFunction next,
         Ref (*create)(Vm&, Type*, const Arguments&)) {
  IteratorDefinition definition{name, doc, iterator_operations<Rows>(next)};
  bool permutations = &type == &permutations_type;
  definition.operations.create = create;
  definition.operations.destroy = permutations ? destroy_permutations : destroy_rows;
  add_type(module, type, permutations ? sizeof(Permutations) : sizeof(Rows), definition);
}

}  // namespace

void add_combinatoric_types(Module* module) {
  add(module, product_type, "itertools.product", "product(*iterables, repeat=1) --> product object", next_of_product,
      create_product);
  add(module, permutations_type, "itertools.permutations",
      "Return successive r-length permutations of elements in the iterable.", next_of_permutations, create_permutations);
  add(module, combinations_type, "itertools.combinations",
      "Return successive r-length combinations of elements in the iterable.", next_of_combinations<false>,
      create_combinations<false>);
  add(module, combinations_with_replacement_type, "itertools.combinations_with_replacement",
      "Return successive r-length combinations of elements in the iterable allowing individual elements to have "
      "successive repeats.",
      next_of_combinations<true>, create_combinations<true>);
}

}  // namespace gilsim::python::itertools
