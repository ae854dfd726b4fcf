// A bump allocator for syntax trees, and the fixed-length list that nodes hold. Everything an Arena hands out
// is freed with the Arena and no destructor runs, so only trivially destructible types may live in it.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <type_traits>
#include <vector>

namespace gilsim::syntax {

// A read-only view of `size()` items that an Arena owns.
template <class Item>
class Sequence {
 public:
  Sequence() = default;
  Sequence(Item* items, size_t size) : items_(items), size_(size) {}
  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  Item* begin() const { return items_; }
  Item* end() const { return items_ + size_; }
  Item& operator[](size_t index) const { return items_[index]; }
  Item& back() const { return items_[size_ - 1]; }

 private:
  Item* items_ = nullptr;
  size_t size_ = 0;
};

class Arena {
 public:
  Arena() = default;
  Arena(Arena&&) = default;
  Arena& operator=(Arena&&) = default;

  template <class Item>
  Item* make(Item item = {}) {
    static_assert(std::is_trivially_destructible_v<Item>);
    return new (allocate(sizeof(Item), alignof(Item))) Item(std::move(item));
  }

  template <class Item>
  Sequence<Item> copy(const Item* items, size_t size) {
    static_assert(std::is_trivially_destructible_v<Item>);
    if (size == 0) return {};
    auto* memory = static_cast<Item*>(allocate(sizeof(Item) * size, alignof(Item)));
    std::uninitialized_copy(items, items + size, memory);
    return {memory, size};
  }

  template <class Item>
  Sequence<Item> copy(const std::vector<Item>& items) {
    return copy(items.data(), items.size());
  }

  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    auto* memory = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(memory, text.data(), text.size());
    return {memory, text.size()};
  }

 private:
  void* allocate(size_t size, size_t alignment) {
    size_t start = (used_ + alignment - 1) & ~(alignment - 1);
    if (blocks_.empty() || start + size > capacity_) {
      capacity_ = size > kBlockSize ? size : kBlockSize;
      blocks_.push_back(std::make_unique<std::byte[]>(capacity_));
      start = 0;
    }
    used_ = start + size;
    return blocks_.back().get() + start;
  }

  static constexpr size_t kBlockSize = 64 * 1024;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  size_t used_ = 0;
  size_t capacity_ = 0;
};

}  // namespace gilsim::syntax
