#include "interpreter/objects/shape.h"

#include <cstring>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/str.h"

namespace gilsim::python {

namespace {

constexpr int kLinear = 6;           // up to so many attributes are searched one by one
constexpr int32_t kMostShapes = 512; // of one class
constexpr int kTableSize = 128;      // more than twice kMostAttributes
constexpr uint8_t kFree = 0xff;

size_t table_position(const Str* name) { return (reinterpret_cast<uint64_t>(name) >> 4) * 0x9e3779b97f4a7c15u >> 57; }

Shape* new_shape(Type* owner, Shape* parent, Str* name) {
  auto* shape = static_cast<Shape*>(heap.allocate(sizeof(Shape)));
  *shape = {owner, parent, name, parent ? parent->count + 1 : 0, 0, nullptr, nullptr, nullptr, nullptr, 0};
  return shape;
}

void build_index(Shape* shape) {
  shape->index = static_cast<uint8_t*>(heap.allocate(kTableSize));
  std::memset(shape->index, kFree, kTableSize);
  for (Shape* step = shape; step->parent; step = step->parent) {
    size_t position = table_position(step->name);
    while (shape->index[position] != kFree) position = (position + 1) % kTableSize;
    shape->index[position] = static_cast<uint8_t>(step->count - 1);
  }
}

// The step that adds attribute number `index`.
const Shape* step_of(const Shape* shape, int index) {
  while (shape->count - 1 > index) shape = shape->parent;
  return shape;
}

// The shape that the other attributes of `shape` lead to, in their order; null: the instance must change to a dict.
Shape* without_attribute(Shape* shape, int index) {
  if (shape->without && shape->removed == index) return shape->without;
  Shape* result = step_of(shape, index)->parent;
  for (int later = index + 1; result && later < shape->count; ++later)
    result = with_attribute(result, step_of(shape, later)->name);
  shape->removed = index;
  return shape->without = result;
}

// Takes the value out of the row; room that the shorter row does not need goes back.
Value remove_value(Attributes* attributes, int index, Shape* shape) {
  Value* values = attributes->values;
  const Value removed = values[index];
  std::memmove(values + index, values + index + 1, sizeof(Value) * static_cast<size_t>(shape->count - index));
  const size_t old_size = sizeof(Value) * static_cast<size_t>(value_capacity(shape->count + 1));
  const size_t new_size = sizeof(Value) * static_cast<size_t>(value_capacity(shape->count));
  if (new_size == 0) heap.free(values, old_size), values = nullptr;
  else if (new_size != old_size) values = static_cast<Value*>(heap.reallocate(values, old_size, new_size));
  *attributes = {shape, {.values = values}};
  return removed;
}

void free_values(Value* values, int32_t count) {
  for (int32_t i = 0; i < count; ++i) decref(values[i]);
  if (values) heap.free(values, sizeof(Value) * static_cast<size_t>(value_capacity(count)));
}

}  // namespace

Shape* new_root_shape(Type* owner) {
  Shape* root = new_shape(owner, nullptr, nullptr);
  root->shapes = 1;
  return root;
}

// Walks the tree without recursion: a chain may be kMostAttributes deep.
void free_shapes(Shape* root) {
  Shape* shape = root;
  while (shape) {
    if (Shape* child = shape->first_child) {
      shape->first_child = child->next_sibling;
      shape = child;
      continue;
    }
    Shape* parent = shape->parent;
    if (shape->index) heap.free(shape->index, kTableSize);
    heap.free(shape, sizeof(Shape));
    shape = parent;
  }
}

int find(Shape* shape, const Str* name) {
  if (shape->count <= kLinear) {
    for (const Shape* step = shape; step->parent; step = step->parent)
      if (step->name == name) return step->count - 1;
    return -1;
  }
  if (!shape->index) build_index(shape);
  for (size_t position = table_position(name); shape->index[position] != kFree; position = (position + 1) % kTableSize)
    if (step_of(shape, shape->index[position])->name == name) return shape->index[position];
  return -1;
}

Shape* with_attribute(Shape* shape, Str* name) {
  for (Shape* child = shape->first_child; child; child = child->next_sibling)
    if (child->name == name) return child;
  if (shape->count >= kMostAttributes) return nullptr;
  Shape* root = shape->owner->root_shape;
  if (root->shapes >= kMostShapes) return nullptr;
  ++root->shapes;
  Shape* child = new_shape(shape->owner, shape, name);
  child->next_sibling = std::exchange(shape->first_child, child);
  return child;
}

Value find_attribute(Object* object, Str* name) {
  Attributes* attributes = attributes_of(object);
  if (!attributes->shape) return attributes->dictionary ? dict_get_str(attributes->dictionary, name) : kNull;
  int index = find(attributes->shape, name);
  return index < 0 ? kNull : attributes->values[index];
}

void append_attribute(Object* object, Shape* shape, Value value) {
  Attributes* attributes = attributes_of(object);
  int32_t old_capacity = value_capacity(shape->count - 1);
  if (old_capacity < shape->count) {
    size_t new_size = sizeof(Value) * static_cast<size_t>(value_capacity(shape->count));
    void* values = attributes->values ? heap.reallocate(attributes->values, sizeof(Value) * static_cast<size_t>(old_capacity), new_size)
                                      : heap.allocate(new_size);
    attributes->values = static_cast<Value*>(values);
  }
  incref(value);
  attributes->values[shape->count - 1] = value;
  attributes->shape = shape;
}

void store_attribute(Object* object, Str* name, Value value) {
  Attributes* attributes = attributes_of(object);
  if (attributes->shape) {
    int index = find(attributes->shape, name);
    if (index >= 0) {
      incref(value);
      return decref(std::exchange(attributes->values[index], value));
    }
    if (Shape* shape = with_attribute(attributes->shape, name)) return append_attribute(object, shape, value);
  }
  dict_set_str(instance_dictionary(object), name, value);
}

bool delete_attribute(Object* object, Str* name) {
  Attributes* attributes = attributes_of(object);
  if (!attributes->shape) return attributes->dictionary && dict_delete_str(attributes->dictionary, name);
  const int index = find(attributes->shape, name);
  if (index < 0) return false;
  Shape* shape = without_attribute(attributes->shape, index);
  if (!shape) return dict_delete_str(instance_dictionary(object), name);
  decref(remove_value(attributes, index, shape));
  return true;
}

Dict* instance_dictionary(Object* object) {
  Attributes* attributes = attributes_of(object);
  if (!attributes->shape && attributes->dictionary) return attributes->dictionary;
  Dict* dictionary = new_dict();
  if (Shape* shape = attributes->shape) {
    for (int32_t i = 0; i < shape->count; ++i)
      dict_set_str(dictionary, step_of(shape, i)->name, attributes->values[i]);
    Value* values = attributes->values;
    *attributes = {nullptr, {.dictionary = dictionary}};
    free_values(values, shape->count);
  }
  attributes->dictionary = dictionary;
  return dictionary;
}

void replace_dictionary(Object* object, Dict* dictionary) {
  Attributes old = *attributes_of(object);
  if (dictionary) incref(dictionary);
  *attributes_of(object) = {nullptr, {.dictionary = dictionary}};
  if (old.shape) free_values(old.values, old.shape->count);
  else if (old.dictionary) decref(old.dictionary);
}

void drop_attributes(Object* object) { replace_dictionary(object, nullptr); }

void traverse_attributes(Object* object, Visitor& visitor) {
  Attributes* attributes = attributes_of(object);
  if (!attributes->shape) {
    if (attributes->dictionary) visitor.visit(Value::of(attributes->dictionary));
    return;
  }
  for (int32_t i = 0; i < attributes->shape->count; ++i) visitor.visit(attributes->values[i]);
}

}  // namespace gilsim::python
