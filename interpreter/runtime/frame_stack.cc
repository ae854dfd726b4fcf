#include "interpreter/runtime/frame_stack.h"

#include <algorithm>

namespace gilsim::python {

void* FrameStack::push_chunk(size_t size) {
  const size_t needed = size + sizeof(Chunk);
  Chunk* chunk = spare_;
  if (chunk && chunk->size >= needed) {
    spare_ = nullptr;
  } else {
    const size_t chunk_size = std::max(needed, chunk_ ? kLaterChunk : kFirstChunk);
    chunk = static_cast<Chunk*>(heap.allocate(chunk_size));
    chunk->size = chunk_size;
  }
  chunk->previous = chunk_;
  chunk->previous_position = position_;
  chunk_ = chunk;
  position_ = reinterpret_cast<char*>(chunk + 1);
  end_ = reinterpret_cast<char*>(chunk) + chunk->size;
  return push(size);
}

void FrameStack::pop_chunk() {
  if (!chunk_->previous) return;  // the first chunk stays
  if (spare_) heap.free(spare_, spare_->size);
  spare_ = chunk_;
  position_ = chunk_->previous_position;
  chunk_ = chunk_->previous;
  end_ = reinterpret_cast<char*>(chunk_) + chunk_->size;
}

FrameStack::~FrameStack() {
  if (spare_) heap.free(spare_, spare_->size);
  while (chunk_) {
    Chunk* previous = chunk_->previous;
    heap.free(chunk_, chunk_->size);
    chunk_ = previous;
  }
}

}  // namespace gilsim::python
