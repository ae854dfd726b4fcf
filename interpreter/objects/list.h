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

List* new_list(int64_t capacity = 0);     // empty
void list_append(List* list, Value item);  // shares
void list_append_owned(List* list, Value item);  // takes the caller's reference over
bool list_extend(Vm& vm, List* list, Value iterable);
bool list_sort(Vm& vm, List* list, Value key_or_none, bool reverse);  // stable; charges virtual time by comparisons
inline bool is_list(Value value) { return value.is_object() && has_flag(value.object()->type, kListSubclass); }

}  // namespace gilsim::python
