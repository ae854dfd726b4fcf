// list.sort: keys, the fast orders of keys that are all of one type, and the care for lists that are changed meanwhile.
#include "interpreter/objects/float.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/merge_sort.h"
#include "interpreter/objects/sequence.h"

namespace gilsim::python {

namespace {

constexpr int64_t kFastComparisonCost = 15, kSlowComparisonCost = 25;

struct LessInt {
  int64_t comparisons = 0;
  int operator()(Value a, Value b) { return ++comparisons, a.small() < b.small(); }
};
struct LessFloat {
  int64_t comparisons = 0;
  int operator()(Value a, Value b) { return ++comparisons, a.as<Float>()->number < b.as<Float>()->number; }
};
struct LessStr {
  int64_t comparisons = 0;
  int operator()(Value a, Value b) { return ++comparisons, str_compare(a.as<Str>(), b.as<Str>()) < 0; }
};
// May run code of the program.
struct LessAny {
  Vm& vm;
  int operator()(Value a, Value b) {
    vm.charge(kSlowComparisonCost);
    return compare_truth(vm, a, b, CompareOperator::Less);
  }
};

template <class Less>
void sort_fast(Vm& vm, SortRows rows, int64_t size) {
  Less less;
  MergeSort<Less>(rows, size, less).sort();
  vm.charge(kFastComparisonCost * less.comparisons + kMoveCost * size);
}

template <class Test>
bool all_keys(SortRows rows, int64_t size, Test test) {
  return std::all_of(rows.keys, rows.keys + size, test);
}

bool is_exactly(Value value, const Type* type) { return value.is_object() && value.object()->type == type; }

bool sort_rows(Vm& vm, SortRows rows, int64_t size) {
  if (all_keys(rows, size, [](Value key) { return key.is_small(); })) {
    sort_fast<LessInt>(vm, rows, size);
  } else if (all_keys(rows, size, [](Value key) { return is_exactly(key, &str_type); })) {
    sort_fast<LessStr>(vm, rows, size);
  } else if (all_keys(rows, size, [](Value key) { return is_exactly(key, &float_type); })) {
    sort_fast<LessFloat>(vm, rows, size);
  } else {
    LessAny less{vm};
    return MergeSort<LessAny>(rows, size, less).sort();
  }
  return true;
}

// The keys of all items, in a list of their own; null: exception.
Ref make_keys(Vm& vm, const Value* items, int64_t size, Value function) {
  Ref keys = Ref::take(new_list(size));
  for (int64_t i = 0; i < size; ++i) {
    Ref key = call(vm, function, Arguments{items + i, 1, nullptr});
    if (!key) return {};
    list_append_owned(keys.as<List>(), key.release());
  }
  return keys;
}

void reverse(Value* items, int64_t size) { std::reverse(items, items + size); }

bool sort_items(Vm& vm, Value* items, int64_t size, Value function, bool reversed) {
  Ref keys;
  SortRows rows{items, nullptr};
  if (!function.is_none()) {
    keys = make_keys(vm, items, size, function);
    if (!keys) return false;
    rows = {keys.as<List>()->items, items};
  }
  // Reversing before and after keeps equal items in their order.
  if (reversed) reverse(items, size);
  if (reversed && rows.items) reverse(rows.keys, size);
  bool sorted = sort_rows(vm, rows, size);
  if (reversed) reverse(items, size);
  return sorted;
}

}  // namespace

// While it is being sorted the list looks empty, so that what keys and comparisons do to it can do no harm.
bool list_sort(Vm& vm, List* list, Value key_or_none, bool reversed) {
  Ref held(list);
  Value* items = std::exchange(list->items, nullptr);
  int64_t size = std::exchange(list->size, 0), capacity = std::exchange(list->capacity, 0);
  bool sorted = sort_items(vm, items, size, key_or_none, reversed);
  bool modified = list->items != nullptr;
  Ref surplus = modified ? Ref::take(new_list()) : Ref();
  if (modified) {
    std::swap(surplus.as<List>()->items, list->items);
    std::swap(surplus.as<List>()->size, list->size);
    std::swap(surplus.as<List>()->capacity, list->capacity);
  }
  list->items = items;
  list->size = size;
  list->capacity = capacity;
  if (modified && sorted) return fail(vm, exceptions::ValueError, "list modified during sort");
  return sorted;
}

}  // namespace gilsim::python
