// array.array: a row of numbers of one type of C, or of characters.
#pragma once

#include <string>

#include "interpreter/objects/arguments.h"
#include "interpreter/objects/heap.h"
#include "interpreter/objects/packed_item.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

struct Array : Object {
  const ItemFormat* format;
  char* data;              // from the heap, capacity * format->size bytes; null while capacity is 0
  int64_t size, capacity;  // items
  int64_t exports;         // see Buffer
  char* at(int64_t index) { return data + index * format->size; }
};

extern Type array_type, array_iterator_type;

inline bool is_array(Value value) {
  return value.is_object() && is_subtype(value.object()->type, &array_type);
}

Array* new_array(Type* type, const ItemFormat* format, int64_t size);  // items not set
Ref read_array_item(Array* array, int64_t index);
bool write_array_item(Vm& vm, const Array* array, Value value,
                      char* place);                     // false: an exception is pending
bool array_resize(Vm& vm, Array* array, int64_t size);  // new items are not set; false: pending
bool array_append(Vm& vm, Array* array, Value value);
bool array_insert(Vm& vm, Array* array, int64_t position, Value value);
// Puts `count` items from `items` (not of the array itself) in the place of those from start to before stop.
bool array_splice(Vm& vm, Array* array, int64_t start, int64_t stop, const char* items, int64_t count);
bool array_extend(Vm& vm, Array* array, Value iterable);
bool array_add_octets(Vm& vm, Array* array, std::string_view octets);
bool array_add_text(Array* array, Vm& vm, Value text);
std::string array_octets(const Array* array);
// Position of the first item equal to `value`; -1: none, -2: an exception is pending.
int64_t array_find(Vm& vm, Array* array, Value value, int64_t start, int64_t stop);
const ItemFormat* array_format(char32_t code);  // null: no such type code

std::span<const NativeDescription> array_methods();
void add_array_operations(Operations* operations);  // subscripts, comparing, + and *

}  // namespace gilsim::python
