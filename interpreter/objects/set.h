// set and frozenset: a hash table with CPython's probing and growth, so that sets of numbers and strings print and iterate
// in the same order as there.
#pragma once

#include "interpreter/objects/arguments.h"
#include "interpreter/objects/heap.h"

namespace gilsim::python {

struct SetEntry {
  Value key;  // null: empty, or deleted when hash is -1 (which no key has)
  Hash hash;
};

struct Set : Object {
  SetEntry* table;  // mask + 1 of them; `few` while the set is small
  int64_t mask;
  int64_t fill;     // live and deleted entries
  int64_t used;     // live entries
  int64_t finger;   // where pop() goes on searching
  Hash hash;        // of a frozenset; -1: not yet computed
  SetEntry few[8];
};

struct SetIterator : Object {
  Set* set;          // owned; null: exhausted
  int64_t used;      // the set's when iteration began; -1 after "Set changed size during iteration"
  int64_t position;  // next entry of the table to look at
  int64_t remaining;
};

extern Type set_type, frozenset_type, set_iterator_type;
void define_set_types();

inline bool is_set(Value value) { return value.is_object() && has_flag(value.object()->type, kSetSubclass); }

Ref make_set(Vm& vm, Value iterable_or_null);
Ref make_set_of(Vm& vm, Type* type, Value iterable_or_null);  // of set, frozenset or a subclass
bool set_add(Vm& vm, Set* set, Value item);
int set_contains(Vm& vm, const Set* set, Value item);  // 1, 0, -1
int set_discard(Vm& vm, Set* set, Value item);         // 1 removed, 0 absent, -1 exception
void set_clear(Set* set);
// Walks the items in order, as dict_next.
bool set_next(const Set* set, int64_t& position, Value* item);
bool set_next(const Set* set, int64_t& position, SetEntry* entry);

// set.update and its siblings, with any iterable.
bool set_update(Vm& vm, Set* set, Value iterable);
bool set_intersection_update(Vm& vm, Set* set, Value iterable);
bool set_difference_update(Vm& vm, Set* set, Value iterable);
bool set_symmetric_difference_update(Vm& vm, Set* set, Value iterable);

// New sets of `type`, and questions: 1, 0, -1.
Ref set_intersection(Vm& vm, Set* set, Value iterable, Type* type);
Ref set_difference(Vm& vm, Set* set, Value iterable, Type* type);
int set_is_subset(Vm& vm, Set* set, Set* other);
int set_is_disjoint(Vm& vm, Set* set, Value iterable);

// For the set's own files: tables by known hash.
bool set_add_hashed(Vm& vm, Set* set, Value item, Hash hash);
int set_contains_hashed(Vm& vm, const Set* set, Value item, Hash hash);
int set_discard_hashed(Vm& vm, Set* set, Value item, Hash hash);
Set* new_set(Type* type);                      // empty
void set_resize(Set* set, int64_t least_used);  // a table larger than that
void set_swap(Set* left, Set* right);          // exchanges their contents
Ref iterate_set(Vm& vm, Value self);
void define_set_iterator_type();

}  // namespace gilsim::python
