#include "interpreter/objects/range.h"

#include "interpreter/objects/iterators.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type range_type, range_iterator_type, long_range_iterator_type;

namespace {

constexpr Value kZero = Value::small(0), kOne = Value::small(1);

Range* self_of(Value self) { return self.as<Range>(); }

// How many numbers there are from start to before stop.
Ref count_numbers(Vm& vm, Value start, Value stop, Value step) {
  if (start.is_small() && stop.is_small() && step.is_small()) {
    int64_t low = start.small(), high = stop.small(), stride = step.small();
    if (stride < 0) std::swap(low, high), stride = -stride;
    return make_int(low < high ? (high - low - 1) / stride + 1 : int64_t{0});
  }
  bool backward = int_sign(step) < 0;
  Ref distance = backward ? int_subtract(vm, start, stop) : int_subtract(vm, stop, start);
  if (int_sign(distance) <= 0) return kZero;
  Ref stride = backward ? int_negate(vm, step) : Ref(step);
  return int_add(vm, int_floor_divide(vm, int_subtract(vm, distance, kOne), stride), kOne);
}

// Number `position` of the range.
Ref number_at(Vm& vm, Range* range, Value position) {
  return int_add(vm, range->start, int_multiply(vm, position, range->step));
}

bool is_one_small(Range* range) {
  return range->start.is_small() && range->stop.is_small() && range->step.is_small();
}

}  // namespace

Ref make_range(Vm& vm, Value start, Value stop, Value step) {
  Ref count = count_numbers(vm, start, stop, step);
  auto* range = allocate_object<Range>(&range_type);
  incref(range->start = start);
  incref(range->stop = stop);
  incref(range->step = step);
  range->length = count.release();
  return Ref::take(range);
}

namespace {

Ref create(Vm& vm, Type*, const Arguments& arguments) {
  if (arguments.keyword_count()) return raise(vm, exceptions::TypeError, "range() takes no keyword arguments");
  size_t count = arguments.size();
  if (count == 0) return raise(vm, exceptions::TypeError, "range expected at least 1 argument, got 0");
  if (count > 3) return raise(vm, exceptions::TypeError, "range expected at most 3 arguments, got {}", count);
  Ref parts[3] = {kZero, kZero, kOne};
  for (size_t i = 0; i < count; ++i) {
    size_t part = count == 1 ? 1 : i;
    parts[part] = index(vm, arguments[i]);
    if (!parts[part]) return {};
  }
  if (int_sign(parts[2]) == 0) return raise(vm, exceptions::ValueError, "range() arg 3 must not be zero");
  return make_range(vm, parts[0], parts[1], parts[2]);
}

void destroy_range(Object* object) {
  auto* range = static_cast<Range*>(object);
  decref(range->start), decref(range->stop), decref(range->step), decref(range->length);
  free_object(range, sizeof(Range));
}

Ref repr_range(Vm& vm, Value self) {
  Range* range = self_of(self);
  Value parts[] = {range->start, range->stop, range->step};
  Ref row = make_tuple(parts, range->step == kOne ? 2 : 3);
  return row_repr(vm, row.as<Tuple>(), "range(", ")");
}

int64_t length_of(Vm& vm, Value self) {
  Value length = self_of(self)->length;
  if (const auto fitting = int64_of(length)) return *fitting;
  fail(vm, exceptions::OverflowError, "Python int too large to convert to C ssize_t");
  return -1;
}

int truth_of(Vm&, Value self) { return int_sign(self_of(self)->length) != 0; }

// --- equality: of the numbers, not of how they are written ------------------------------------------------------------

// length, start (None when empty), step (None when shorter than 2): equal for equal ranges.
Ref essence(Range* range) {
  bool empty = range->length == kZero, single = range->length == kOne;
  return make_tuple({range->length, empty ? kNone : range->start, empty || single ? kNone : range->step});
}

Ref compare_ranges(Vm& vm, Value left, Value right, CompareOperator op) {
  bool equality = op == CompareOperator::Equal || op == CompareOperator::NotEqual;
  if (!equality || type_of(left) != &range_type || type_of(right) != &range_type) return kNotImplemented;
  return compare(vm, essence(self_of(left)), essence(self_of(right)), op);
}

bool hash_range(Vm& vm, Value self, Hash* result) {
  Ref tuple = essence(self_of(self));
  return hash(vm, tuple, result);
}

// --- items ------------------------------------------------------------------------------------------------------------

Ref fit_number(Vm& vm, Value value, Value length, bool backward) {
  Ref number = index(vm, value);
  if (!number) return {};
  if (int_sign(number) < 0) {
    number = int_add(vm, number, length);
    if (int_sign(number) < 0) return Value::small(backward ? -1 : 0);
  } else if (int_compare(number, length) >= 0) {
    return backward ? int_subtract(vm, length, kOne) : Ref(length);
  }
  return number;
}

Ref get_slice(Vm& vm, Range* range, const Slice* slice) {
  Ref step = slice->step.is_none() ? Ref(kOne) : index(vm, slice->step);
  if (!step) return {};
  if (int_sign(step) == 0) return raise(vm, exceptions::ValueError, "slice step cannot be zero");
  bool backward = int_sign(step) < 0;
  Ref last = int_subtract(vm, range->length, kOne);
  Ref start = !slice->start.is_none() ? fit_number(vm, slice->start, range->length, backward)
              : backward              ? last
                                      : Ref(kZero);
  if (!start) return {};
  Ref stop = !slice->stop.is_none() ? fit_number(vm, slice->stop, range->length, backward)
             : backward             ? Ref(Value::small(-1))
                                    : Ref(range->length);
  if (!stop) return {};
  return make_range(vm, number_at(vm, range, start), number_at(vm, range, stop), int_multiply(vm, range->step, step));
}

Ref get_item_of(Vm& vm, Value self, Value key) {
  Range* range = self_of(self);
  if (is_slice(key)) {
    for (Value part : {key.as<Slice>()->start, key.as<Slice>()->stop, key.as<Slice>()->step})
      if (!part.is_none() && !is_index(part))
        return raise(vm, exceptions::TypeError,
                     "slice indices must be integers or None or have an __index__ method");
    return get_slice(vm, range, key.as<Slice>());
  }
  if (!is_index(key))
    return raise(vm, exceptions::TypeError, "range indices must be integers or slices, not {}", type_name(key));
  Ref position = index(vm, key);
  if (!position) return {};
  if (int_sign(position) < 0) position = int_add(vm, position, range->length);
  if (int_sign(position) < 0 || int_compare(position, range->length) >= 0)
    return raise(vm, exceptions::IndexError, "range object index out of range");
  return number_at(vm, range, position);
}

// Position of an int in the range; null: it is not in it.
Ref position_of(Vm& vm, Range* range, Value number) {
  Ref distance = int_subtract(vm, number, range->start);
  if (int_sign(int_remainder(vm, distance, range->step)) != 0) return {};
  Ref position = int_floor_divide(vm, distance, range->step);
  bool inside = int_sign(position) >= 0 && int_compare(position, range->length) < 0;
  return inside ? position : Ref();
}

bool is_plain_int(Value value) { return value.is_small() || value.is_bool() || type_of(value) == &int_type; }

int contains_item(Vm& vm, Value self, Value item) {
  if (is_plain_int(item)) return static_cast<bool>(position_of(vm, self_of(self), item));
  // Anything else may equal a number: ask one by one.
  int found = 0;
  for_each(vm, self, [&](Value number) { return (found = equal_items(vm, number, item)) == 0; });
  return is_pending(vm) ? -1 : found;
}

Ref index_of(Vm& vm, const Arguments& arguments) {
  if (is_plain_int(arguments[1])) {
    if (Ref position = position_of(vm, self_of(arguments[0]), arguments[1])) return position;
    return raise(vm, exceptions::ValueError, "{} is not in range", repr_utf8(vm, arguments[1]));
  }
  int64_t position = 0;
  int found = 0;
  for_each(vm, arguments[0], [&](Value number) {
    found = equal_items(vm, number, arguments[1]);
    position += found == 0;
    return found == 0;
  });
  if (is_pending(vm)) return {};
  return found ? make_int(position) : raise(vm, exceptions::ValueError, "sequence.index(x): x not in sequence");
}

Ref count(Vm& vm, const Arguments& arguments) {
  if (is_plain_int(arguments[1])) return make_int(position_of(vm, self_of(arguments[0]), arguments[1]) ? 1 : 0);
  int64_t count = 0;
  for_each(vm, arguments[0], [&](Value number) {
    int equal = equal_items(vm, number, arguments[1]);
    count += equal > 0;
    return equal >= 0;
  });
  if (is_pending(vm)) return {};
  return make_int(count);
}

// --- iteration --------------------------------------------------------------------------------------------------------

Ref iterate_from(Vm& vm, Value first, Value step, Value count) {
  if (count.is_small() && first.is_small() && step.is_small()) {
    Ref last = int_add(vm, first, int_multiply(vm, step, count));
    if (last.get().is_small()) {
      auto* iterator = allocate_object<RangeIterator>(&range_iterator_type);
      iterator->next = first.small();
      iterator->step = step.small();
      iterator->remaining = count.small();
      return Ref::take(iterator);
    }
  }
  auto* iterator = allocate_object<LongRangeIterator>(&long_range_iterator_type);
  incref(iterator->next = first);
  incref(iterator->step = step);
  incref(iterator->remaining = count);
  return Ref::take(iterator);
}

Ref iterate_range(Vm& vm, Value self) {
  Range* range = self_of(self);
  if (is_one_small(range)) [[likely]] {
    auto* iterator = allocate_object<RangeIterator>(&range_iterator_type);
    iterator->next = range->start.small();
    iterator->step = range->step.small();
    iterator->remaining = range->length.small();
    return Ref::take(iterator);
  }
  return iterate_from(vm, range->start, range->step, range->length);
}

Ref reversed(Vm& vm, const Arguments& arguments) {
  Range* range = self_of(arguments[0]);
  Ref last = number_at(vm, range, int_subtract(vm, range->length, kOne));
  return iterate_from(vm, last, int_negate(vm, range->step), range->length);
}

Ref next_number(Vm&, Value self) {
  auto* iterator = self.as<RangeIterator>();
  if (iterator->remaining <= 0) return {};
  --iterator->remaining;
  Value number = Value::small(iterator->next);
  iterator->next += iterator->step;
  return number;
}

Ref next_long_number(Vm& vm, Value self) {
  auto* iterator = self.as<LongRangeIterator>();
  if (int_sign(iterator->remaining) <= 0) return {};
  Ref rest = int_subtract(vm, iterator->remaining, kOne);
  Ref following = int_add(vm, iterator->next, iterator->step);
  decref(std::exchange(iterator->remaining, rest.release()));
  return Ref::take(std::exchange(iterator->next, following.release()));
}

void destroy_range_iterator(Object* object) { free_object(object, sizeof(RangeIterator)); }

void destroy_long_range_iterator(Object* object) {
  auto* iterator = static_cast<LongRangeIterator*>(object);
  decref(iterator->next), decref(iterator->step), decref(iterator->remaining);
  free_object(iterator, sizeof(LongRangeIterator));
}

Ref length_hint_of(Vm&, const Arguments& arguments) { return make_int(arguments[0].as<RangeIterator>()->remaining); }
Ref long_length_hint(Vm&, const Arguments& arguments) { return arguments[0].as<LongRangeIterator>()->remaining; }

Ref reduce(Vm&, const Arguments& arguments) {
  Range* range = self_of(arguments[0]);
  return make_tuple({Value::of(&range_type), make_tuple({range->start, range->stop, range->step})});
}

constexpr NativeDescription kMethods[] = {
    {"count", count, {1, 1}, "rangeobject.count(value) -> integer -- return number of occurrences of value"},
    {"index", index_of, {1, 1}, "rangeobject.index(value) -> integer -- return index of value."},
    {"__reversed__", reversed, {0, 0}, "Return a reverse iterator."},
    {"__reduce__", reduce, {0, 0}},
};
constexpr NativeDescription kIteratorMethods[] = {{"__length_hint__", length_hint_of, {0, 0}}};
constexpr NativeDescription kLongIteratorMethods[] = {{"__length_hint__", long_length_hint, {0, 0}}};

constexpr GetterDescription kGetters[] = {
    {"start", [](Vm&, Value self) { return Ref(self_of(self)->start); }},
    {"stop", [](Vm&, Value self) { return Ref(self_of(self)->stop); }},
    {"step", [](Vm&, Value self) { return Ref(self_of(self)->step); }},
};

Operations range_operations() {
  Operations result;
  result.destroy = destroy_range;
  result.repr = repr_range;
  result.hash = hash_range;
  result.compare = compare_ranges;
  result.truth = truth_of;
  result.create = create;
  result.iterate = iterate_range;
  result.length = length_of;
  result.get_item = get_item_of;
  result.contains = contains_item;
  return result;
}

void define_iterator(Type& type, const char* name, uint32_t size, UnaryFunction next, void (*destroy)(Object*),
                     std::span<const NativeDescription> methods) {
  Operations operations;
  operations.destroy = destroy;
  operations.iterate = iterate_self;
  operations.next = next;
  define_type(type, {.name = name,
                     .base = nullptr,
                     .basic_size = size,
                     .flags = 0,
                     .operations = operations,
                     .methods = methods});
}

}  // namespace

void define_range_types() {
  define_type(range_type, {.name = "range",
                           .base = nullptr,
                           .basic_size = sizeof(Range),
                           .flags = 0,
                           .operations = range_operations(),
                           .methods = kMethods,
                           .getters = kGetters,
                           .doc = "range(start, stop[, step]) -> range object"});
  define_iterator(range_iterator_type, "range_iterator", sizeof(RangeIterator), next_number, destroy_range_iterator,
                  kIteratorMethods);
  define_iterator(long_range_iterator_type, "longrange_iterator", sizeof(LongRangeIterator), next_long_number,
                  destroy_long_range_iterator, kLongIteratorMethods);
}

}  // namespace gilsim::python
