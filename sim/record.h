// The record of a run: one append-only list of small typed happenings, with tables of the labels and places
// that they name by number, and the run's settings. Reports read this and nothing else. What can happen is
// declared once, in happenings.def.
//
// Invariants, for a record that the computer wrote:
// 1. Times never decrease.
// 2. For every thread, ThreadCreated comes first and is its start in state New; each later state begins with
// a
//    StateChanged; ThreadEnded comes with the change to Done. A thread that has not ended is in its last
//    state up to RunEnded. So the parts of a thread's time add up to its lifetime. Its CPU time that was not
//    for the program is told when it ends, or when the run does.
// 3. A core is busy from each StateChanged to Running that names it until that thread leaves the state, and
// for
//    `value` ns after each CoreSwitched.
// 4. RunEnded is the last happening of a complete run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "sim/shared_memory.h"
#include "sim/time.h"

namespace gilsim::sim {

using LabelId = std::uint32_t;  // a string of the record's label table
using PlaceId = std::uint32_t;  // a line of a file, in the record's place table
inline constexpr LabelId no_label = 0;
inline constexpr PlaceId no_place = 0;
inline constexpr std::uint8_t no_core = 255;

enum class HappeningKind : std::uint8_t {
#define HAPPENING(name, fields, sentence) name,
#include "sim/happenings.def"
#undef HAPPENING
};

struct HappeningInfo {
  HappeningKind kind;
  std::string_view name;
  std::string_view fields;
  std::string_view sentence;
};

inline constexpr HappeningInfo happening_table[] = {
#define HAPPENING(name, fields, sentence) {HappeningKind::name, #name, fields, sentence},
#include "sim/happenings.def"
#undef HAPPENING
};

constexpr const HappeningInfo& info(HappeningKind kind) {
  return happening_table[static_cast<int>(kind)];
}

enum class GilDropCause : std::uint8_t {
  Voluntary,  // before something that may block, or at the end of a thread
  Forced,     // because another thread had asked for it
};

struct Happening {
  Nanoseconds time = 0;
  std::int64_t value = 0;
  std::uint32_t thread = 0;
  LabelId object = no_label;
  PlaceId place = no_place;
  HappeningKind kind = HappeningKind::RunEnded;
  std::uint8_t core = no_core;
  std::uint8_t detail = 0;

  friend bool operator==(const Happening&, const Happening&) = default;
};
static_assert(sizeof(Happening) <= 32 && std::is_trivially_copyable_v<Happening>);

struct Place {
  LabelId file = no_label;
  std::uint32_t line = 0;

  friend bool operator==(const Place&, const Place&) = default;
};

// In shared memory when made by new, as it must be where a program may make processes.
class Record : public SharedObject {
 public:
  Record();
  ~Record();
  Record(const Record&) = delete;
  Record& operator=(const Record&) = delete;

  void append(const Happening& happening) {
    if (next_ == end_) [[unlikely]]
      add_chunk();
    *next_++ = happening;
  }

  // The number of a string; the same string always gets the same number.
  LabelId label(std::string_view text);
  // A number of its own for an object, even when another object has the same label.
  LabelId new_label(std::string_view text);
  // 1, 2, 3, …: for naming objects that have no name, by the order in which they are first recorded.
  std::uint32_t next_object_number() { return ++object_numbers_; }
  std::string_view text(LabelId id) const { return labels_[id]; }
  std::size_t label_count() const { return labels_.size(); }

  PlaceId place(Place place);
  PlaceId place(LabelId file, std::uint32_t line) { return place(Place{file, line}); }
  Place place_of(PlaceId id) const { return places_[id]; }
  std::size_t place_count() const { return places_.size(); }

  // Settings of the run (program, version, seed, …), in the order of setting; setting one again changes it. Before the run
  // or after it.
  void set(std::string_view key, std::string_view value);
  const std::vector<std::pair<std::string, std::string>>& settings() const { return settings_; }

  // About what all this takes of the host's memory.
  std::size_t bytes() const {
    const std::size_t current = chunks_.empty() ? 0 : static_cast<std::size_t>(next_ - chunks_.back().start);
    return full_bytes_ + current * sizeof(Happening) + table_bytes_;
  }

  std::size_t size() const;
  bool empty() const { return size() == 0; }
  // REQUIRES: index < size(). For a walk over all, iterate instead.
  const Happening& operator[](std::size_t index) const;

  class Iterator {
   public:
    using value_type = Happening;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    const Happening& operator*() const { return *at_; }
    const Happening* operator->() const { return at_; }
    Iterator& operator++() {
      if (++at_ == chunk_end_) record_->enter_chunk(*this, chunk_ + 1);
      return *this;
    }
    Iterator operator++(int) {
      Iterator before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }

   private:
    friend class Record;
    const Record* record_ = nullptr;
    const Happening* at_ = nullptr;  // nullptr: the end
    const Happening* chunk_end_ = nullptr;
    std::size_t chunk_ = 0;
  };
  // What is appended during a walk is seen by the next walk.
  Iterator begin() const;
  Iterator end() const { return {}; }

 private:
  struct Chunk {
    Happening* start;
    std::size_t capacity, bytes;
  };
  struct PlaceHash {
    std::size_t operator()(const Place& place) const {
      return (std::uint64_t{place.file} << 32 | place.line) * 0x9E3779B97F4A7C15u >> 20;
    }
  };
  void add_chunk();
  void enter_chunk(Iterator& iterator, std::size_t chunk) const;
  std::size_t used(std::size_t chunk) const;

  Happening* next_ = nullptr;
  Happening* end_ = nullptr;
  SharedVector<Chunk> chunks_;
  std::size_t full_bytes_ = 0;   // of all chunks but the last
  std::size_t table_bytes_ = 0;  // of labels and places
  SharedDeque<SharedString> labels_;  // a deque: label_ids_ refers to the strings
  SharedHashMap<std::string_view, LabelId> label_ids_;
  std::uint32_t object_numbers_ = 0;
  SharedVector<Place> places_;
  SharedHashMap<Place, PlaceId, PlaceHash> place_ids_;
  std::vector<std::pair<std::string, std::string>> settings_;
};

}  // namespace gilsim::sim
