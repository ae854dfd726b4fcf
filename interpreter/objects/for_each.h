// The body of protocols.h's for_each.
#pragma once

#include "interpreter/objects/exception.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python {

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
  if (!iterator) return false;
  while (Ref item = next(vm, iterator))
    if (!take(item.get())) return false;
  return !is_pending(vm);
}

}  // namespace gilsim::python
