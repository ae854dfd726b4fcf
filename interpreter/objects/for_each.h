// The body of protocols.h's for_each.
#pragma once

#include "interpreter/objects/exception.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python {

// `list(itertools.count())` must end at the run's limits and with Ctrl-C, though it never comes back to the eval loop.
inline constexpr uint32_t kItemsBetweenLooks = 1 << 16;

template <class Take>
struct ItemTakerOf final : ItemTaker {
  explicit ItemTakerOf(Take& function) : function_(function) {}
  bool take(Value item) override { return function_(item); }
  Take& function_;
};

template <class Take>
bool for_each_of(Vm& vm, Value iterator, Take take) {
  if (auto give = type_of(iterator)->operations.give) {
    ItemTakerOf<Take> taker(take);
    return give(vm, iterator, taker);
  }
  while (Ref item = next(vm, iterator))
    if (!take(item.get())) return false;
  return !is_pending(vm);
}

template <class Take>
bool for_each(Vm& vm, Value iterable, Take take) {
  if (iterable.is_object() && iterable.object()->type == &list_type) {
    auto* list = iterable.as<List>();
    for (int64_t i = 0; i < list->size; ++i) {
      Ref item(list->items[i]);
      if (!take(item.get())) return false;
    }
    return true;
  }
  if (iterable.is_object() && iterable.object()->type == &tuple_type) {
    auto* tuple = iterable.as<Tuple>();
    for (int64_t i = 0; i < tuple->size; ++i)
      if (!take(tuple->items[i])) return false;
    return true;
  }
  Ref iterator = iterate(vm, iterable);
  return iterator && for_each_of<Take>(vm, iterator, std::move(take));
}

}  // namespace gilsim::python
