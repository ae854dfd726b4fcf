// Types in C++ whose objects hold a fixed few references: a struct names them once, in `references()`, and gets its
// destroy and traverse from here.
//
//   struct Pairs : Object { Value iterator, last; auto references() { return std::tie(iterator, last); } };
#pragma once

#include <tuple>

#include "interpreter/objects/heap.h"

namespace gilsim::python {

template <class T>
void destroy_members(Object* object) {
  auto drop = [](auto&... value) { (decref(std::exchange(value, kNull)), ...); };
  std::apply(drop, static_cast<T*>(object)->references());
  free_object(object, sizeof(T));
}

template <class T>
void traverse_members(Object* object, Visitor& visitor) {
  auto visit = [&](auto&... value) { ((value.is_null() ? void() : visitor.visit(value)), ...); };
  std::apply(visit, static_cast<T*>(object)->references());
}

template <class T>
void clear_members(Object* object) {
  auto drop = [](auto&... value) { (decref(std::exchange(value, kNull)), ...); };
  std::apply(drop, static_cast<T*>(object)->references());
}

// A new object with its references null; other fields are not set.
template <class T>
T* new_with_members(Type* type) {
  T* object = allocate_object<T>(type);
  std::apply([](auto&... value) { ((value = kNull), ...); }, object->references());
  return object;
}

// The operations of an iterator of that kind. Without clear: an iterator that lost its members could not be asked any
// more, and the containers in a cycle are enough to break it.
template <class T>
Operations iterator_operations(UnaryFunction next) {
  Operations result;
  result.destroy = destroy_members<T>;
  result.traverse = traverse_members<T>;
  result.iterate = [](Vm&, Value self) { return Ref(self); };
  result.next = next;
  return result;
}

// Puts a value in the place of an owned one: first stores, then drops.
inline void replace(Value& place, Ref value) {
  Ref old = Ref::take(std::exchange(place, value.release()));
}

}  // namespace gilsim::python
