// protocols.h: iterating and unpacking any value.
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

Ref iterate(Vm& vm, Value iterable) {
  Type* type = type_of(iterable);
  if (type->operations.iterate) {
    Ref iterator = type->operations.iterate(vm, iterable);
    if (!iterator || type_of(iterator)->operations.next) return iterator;
    return raise(vm, exceptions::TypeError, "iter() returned non-iterator of type '{}'", type_name(iterator));
  }
  // The protocol of old: items 0, 1, … until IndexError.
  if (type->operations.get_item && !is_dict(iterable)) return make_sequence_iterator(iterable);
  return raise(vm, exceptions::TypeError, "'{}' object is not iterable", display_name(type));
}

namespace {

[[gnu::cold, gnu::noinline]] Ref refuse_non_iterator(Vm& vm, Value value) {
  return raise(vm, exceptions::TypeError, "'{}' object is not an iterator", type_name(value));
}
[[gnu::cold, gnu::noinline]] bool refuse_depth(Vm& vm) {
  return fail(vm, exceptions::RecursionError, "maximum recursion depth exceeded");
}

// Who takes items without charging for them pays here, or an endless iterator would never meet a limit of time.
[[gnu::cold, gnu::noinline]] bool look(Vm& vm) {
  constexpr int64_t nanoseconds_an_item = 20;
  if (!vm.goes_on) return true;
  const bool is_unpaid = vm.thread->budget == 0;  // as the last look left it
  if (is_unpaid) vm.charge(kItemsBetweenLooks * nanoseconds_an_item);
  return vm.goes_on(vm);
}

// Iterators over iterators (filter of filter of …) recurse through here.
[[gnu::always_inline]] inline bool may_take(Vm& vm) {
  if (vm.thread->native_depth >= vm.thread->native_depth_limit) [[unlikely]] return refuse_depth(vm);
  return ++vm.items_taken % kItemsBetweenLooks != 0 || look(vm);
}
[[gnu::always_inline]] inline Ref take_next(Vm& vm, Value iterator) {
  auto operation = type_of(iterator)->operations.next;
  if (!operation) [[unlikely]] return refuse_non_iterator(vm, iterator);
  if (!may_take(vm)) [[unlikely]] return {};
  ThreadState* thread = vm.thread;
  ++thread->native_depth;
  Ref item = operation(vm, iterator);
  --thread->native_depth;
  return item;
}

}  // namespace

bool may_take_item(Vm& vm) { return may_take(vm); }
Ref next_or_stop(Vm& vm, Value iterator) { return take_next(vm, iterator); }

Ref next(Vm& vm, Value iterator) {
  Ref item = take_next(vm, iterator);
  if (!item && is_pending(vm) && pending_matches(vm, exceptions::StopIteration)) [[unlikely]] clear_pending(vm);
  return item;
}

Ref to_list(Vm& vm, Value iterable) {
  Ref list = Ref::take(new_list());
  return list_extend(vm, list.as<List>(), iterable) ? list : Ref();
}

Ref to_tuple(Vm& vm, Value iterable) {
  if (iterable.is_object() && iterable.object()->type == &tuple_type) return iterable;
  Ref list = to_list(vm, iterable);
  return list ? make_tuple(list.as<List>()->items, list.as<List>()->size) : Ref();
}

namespace {

bool refuse_few(Vm& vm, int64_t expected, int64_t got) {
  raise(vm, exceptions::ValueError, "not enough values to unpack (expected {}, got {})", expected, got);
  return false;
}
bool refuse_many(Vm& vm, int64_t expected) {
  raise(vm, exceptions::ValueError, "too many values to unpack (expected {})", expected);
  return false;
}

bool unpack_row(Vm& vm, const Value* items, int64_t size, int64_t count, Value* out) {
  if (size < count) return refuse_few(vm, count, size);
  if (size > count) return refuse_many(vm, count);
  for (int64_t i = 0; i < count; ++i) incref(out[i] = items[i]);
  return true;
}

bool unpack_iterator(Vm& vm, Value iterator, int64_t count, Value* out) {
  int64_t got = 0;
  while (got < count) {
    Ref item = next(vm, iterator);
    if (!item) break;
    out[got++] = item.release();
  }
  if (got == count && !next(vm, iterator)) {
    if (!is_pending(vm)) return true;
  } else if (!is_pending(vm)) {
    if (got < count) refuse_few(vm, count, got);
    else refuse_many(vm, count);
  }
  while (got > 0) decref(out[--got]);
  return false;
}

}  // namespace

bool unpack(Vm& vm, Value iterable, int64_t count, Value* out) {
  if (iterable.is_object() && iterable.object()->type == &tuple_type)
    return unpack_row(vm, iterable.as<Tuple>()->items, iterable.as<Tuple>()->size, count, out);
  if (iterable.is_object() && iterable.object()->type == &list_type)
    return unpack_row(vm, iterable.as<List>()->items, iterable.as<List>()->size, count, out);
  const Operations& operations = type_of(iterable)->operations;
  if (!operations.iterate && !operations.get_item) {
    raise(vm, exceptions::TypeError, "cannot unpack non-iterable {} object", type_name(iterable));
    return false;
  }
  Ref iterator = iterate(vm, iterable);
  return iterator && unpack_iterator(vm, iterator, count, out);
}

namespace {

// What __length_hint__ gives; 0 when it knows nothing.
int64_t hint_from_method(Vm& vm, const SpecialMethod& method, Value value) {
  Ref result = call_special(vm, method, value);
  if (!result) return -1;
  if (result == kNotImplemented) return 0;
  if (!is_int(result)) return raise(vm, exceptions::TypeError, "__length_hint__ must be an integer, not {}", type_name(result)), -2;
  const int64_t hint = int64_of(result).value_or(INT64_MAX);
  if (hint < 0) raise(vm, exceptions::ValueError, "__length_hint__() should return >= 0");
  return hint;
}

}  // namespace

int64_t length_hint(Vm& vm, Value value) {
  if (auto operation = type_of(value)->operations.length) {
    const int64_t length = operation(vm, value);
    if (length >= 0 || !pending_matches(vm, exceptions::TypeError)) return length;
    clear_pending(vm);
  }
  const SpecialMethod method = find_special(vm, value, names.length_hint);
  if (method.failed) return -1;
  if (!method) return 0;
  const int64_t hint = hint_from_method(vm, method, value);
  if (hint != -1 || !pending_matches(vm, exceptions::TypeError)) return hint < 0 ? -1 : hint;
  clear_pending(vm);
  return 0;
}

}  // namespace gilsim::python
