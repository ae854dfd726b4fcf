#include "sim/record.h"

#include <sys/mman.h>

#include <algorithm>
#include <cassert>

namespace gilsim::sim {
namespace {

// Chunks grow from 64 KiB, so that a short run costs little, to 8 MiB, which huge pages serve. A fresh small page costs
// more to touch than the hundred happenings that fit on it cost to write; those of smaller chunks come all at once.
constexpr std::size_t first_chunk_bytes = 64 * 1024;
constexpr std::size_t last_chunk_bytes = 8 * 1024 * 1024;
constexpr std::size_t huge_page_bytes = 2 * 1024 * 1024;

// What an entry of a table takes beside its text: the string or place, and what finds it again.
constexpr std::size_t table_entry_bytes = 128;

// Linux 5.14: a failure only costs time.
constexpr int advice_populate_write = 23;

Happening* make_chunk(std::size_t bytes) {
  void* start = shared_memory::allocate(bytes);
  if (bytes > first_chunk_bytes && bytes < huge_page_bytes) madvise(start, bytes, advice_populate_write);
  return static_cast<Happening*>(start);
}

}  // namespace

Record::Record() {
  labels_.emplace_back();
  label_ids_.emplace(labels_.front(), no_label);
  places_.emplace_back();
  place_ids_.emplace(Place{}, no_place);
}

Record::~Record() {
  for (const Chunk& chunk : chunks_) shared_memory::free(chunk.start, chunk.bytes);
}

LabelId Record::label(std::string_view text) {
  if (auto known = label_ids_.find(text); known != label_ids_.end()) return known->second;
  const LabelId id = new_label(text);
  label_ids_.emplace(labels_[id], id);
  return id;
}

LabelId Record::new_label(std::string_view text) {
  labels_.emplace_back(text);
  table_bytes_ += text.size() + table_entry_bytes;
  return static_cast<LabelId>(labels_.size() - 1);
}

PlaceId Record::place(Place place) {
  const auto [known, is_new] = place_ids_.emplace(place, static_cast<PlaceId>(places_.size()));
  if (is_new) {
    places_.push_back(place);
    table_bytes_ += table_entry_bytes;
  }
  return known->second;
}

void Record::set(std::string_view key, std::string_view value) {
  const auto known = std::ranges::find(settings_, key, &std::pair<std::string, std::string>::first);
  if (known != settings_.end()) {
    known->second = value;
  } else {
    settings_.emplace_back(key, value);
  }
}

void Record::add_chunk() {
  const std::size_t bytes =
      std::min(first_chunk_bytes << std::min<std::size_t>(chunks_.size(), 16), last_chunk_bytes);
  const std::size_t capacity = bytes / sizeof(Happening);
  if (!chunks_.empty()) full_bytes_ += chunks_.back().capacity * sizeof(Happening);
  next_ = make_chunk(bytes);
  end_ = next_ + capacity;
  chunks_.push_back({next_, capacity, bytes});
}

std::size_t Record::used(std::size_t chunk) const {
  return chunk + 1 == chunks_.size() ? static_cast<std::size_t>(next_ - chunks_[chunk].start)
                                     : chunks_[chunk].capacity;
}

std::size_t Record::size() const {
  std::size_t total = 0;
  for (std::size_t i = 0; i < chunks_.size(); ++i) total += used(i);
  return total;
}

const Happening& Record::operator[](std::size_t index) const {
  std::size_t chunk = 0;
  while (index >= used(chunk)) index -= used(chunk++);
  assert(chunk < chunks_.size());
  return chunks_[chunk].start[index];
}

Record::Iterator Record::begin() const {
  Iterator iterator;
  iterator.record_ = this;
  enter_chunk(iterator, 0);
  return iterator;
}

void Record::enter_chunk(Iterator& iterator, std::size_t chunk) const {
  const bool exists = chunk < chunks_.size() && used(chunk) > 0;
  iterator.chunk_ = chunk;
  iterator.at_ = exists ? chunks_[chunk].start : nullptr;
  iterator.chunk_end_ = exists ? chunks_[chunk].start + used(chunk) : nullptr;
}

}  // namespace gilsim::sim
