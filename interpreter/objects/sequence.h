// What tuple, list and other rows of values share: comparing, finding, repeating, printing.
#pragma once

#include <string_view>

#include "interpreter/objects/arguments.h"
#include "interpreter/objects/comparison.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/prefetch.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/text_builder.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

// Calls take(item) for the items that are there, from the last to the first: CPython's order, which decides that of finalisers.
template <class Take>
[[gnu::always_inline]] inline void for_items_backwards(const Value* items, int64_t size, Take take) {
  int64_t i = size;
  while (i > kPrefetchDistance) {
    --i;
    prefetch(items[i - kPrefetchDistance]);
    if (!items[i].is_null()) take(items[i]);
  }
  while (i-- > 0)
    if (!items[i].is_null()) take(items[i]);
}
inline void visit_items(const Value* items, int64_t size, Visitor& visitor) {
  for_items_backwards(items, size, [&](Value item) { visitor.visit(item); });
}
inline void drop_items(const Value* items, int64_t size) {
  for_items_backwards(items, size, [](Value item) { decref(item); });
}

// protocols.h's equals() with its commonest answers in place. Runs Python code only for other types than int and str.
inline int equal_items(Vm& vm, Value left, Value right) {
  if (left == right) return 1;
  if (left.is_small() && right.is_small()) return 0;
  if (is_exact_str(left) && is_exact_str(right)) return str_equal(left.as<Str>(), right.as<Str>());
  return equals(vm, left, right);
}

// protocols.h's hash() with its commonest answers in place.
inline bool hash_item(Vm& vm, Value item, Hash* result) {
  constexpr int64_t kModulus = (int64_t{1} << 61) - 1;
  if (item.is_small() && item.small() > -kModulus && item.small() < kModulus) {
    *result = item.small() == -1 ? -2 : item.small();
    return true;
  }
  if (!is_exact_str(item)) return hash(vm, item, result);
  *result = str_hash(item.as<Str>());
  return true;
}

// Virtual time of looking at one item of a row and of copying one.
inline constexpr int64_t kComparisonCost = 12;
inline constexpr int64_t kMoveCost = 1;

// Compares two rows (anything with `size` and `items`), which may change while their items are compared.
template <class Row>
Ref compare_rows(Vm& vm, Row* left, Row* right, CompareOperator op) {
  int64_t i = 0;
  for (; i < left->size && i < right->size; ++i) {
    if (left->items[i] == right->items[i]) continue;
    Ref one(left->items[i]), other(right->items[i]);
    int equal = equal_items(vm, one, other);
    if (equal < 0) return {};
    if (equal) continue;
    vm.charge(kComparisonCost * (i + 1));
    if (op == CompareOperator::Equal) return kFalse;
    if (op == CompareOperator::NotEqual) return kTrue;
    return compare(vm, one, other, op);
  }
  vm.charge(kComparisonCost * i);
  int64_t a = left->size, b = right->size;
  return Value::of(holds(a, b, op));
}

// Position of the first item equal to `value` from `start` to before `stop`; -1: none, -2: exception.
template <class Row>
int64_t find_in_row(Vm& vm, Row* row, Value value, int64_t start, int64_t stop) {
  for (int64_t i = start; i < stop && i < row->size; ++i) {
    vm.charge(kComparisonCost);
    Ref item(row->items[i]);
    int equal = equal_items(vm, item, value);
    if (equal) return equal < 0 ? -2 : i;
  }
  return -1;
}

template <class Row>
Ref count_in_row(Vm& vm, Row* row, Value value) {
  int64_t count = 0;
  for (int64_t i = 0; i < row->size; ++i) {
    Ref item(row->items[i]);
    int equal = equal_items(vm, item, value);
    if (equal < 0) return {};
    count += equal;
  }
  vm.charge(kComparisonCost * row->size);
  return make_int(count);
}

// "[1, 2, 3]" from an opening, the items' reprs and a closing; the row may change meanwhile.
template <class Row>
Ref row_repr(Vm& vm, Row* row, std::string_view opening, std::string_view closing) {
  TextBuilder text;
  text.append(opening);
  for (int64_t i = 0; i < row->size; ++i) {
    if (i) text.append(", ");
    Ref item(row->items[i]);
    Ref piece = repr(vm, item);
    if (!piece) return {};
    text.append(piece.get());
  }
  text.append(closing);
  vm.charge(text.length());
  return text.finish();
}

// The start and stop arguments of index(value, start, stop), fitted to `length`. False: TypeError pending.
bool read_search_range(Vm& vm, const Arguments& arguments, int64_t length, int64_t* start, int64_t* stop);

// A subscript that must be an index into `size` items: negative ones count from the end. -1 with TypeError or
// IndexError pending ("list index out of range").
int64_t read_item_index(Vm& vm, Value key, int64_t size, const char* type_name, const char* range_message);
inline bool is_index(Value value) { return value.is_small() || type_of(value)->operations.index; }

// What a sequence answers when it cannot take `other` as operand: NotImplemented when a class of the program may know
// better by a reflected method, else CPython's TypeError. `own` is the asking operation itself.
Ref refuse_concatenation(Vm& vm, Value other, const char* type_name, BinaryFunction own);
Ref refuse_repetition(Vm& vm, Value other, BinaryFunction own);
// How often `size` items of `item_bytes` are repeated (never negative). False: OverflowError or MemoryError pending.
bool read_repetitions(Vm& vm, Value count, int64_t size, int64_t item_bytes, int64_t* times);

// `list[int]` and the like: __class_getitem__ of containers.
Ref class_getitem(Vm& vm, const Arguments& arguments);

}  // namespace gilsim::python
