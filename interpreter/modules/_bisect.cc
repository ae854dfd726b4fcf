// _bisect: places in sorted sequences.
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

namespace {

struct Search {
  Value sequence, value, key;  // key: None or a function
  int64_t low = 0, high = -1;  // high -1: the length
};

bool read(Vm& vm, const Arguments& arguments, const char* function, Search* search) {
  static constexpr const char* kNames[] = {"a", "x", "lo", "hi", "key"};
  Value values[5];
  if (!bind(vm, arguments, {function, kNames, 5, 0, 2, 4}, values)) return false;
  search->sequence = values[0];
  search->value = values[1];
  search->key = values[4].is_null() ? kNone : values[4];
  if (!values[2].is_null() && !as_int64(vm, values[2], &search->low)) return false;
  if (!values[3].is_null() && !values[3].is_none() && !as_int64(vm, values[3], &search->high)) return false;
  if (search->low < 0) return fail(vm, exceptions::ValueError, "lo must be non-negative");
  if (search->high == -1) search->high = length(vm, search->sequence);
  return search->high >= 0 || !is_pending(vm);
}

Ref item_at(Vm& vm, const Search& search, int64_t position) {
  if (type_of(search.sequence) == &list_type) {
    auto* list = search.sequence.as<List>();
    return position < list->size ? Ref(list->items[position])
                                 : raise(vm, exceptions::IndexError, "list index out of range");
  }
  return get_item(vm, search.sequence, make_int(position));
}

// Before those equal to `value` or after them; -1: exception.
int64_t find(Vm& vm, Search search, Value value, bool before_equals) {
  while (search.low < search.high) {
    vm.charge(kComparisonCost);
    int64_t middle = search.low + (search.high - search.low) / 2;
    Ref item = item_at(vm, search, middle);
    if (item && !search.key.is_none()) item = call(vm, search.key, {item});
    if (!item) return -1;
    int less = before_equals ? compare_truth(vm, item, value, CompareOperator::Less)
                             : compare_truth(vm, value, item, CompareOperator::Less);
    if (less < 0) return -1;
    if ((less == 1) == before_equals) search.low = middle + 1;
    else search.high = middle;
  }
  return search.low;
}

template <bool before_equals>
Ref bisect(Vm& vm, const Arguments& arguments) {
  Search search;
  if (!read(vm, arguments, before_equals ? "bisect_left" : "bisect_right", &search)) return {};
  int64_t place = find(vm, search, search.value, before_equals);
  return place < 0 ? Ref() : make_int(place);
}

template <bool before_equals>
Ref insort(Vm& vm, const Arguments& arguments) {
  Search search;
  if (!read(vm, arguments, before_equals ? "insort_left" : "insort_right", &search)) return {};
  Ref wanted = search.key.is_none() ? Ref(search.value) : call(vm, search.key, {search.value});
  int64_t place = wanted ? find(vm, search, wanted, before_equals) : -1;
  if (place < 0) return {};
  if (type_of(search.sequence) == &list_type) {
    auto* list = search.sequence.as<List>();
    vm.charge(kMoveCost * (list->size - place));
    list_insert(list, place, search.value);
    return kNone;
  }
  Ref position = make_int(place);
  Ref done = call_method(vm, search.sequence, intern("insert"), {position, search.value});
  return done ? Ref(kNone) : Ref();
}

constexpr NativeDescription kFunctions[] = {
    {"bisect_left", bisect<true>, kAny, "Return the index where to insert item x in list a, assuming a is sorted."},
    {"bisect_right", bisect<false>, kAny, "Return the index where to insert item x in list a, assuming a is sorted."},
    {"insort_left", insort<true>, kAny, "Insert item x in list a, and keep it sorted assuming a is sorted."},
    {"insort_right", insort<false>, kAny, "Insert item x in list a, and keep it sorted assuming a is sorted."},
};

}  // namespace

const ModuleDefinition& _bisect_module() {
  static const ModuleDefinition definition{"_bisect", kFunctions, nullptr, "Bisection algorithms."};
  return definition;
}

}  // namespace gilsim::python
