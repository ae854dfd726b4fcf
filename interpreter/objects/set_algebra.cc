// Set algebra with any iterable. Which operand is walked, and when a table is enlarged, decides the order of the result:
// as CPython's Objects/setobject.c does.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/set.h"

namespace gilsim::python {

namespace {

constexpr int64_t kItemCost = 10;

void enlarge_for(Set* set, int64_t more) {
  if ((set->fill + more) * 5 >= set->mask * 3) set_resize(set, (set->used + more) * 2);
}

bool merge(Vm& vm, Set* set, Set* other) {
  if (set == other || other->used == 0) return true;
  vm.charge(kItemCost * other->used);
  enlarge_for(set, other->used);
  if (set->fill == 0 && set->mask == other->mask && other->fill == other->used) {
    for (int64_t i = 0; i <= other->mask; ++i) {
      set->table[i] = other->table[i];
      incref(set->table[i].key);
    }
    set->fill = set->used = other->used;
    return true;
  }
  SetEntry entry;
  for (int64_t i = 0; set_next(other, i, &entry);) {
    Ref held(entry.key);
    if (!set_add_hashed(vm, set, held, entry.hash)) return false;
  }
  return true;
}

bool merge_keys(Vm& vm, Set* set, Dict* dict) {
  vm.charge(kItemCost * dict->used);
  enlarge_for(set, dict->used);
  Value key, value;
  for (int32_t i = 0; dict_next(dict, i, &key, &value);) {
    Ref held(key);
    if (!set_add_hashed(vm, set, key, dict->entries[i - 1].hash)) return false;
  }
  return true;
}

bool is_exact_dict(Value value) { return type_of(value) == &dict_type; }

// Calls take(item, hash) for each item of any iterable, with the hashes that sets know already.
template <class Take>
bool for_each_hashed(Vm& vm, Value iterable, Take take) {
  if (is_set(iterable)) {
    auto* set = iterable.as<Set>();
    vm.charge(kItemCost * set->used);
    SetEntry entry;
    for (int64_t i = 0; set_next(set, i, &entry);) {
      Ref held(entry.key);
      if (!take(entry.key, entry.hash)) return false;
    }
    return true;
  }
  return for_each(vm, iterable, [&](Value item) {
    Hash hash;
    vm.charge(kItemCost);
    return hash_item(vm, item, &hash) && take(item, hash);
  });
}

}  // namespace

bool set_update(Vm& vm, Set* set, Value iterable) {
  if (is_set(iterable)) return merge(vm, set, iterable.as<Set>());
  if (is_exact_dict(iterable)) return merge_keys(vm, set, iterable.as<Dict>());
  return for_each_hashed(vm, iterable, [&](Value item, Hash hash) { return set_add_hashed(vm, set, item, hash); });
}

Ref set_intersection(Vm& vm, Set* set, Value iterable, Type* type) {
  Ref result = Ref::take(new_set(type));
  if (iterable == Value::of(set)) {
    if (!merge(vm, result.as<Set>(), set)) return {};
    return result;
  }
  Value walked = iterable;
  Set* asked = set;
  if (is_set(iterable) && iterable.as<Set>()->used > set->used) {
    walked = Value::of(set);
    asked = iterable.as<Set>();
  }
  bool done = for_each_hashed(vm, walked, [&](Value item, Hash hash) {
    int known = set_contains_hashed(vm, asked, item, hash);
    return known == 0 || (known > 0 && set_add_hashed(vm, result.as<Set>(), item, hash));
  });
  if (!done) return {};
  return result;
}

bool set_intersection_update(Vm& vm, Set* set, Value iterable) {
  Ref common = set_intersection(vm, set, iterable, &set_type);
  if (!common) return false;
  set_swap(set, common.as<Set>());
  return true;
}

bool set_difference_update(Vm& vm, Set* set, Value iterable) {
  if (iterable == Value::of(set)) {
    set_clear(set);
    return true;
  }
  Ref walked(iterable);
  if (is_set(iterable) && iterable.as<Set>()->used >> 3 > set->used) {
    walked = set_intersection(vm, set, iterable, &set_type);
    if (!walked) return false;
  }
  bool done = for_each_hashed(vm, walked,
                              [&](Value item, Hash hash) { return set_discard_hashed(vm, set, item, hash) >= 0; });
  if (!done) return false;
  bool many_deleted = set->fill - set->used > set->mask / 4;
  if (many_deleted) set_resize(set, set->used > 50000 ? set->used * 2 : set->used * 4);
  return true;
}

Ref set_difference(Vm& vm, Set* set, Value iterable, Type* type) {
  Ref result = Ref::take(new_set(type));
  bool by_asking = is_set(iterable) || is_exact_dict(iterable);
  int64_t other_size = is_set(iterable) ? iterable.as<Set>()->used : by_asking ? iterable.as<Dict>()->used : 0;
  if (!by_asking || set->used >> 2 > other_size) {
    if (!merge(vm, result.as<Set>(), set) || !set_difference_update(vm, result.as<Set>(), iterable)) return {};
    return result;
  }
  bool done = for_each_hashed(vm, Value::of(set), [&](Value item, Hash hash) {
    Value ignored;
    int known = is_set(iterable) ? set_contains_hashed(vm, iterable.as<Set>(), item, hash)
                                 : dict_lookup_hashed(vm, iterable.as<Dict>(), item, hash, &ignored);
    return known > 0 || (known == 0 && set_add_hashed(vm, result.as<Set>(), item, hash));
  });
  if (!done) return {};
  return result;
}

bool set_symmetric_difference_update(Vm& vm, Set* set, Value iterable) {
  if (iterable == Value::of(set)) {
    set_clear(set);
    return true;
  }
  // An iterable may name an item twice, which must not put it back.
  Ref other = is_set(iterable) || is_exact_dict(iterable) ? Ref(iterable) : make_set(vm, iterable);
  return other && for_each_hashed(vm, other, [&](Value item, Hash hash) {
           int removed = set_discard_hashed(vm, set, item, hash);
           return removed > 0 || (removed == 0 && set_add_hashed(vm, set, item, hash));
         });
}

int set_is_subset(Vm& vm, Set* set, Set* other) {
  if (set->used > other->used) return 0;
  int known = 1;
  for_each_hashed(vm, Value::of(set),
                  [&](Value item, Hash hash) { return (known = set_contains_hashed(vm, other, item, hash)) > 0; });
  return known;
}

int set_is_disjoint(Vm& vm, Set* set, Value iterable) {
  if (iterable == Value::of(set)) return set->used == 0;
  Value walked = iterable;
  if (is_set(iterable) && iterable.as<Set>()->used > set->used) {
    walked = Value::of(set);
    set = iterable.as<Set>();
  }
  int known = 0;
  for_each_hashed(vm, walked,
                  [&](Value item, Hash hash) { return (known = set_contains_hashed(vm, set, item, hash)) == 0; });
  return is_pending(vm) ? -1 : known == 0;
}

}  // namespace gilsim::python
