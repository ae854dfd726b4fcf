// memoryview: another object's octets as items in up to 64 dimensions, without a copy.
//
// A view counts as one export of the object behind it until it is released or dies; a part of a view looks at
// that object itself, so the whole may be released before the part.
#pragma once

#include <string>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/object.h"
#include "interpreter/objects/packed_item.h"

namespace gilsim::python {

struct MemoryView : Object {
  Value owner;               // bytes, bytearray, array …; null: released
  int64_t* owner_exports;    // see Buffer
  int64_t exports;           // of those who look at this view
  char* start;               // the item with all indices 0
  const ItemFormat* format;  // null: one that items cannot be read in (array's 'u')
  int64_t item_size;
  char format_text[3];  // with the '@' that cast() was given
  bool read_only;
  bool shared;  // see Buffer
  int dimensions;
  int64_t sizes[];  // `dimensions` lengths, then as many strides in octets

  int64_t* shape() { return sizes; }
  int64_t* strides() { return sizes + dimensions; }
};

inline constexpr int kMostDimensions = 64;

extern Type memory_view_type, memory_iterator_type;

inline bool is_memory_view(Value value) {
  return type_of(value) == &memory_view_type;
}

Ref make_memory_view(Vm& vm, Value object);
// A view of the same object with room for `dimensions`; shape and strides are not set.
MemoryView* new_view_like(const MemoryView* view, int dimensions);
bool check_not_released(Vm& vm, const MemoryView* view);  // false: ValueError pending
int64_t item_count(MemoryView* view);
bool is_c_contiguous(MemoryView* view);
bool is_f_contiguous(MemoryView* view);
// All items in C order, whatever the strides; with `fortran` the first index runs fastest.
std::string gather_octets(MemoryView* view, bool fortran = false);

// memory_view_items.cc: what a subscript means.
Ref memory_view_get_item(Vm& vm, Value self, Value key);
bool memory_view_set_item(Vm& vm, Value self, Value key, Value value);
Ref memory_view_to_list(Vm& vm, MemoryView* view);
Ref memory_view_compare(Vm& vm, Value self, Value other, CompareOperator op);
Ref memory_view_cast(Vm& vm, const Arguments& arguments);

void define_memory_view_types();

}  // namespace gilsim::python
