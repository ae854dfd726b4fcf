// Where a thread's frames live: chunks that grow from small to large and never move. First in, last out.
#pragma once

#include <cstddef>

#include "interpreter/objects/heap.h"

namespace gilsim::python {

class FrameStack {
 public:
  FrameStack() = default;
  FrameStack(const FrameStack&) = delete;
  FrameStack& operator=(const FrameStack&) = delete;
  ~FrameStack();

  [[gnu::always_inline]] void* push(size_t size) {
    if (size <= static_cast<size_t>(end_ - position_)) [[likely]] {
      void* memory = position_;
      position_ += size;
      return memory;
    }
    return push_chunk(size);
  }
  // REQUIRES: `memory` is the newest that is still there.
  [[gnu::always_inline]] void pop(void* memory) {
    position_ = static_cast<char*>(memory);
    if (position_ == begin_) [[unlikely]] pop_chunk();
  }

 private:
  struct Chunk {
    Chunk* previous;
    char* previous_position;
    size_t size;
  };
  static constexpr size_t kFirstChunk = 1024;  // so that ten thousand blocked threads stay small
  static constexpr size_t kLaterChunk = 16 * 1024;

  [[gnu::cold]] void* push_chunk(size_t size);
  [[gnu::cold]] void pop_chunk();
  void go_on_in(Chunk* chunk, char* position);

  Chunk* chunk_ = nullptr;
  Chunk* spare_ = nullptr;  // the chunk popped last, kept so that a call at the edge does not thrash
  // Of the newest chunk: its room, and where the next frame goes.
  char* begin_ = nullptr;
  char* position_ = nullptr;
  char* end_ = nullptr;
};

}  // namespace gilsim::python
