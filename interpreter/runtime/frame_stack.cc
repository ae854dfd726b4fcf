#include "interpreter/runtime/frame_stack.h"

#include <algorithm>

namespace gilsim::python {

void FrameStack::go_on_in(Chunk* chunk, char* position) {
  chunk_ = chunk;
  begin_ = reinterpret_cast<char*>(chunk + 1);
  position_ = position;
  end_ = reinterpret_cast<char*>(chunk) + chunk->size;
}

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
  go_on_in(chunk, reinterpret_cast<char*>(chunk + 1));
  return push(size);
}

void FrameStack::pop_chunk() {
  if (!chunk_->previous) return;  // the first chunk stays
  if (spare_) heap.free(spare_, spare_->size);
  spare_ = chunk_;
  go_on_in(spare_->previous, spare_->previous_position);
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
