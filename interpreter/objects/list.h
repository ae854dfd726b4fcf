// list: a growing row of values.
#pragma once

#include "interpreter/objects/heap.h"

namespace gilsim::python {

struct List : Object {
  Value* items;  // owned; from the heap, capacity * 8 bytes
  int64_t size;
  int64_t capacity;
};

extern Type list_type;
void define_list_types();

List* new_list(int64_t capacity = 0);     // empty
void list_grow(List* list, int64_t size);  // makes room for `size` items in all
void list_append(List* list, Value item);  // shares
void list_append_owned(List* list, Value item);  // takes the caller's reference over
void list_clear(List* list);
void list_insert(List* list, int64_t position, Value item);  // shares; the position is clipped
Ref list_remove_at(List* list, int64_t position);            // gives the item. REQUIRES: 0 <= position < size
// Puts `count` items (shared) in the place of those from start to before stop. REQUIRES: 0 <= start <= stop <= size
void list_replace(List* list, int64_t start, int64_t stop, const Value* items, int64_t count);
Ref make_list(const Value* items, int64_t count);
bool list_extend(Vm& vm, List* list, Value iterable);
bool list_sort(Vm& vm, List* list, Value key_or_none, bool reverse);  // stable; charges virtual time by comparisons
inline bool is_list(Value value) { return value.is_object() && has_flag(value.object()->type, kListSubclass); }

// list[slice] in its three forms.
struct Slice;
Ref list_get_slice(Vm& vm, List* list, const Slice* slice);
bool list_set_slice(Vm& vm, List* list, const Slice* slice, Value iterable);
bool list_delete_slice(Vm& vm, List* list, const Slice* slice);

}  // namespace gilsim::python
