#include "interpreter/objects/list.h"

#include <algorithm>
#include <cstring>

#include "interpreter/objects/iterators.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type list_type;

List* new_list(int64_t capacity) {
  auto* list = allocate_object<List>(&list_type);
  list->size = 0;
  list->capacity = capacity;
  list->items = capacity ? static_cast<Value*>(heap.allocate(capacity * sizeof(Value))) : nullptr;
  return list;
}

namespace {

void set_capacity(List* list, int64_t capacity) {
  const size_t old_bytes = list->capacity * sizeof(Value), bytes = capacity * sizeof(Value);
  if (list->items && bytes) {
    list->items = static_cast<Value*>(heap.reallocate(list->items, old_bytes, bytes));
  } else {
    if (list->items) heap.free(list->items, old_bytes);
    list->items = bytes ? static_cast<Value*>(heap.allocate(bytes)) : nullptr;
  }
  list->capacity = capacity;
}

[[gnu::noinline]] void grow_slowly(List* list, int64_t size) {
  // An eighth in reserve and a little more, in steps of four: sys.getsizeof shows it.
  int64_t capacity = (size + (size >> 3) + 6) & ~int64_t{3};
  if (size - list->size > capacity - size) capacity = (size + 3) & ~int64_t{3};
  set_capacity(list, capacity);
}

// Gives memory back once less than half of it is in use.
void shrink(List* list) {
  if (list->size >= list->capacity / 2) return;
  set_capacity(list, list->size ? (list->size + (list->size >> 3) + 6) & ~int64_t{3} : 0);
}

// Makes room for `more` items; a list that never had any gets no reserve.
void grow_by(List* list, int64_t more) {
  if (!list->items && more > 0) return set_capacity(list, (more + 1) & ~int64_t{1});
  list_grow(list, list->size + more);
}

}  // namespace

void list_grow(List* list, int64_t size) {
  if (size > list->capacity) grow_slowly(list, size);
}

void list_append_owned(List* list, Value item) {
  if (list->size == list->capacity) [[unlikely]] grow_slowly(list, list->size + 1);
  list->items[list->size++] = item;
}

void list_append(List* list, Value item) {
  incref(item);
  list_append_owned(list, item);
}

Ref make_list(const Value* items, int64_t count) {
  List* list = new_list(count);
  for (int64_t i = 0; i < count; ++i) incref(list->items[i] = items[i]);
  list->size = count;
  return Ref::take(list);
}

void list_clear(List* list) {
  Value* items = std::exchange(list->items, nullptr);
  int64_t size = std::exchange(list->size, 0), capacity = std::exchange(list->capacity, 0);
  drop_items(items, size);
  if (items) heap.free(items, capacity * sizeof(Value));
}

void list_insert(List* list, int64_t position, Value item) {
  if (position < 0) position = std::max<int64_t>(position + list->size, 0);
  position = std::min(position, list->size);
  list_grow(list, list->size + 1);
  Value* place = list->items + position;
  std::memmove(static_cast<void*>(place + 1), place, (list->size - position) * sizeof(Value));
  incref(*place = item);
  ++list->size;
}

Ref list_remove_at(List* list, int64_t position) {
  Value item = list->items[position];
  Value* place = list->items + position;
  --list->size;
  std::memmove(static_cast<void*>(place), place + 1, (list->size - position) * sizeof(Value));
  shrink(list);
  return Ref::take(item);
}

namespace {

// Items taken out of a list, dropped when the list is whole again: dropping may run Python code.
class Removed {
 public:
  explicit Removed(int64_t capacity) : capacity_(capacity) {
    if (capacity) items_ = static_cast<Value*>(heap.allocate(capacity * sizeof(Value)));
  }
  Removed(const Removed&) = delete;
  Removed& operator=(const Removed&) = delete;
  ~Removed() {
    for (int64_t i = size_; i-- > 0;) decref(items_[i]);
    if (items_) heap.free(items_, capacity_ * sizeof(Value));
  }
  void add(Value item) { items_[size_++] = item; }

 private:
  Value* items_ = nullptr;
  int64_t size_ = 0;
  int64_t capacity_;
};

}  // namespace

void list_replace(List* list, int64_t start, int64_t stop, const Value* items, int64_t count) {
  Removed removed(stop - start);
  for (int64_t i = start; i < stop; ++i) removed.add(list->items[i]);
  int64_t size = list->size - (stop - start) + count;
  list_grow(list, size);
  Value* base = list->items;
  if (list->size > stop)
    std::memmove(static_cast<void*>(base + start + count), base + stop, (list->size - stop) * sizeof(Value));
  for (int64_t i = 0; i < count; ++i) incref(base[start + i] = items[i]);
  list->size = size;
  shrink(list);
}

// Of an item that an iterator gives: 5 ns from a list's, 14 from islice(), 20 from a range, which makes a number.
constexpr int64_t kTakeCost = 10;

bool list_extend(Vm& vm, List* list, Value iterable) {
  Type* type = type_of(iterable);
  if (type == &list_type || type == &tuple_type) {
    bool from_list = type == &list_type;
    int64_t count = from_list ? iterable.as<List>()->size : iterable.as<Tuple>()->size;
    grow_by(list, count);
    // Read after growing: the list may be extended by itself.
    const Value* items = from_list ? iterable.as<List>()->items : iterable.as<Tuple>()->items;
    for (int64_t i = 0; i < count; ++i) incref(list->items[list->size++] = items[i]);
    vm.charge(kMoveCost * count);
    return true;
  }
  Ref iterator = iterate(vm, iterable);
  if (!iterator) return false;
  const int64_t expected = length_hint(vm, iterable);
  if (expected < 0) return false;
  int64_t bytes;
  if (__builtin_mul_overflow(expected, sizeof(Value), &bytes) || heap.refuses(static_cast<size_t>(bytes)))
    return fail(vm, exceptions::MemoryError);
  if (expected < 1 << 20) grow_by(list, expected);
  return for_each_of(vm, iterator, [&](Value item) {
    list_append_owned(list, Ref(item).release());
    vm.charge(kTakeCost);
    return true;
  });
}

Ref list_get_slice(Vm& vm, List* list, const Slice* slice) {
  SlicePositions p;
  if (!read_slice(vm, slice, &p)) return {};
  fit_slice(&p, list->size);
  vm.charge(kMoveCost * p.count);
  if (p.step == 1) return make_list(list->items + p.start, p.count);
  List* result = new_list(p.count);
  for (int64_t i = 0, from = p.start; i < p.count; ++i, from += p.step) incref(result->items[i] = list->items[from]);
  result->size = p.count;
  return Ref::take(result);
}

namespace {

// The items to assign as a row of their own; the message when there are none to be had is the assignment's.
Ref items_to_assign(Vm& vm, List* list, Value iterable, const char* message) {
  if (iterable == Value::of(list)) return make_list(list->items, list->size);
  if (is_list(iterable) || is_tuple(iterable)) return iterable;
  Ref iterator = iterate(vm, iterable);
  if (iterator) return to_list(vm, iterator);
  if (!pending_matches(vm, exceptions::TypeError)) return {};
  clear_pending(vm);
  return raise(vm, exceptions::TypeError, std::string_view(message));
}

bool set_scattered(Vm& vm, List* list, SlicePositions p, const Value* items, int64_t count) {
  if (count != p.count)
    return fail(vm, exceptions::ValueError, "attempt to assign sequence of size {} to extended slice of size {}", count,
                p.count);
  Removed removed(count);
  for (int64_t i = 0, to = p.start; i < count; ++i, to += p.step) {
    removed.add(list->items[to]);
    incref(list->items[to] = items[i]);
  }
  return true;
}

}  // namespace

bool list_set_slice(Vm& vm, List* list, const Slice* slice, Value iterable) {
  SlicePositions p;
  if (!read_slice(vm, slice, &p)) return false;
  Ref source = items_to_assign(vm, list, iterable,
                               p.step == 1 ? "can only assign an iterable" : "must assign iterable to extended slice");
  if (!source) return false;
  const Value* items = is_list(source) ? source.as<List>()->items : source.as<Tuple>()->items;
  int64_t count = is_list(source) ? source.as<List>()->size : source.as<Tuple>()->size;
  fit_slice(&p, list->size);
  vm.charge(kMoveCost * (count + (p.step == 1 ? list->size - p.start : 0)));
  if (p.step != 1) return set_scattered(vm, list, p, items, count);
  list_replace(list, p.start, std::max(p.start, p.stop), items, count);
  return true;
}

bool list_delete_slice(Vm& vm, List* list, const Slice* slice) {
  SlicePositions p;
  if (!read_slice(vm, slice, &p)) return false;
  fit_slice(&p, list->size);
  if (p.count == 0) return true;
  vm.charge(kMoveCost * (list->size - std::min(p.start, p.stop + 1)));
  if (p.step < 0) p.start += p.step * (p.count - 1), p.step = -p.step;
  Removed removed(p.count);
  int64_t to = p.start, next_removed = p.start;
  for (int64_t from = p.start; from < list->size; ++from) {
    if (from == next_removed && p.count > 0) {
      removed.add(list->items[from]);
      next_removed += --p.count > 0 ? p.step : 0;
    } else {
      list->items[to++] = list->items[from];
    }
  }
  list->size = to;
  shrink(list);
  return true;
}

}  // namespace gilsim::python
