// Where an instance's attributes are: a Shape maps names to indices of Attributes::values and belongs to one class. An
// instance begins with the class's root shape and follows a transition with each attribute it gets, so all instances that
// got the same attributes in the same order share one shape, and a cache that saw the shape knows class and index.
//
// An instance leaves its shape for a dict of its own, for good, when `__dict__` is asked for, it has more than
// kMostAttributes, or its class has grown too many shapes. Deleting an attribute leads to the shape of the others.
#pragma once

#include "interpreter/objects/heap.h"

namespace gilsim::python {

struct Shape {
  Type* owner;
  Shape* parent;   // null: the root
  Str* name;       // interned; the attribute this shape adds to its parent's, at index count - 1
  int32_t count;   // attributes
  int32_t shapes;  // of the root: how many shapes there are in its tree
  Shape* first_child;
  Shape* next_sibling;
  uint8_t* index;  // hash table of attribute numbers, made when a shape of more than a few attributes is searched
  Shape* without;  // where the last deletion of an attribute led, that of number
  int32_t removed;
};

inline constexpr int kMostAttributes = 60;

Shape* new_root_shape(Type* owner);
void free_shapes(Shape* root);
// Index of the attribute, -1: none. `name` is interned.
int find(Shape* shape, const Str* name);
// The shape with one more attribute; null: the instance must change to a dict.
Shape* with_attribute(Shape* shape, Str* name);
// How many values an instance of so many attributes has room for: a rule instead of a field.
constexpr int32_t value_capacity(int32_t count) {
  if (count == 0) return 0;
  int32_t capacity = 4;
  while (capacity < count) capacity *= 2;
  return capacity;
}
// Whether adding the attribute that leads to `shape` needs a larger array of values.
inline bool grows_values(const Shape* shape) { return value_capacity(shape->count - 1) < shape->count; }

// --- attributes of an instance; REQUIRES in all of them: the object's type has kHasAttributes, names are interned ---

Value find_attribute(Object* object, Str* name);              // borrowed; null: none
void store_attribute(Object* object, Str* name, Value value); // shares
bool delete_attribute(Object* object, Str* name);             // false: none
// Appends the attribute that leads from the object's shape to `shape`; shares `value`.
void append_attribute(Object* object, Shape* shape, Value value);
Dict* instance_dictionary(Object* object);                    // __dict__: made on first use; borrowed
void replace_dictionary(Object* object, Dict* dictionary);    // __dict__ = …; shares; null: empties
void drop_attributes(Object* object);
void traverse_attributes(Object* object, Visitor& visitor);

// The values of __slots__ members, Type::slot_bytes / 8 of them; null ones are unset.
inline Value* member_slots(Object* object) {
  return reinterpret_cast<Value*>(reinterpret_cast<char*>(object) + object->type->basic_size);
}

}  // namespace gilsim::python
