// The memory of the simulated kernel: one reservation of address space that every host process of a run has at the same
// addresses. Whatever several simulated processes see (the computer, its threads, files, pipes, the record) lies here;
// what belongs to one process lies in its own heap, which fork(2) copies.
//
// Until share() the pages are private, so that a run of one process gets huge pages and cheap faults; share() turns them
// into pages that forked host processes have in common. No locks: of all host processes only one runs at any time.
//
// Rules for what lies here:
// 1. Its containers use SharedAllocator, its classes derive from SharedObject; nothing owns memory of another heap that is
//    made or changed after the first fork.
// 2. A pointer from here to a process's own memory is followed by that process alone, or leads to what was made before the
//    first fork and never changed since: there every process has a copy at the same address.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gilsim::sim {

namespace shared_memory {

// 16-aligned; never null: without address space the host program ends with a message. Blocks from 4 KiB on begin at a
// page, those from 2 MiB on at a huge page.
void* allocate(std::size_t bytes);
// REQUIRES: `block` came from allocate(bytes).
void free(void* block, std::size_t bytes);
bool contains(const void* address);

// Everything that lies here, and will, is seen by the host processes that are forked from now on.
void share();
bool is_shared();
// Bytes in blocks that were not freed.
std::size_t bytes_in_use();

}  // namespace shared_memory

template <class T>
struct SharedAllocator {
  using value_type = T;
  SharedAllocator() = default;
  template <class Other>
  SharedAllocator(const SharedAllocator<Other>&) {}
  T* allocate(std::size_t count) { return static_cast<T*>(shared_memory::allocate(count * sizeof(T))); }
  void deallocate(T* block, std::size_t count) { shared_memory::free(block, count * sizeof(T)); }
  friend bool operator==(const SharedAllocator&, const SharedAllocator&) { return true; }
};

using SharedString = std::basic_string<char, std::char_traits<char>, SharedAllocator<char>>;
template <class T>
using SharedVector = std::vector<T, SharedAllocator<T>>;
template <class T>
using SharedDeque = std::deque<T, SharedAllocator<T>>;
template <class Key, class T, class Before = std::less<Key>>
using SharedMap = std::map<Key, T, Before, SharedAllocator<std::pair<const Key, T>>>;
template <class Key, class T, class Hash = std::hash<Key>>
using SharedHashMap = std::unordered_map<Key, T, Hash, std::equal_to<Key>, SharedAllocator<std::pair<const Key, T>>>;

// Objects of derived classes made by new lie in shared memory. As a member or on a stack they lie where that lies.
class SharedObject {
 public:
  static void* operator new(std::size_t bytes) { return shared_memory::allocate(bytes); }
  static void* operator new(std::size_t, void* place) noexcept { return place; }
  static void operator delete(void* object, std::size_t bytes) { shared_memory::free(object, bytes); }
};

// std::make_shared there.
template <class T, class... Arguments>
std::shared_ptr<T> make_in_shared_memory(Arguments&&... arguments) {
  return std::allocate_shared<T>(SharedAllocator<T>(), std::forward<Arguments>(arguments)...);
}

}  // namespace gilsim::sim
