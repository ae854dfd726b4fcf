// Memory of C++ containers inside the run's Heap: it counts for the limit of memory, and it goes with the heap when a run
// ends in the middle, where no destructor runs. For native objects whose fields are containers.
#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "interpreter/objects/heap.h"

namespace gilsim::python {

template <class T>
struct HeapAllocator {
  using value_type = T;

  HeapAllocator() = default;
  template <class Other>
  HeapAllocator(const HeapAllocator<Other>&) {}

  T* allocate(size_t count) { return static_cast<T*>(heap.allocate(count * sizeof(T))); }
  void deallocate(T* memory, size_t count) { heap.free(memory, count * sizeof(T)); }
  friend bool operator==(const HeapAllocator&, const HeapAllocator&) { return true; }
};

using HeapString = std::basic_string<char, std::char_traits<char>, HeapAllocator<char>>;
template <class T>
using HeapVector = std::vector<T, HeapAllocator<T>>;
template <class Key, class T>
using HeapMap = std::unordered_map<Key, T, std::hash<Key>, std::equal_to<Key>, HeapAllocator<std::pair<const Key, T>>>;

// An object of any C++ class in the heap, and its end.
template <class T, class... Parameters>
T* make_in_heap(Parameters&&... parameters) {
  return new (heap.allocate(sizeof(T))) T(std::forward<Parameters>(parameters)...);
}
template <class T>
void destroy_in_heap(T* object) {
  if (!object) return;
  object->~T();
  heap.free(object, sizeof(T));
}

}  // namespace gilsim::python
