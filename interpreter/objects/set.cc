// The hash table of set. A search looks at up to ten neighbouring entries, then jumps as dict does.
#include "interpreter/objects/set.h"

#include <cstring>

#include "interpreter/objects/sequence.h"

namespace gilsim::python {

Type set_type, frozenset_type;

namespace {

constexpr int64_t kNeighbours = 9;
constexpr Hash kDeletedHash = -1;

// The entries where an item of a certain hash may be, one after the other.
class Probe {
 public:
  Probe(const Set* set, Hash hash)
      : table_(set->table), mask_(set->mask), start_(static_cast<size_t>(hash) & mask_), perturbation_(hash) {
    begin_group();
  }
  SetEntry* entry() const { return entry_; }
  void advance() {
    if (entry_ != last_) {
      ++entry_;
      return;
    }
    perturbation_ >>= 5;
    start_ = (start_ * 5 + 1 + perturbation_) & mask_;
    begin_group();
  }

 private:
  void begin_group() {
    entry_ = table_ + start_;
    last_ = start_ + kNeighbours <= mask_ ? entry_ + kNeighbours : entry_;
  }

  SetEntry* table_;
  size_t mask_, start_, perturbation_;
  SetEntry *entry_, *last_;
};

bool is_free(const SetEntry& entry) { return entry.key.is_null() && entry.hash != kDeletedHash; }

enum class Match { No, Yes, Failed, Changed };

Match match(Vm& vm, const Set* set, SetEntry* entry, Value item) {
  if (entry->key == item) return Match::Yes;
  if (entry->key.is_null() || (entry->key.is_small() && item.is_small())) return Match::No;
  if (is_exact_str(item) && is_exact_str(entry->key))
    return str_equal(entry->key.as<Str>(), item.as<Str>()) ? Match::Yes : Match::No;
  SetEntry* table = set->table;
  int64_t mask = set->mask;
  Ref candidate(entry->key);
  int equal = equals(vm, candidate, item);
  if (equal < 0) return Match::Failed;
  if (set->table != table || set->mask != mask || entry->key != candidate.get()) return Match::Changed;
  return equal ? Match::Yes : Match::No;
}

struct Place {
  SetEntry* entry;  // the item's; or a free one where it would go; null: an exception is pending
  bool found;
};

// A deleted entry on the way is used again: the last one, as CPython 3.11 does it.
Place find(Vm& vm, const Set* set, Value item, Hash hash) {
  for (;;) {
    SetEntry* deleted = nullptr;
    bool changed = false;
    for (Probe probe(set, hash); !changed; probe.advance()) {
      SetEntry* entry = probe.entry();
      if (is_free(*entry)) return {deleted ? deleted : entry, false};
      if (entry->hash == kDeletedHash) deleted = entry;
      if (entry->hash != hash) continue;
      Match answer = match(vm, set, entry, item);
      if (answer == Match::Yes) return {entry, true};
      if (answer == Match::Failed) return {nullptr, false};
      changed = answer == Match::Changed;
    }
  }
}

// REQUIRES: the item is absent and no entry is deleted.
void insert_clean(Set* set, SetEntry item) {
  Probe probe(set, item.hash);
  while (!probe.entry()->key.is_null()) probe.advance();
  *probe.entry() = item;
}

void set_no_items(Set* set) {
  set->table = set->few;
  set->mask = 7;
  set->fill = set->used = set->finger = 0;
  set->hash = -1;
  std::memset(static_cast<void*>(set->few), 0, sizeof set->few);
}

size_t table_bytes(int64_t mask) { return (mask + 1) * sizeof(SetEntry); }

}  // namespace

Set* new_set(Type* type) {
  auto* set = allocate_object<Set>(type);
  set_no_items(set);
  return set;
}

void set_resize(Set* set, int64_t least_used) {
  int64_t size = 8;
  while (size <= least_used) size *= 2;
  SetEntry few[8];
  SetEntry* old = set->table;
  int64_t old_mask = set->mask;
  bool was_small = old == set->few;
  if (was_small) {
    std::memcpy(static_cast<void*>(few), old, sizeof few);
    old = few;
  }
  set->table = size == 8 ? set->few : static_cast<SetEntry*>(heap.allocate(size * sizeof(SetEntry)));
  set->mask = size - 1;
  set->fill = set->used;
  std::memset(static_cast<void*>(set->table), 0, table_bytes(set->mask));
  for (int64_t i = 0; i <= old_mask; ++i)
    if (!old[i].key.is_null()) insert_clean(set, old[i]);
  if (!was_small) heap.free(old, table_bytes(old_mask));
}

bool set_add_hashed(Vm& vm, Set* set, Value item, Hash hash) {
  Place place = find(vm, set, item, hash);
  if (!place.entry) return false;
  if (place.found) return true;
  bool reused = place.entry->hash == kDeletedHash;
  incref(item);
  *place.entry = {item, hash};
  ++set->used;
  if (reused) return true;
  ++set->fill;
  if (set->fill * 5 >= set->mask * 3) set_resize(set, set->used > 50000 ? set->used * 2 : set->used * 4);
  return true;
}

int set_contains_hashed(Vm& vm, const Set* set, Value item, Hash hash) {
  Place place = find(vm, set, item, hash);
  return place.entry ? place.found : -1;
}

int set_discard_hashed(Vm& vm, Set* set, Value item, Hash hash) {
  Place place = find(vm, set, item, hash);
  if (!place.entry) return -1;
  if (!place.found) return 0;
  Value key = std::exchange(place.entry->key, kNull);
  place.entry->hash = kDeletedHash;
  --set->used;
  decref(key);
  return 1;
}

bool set_add(Vm& vm, Set* set, Value item) {
  Hash hash;
  return hash_item(vm, item, &hash) && set_add_hashed(vm, set, item, hash);
}

int set_contains(Vm& vm, const Set* set, Value item) {
  Hash hash;
  return hash_item(vm, item, &hash) ? set_contains_hashed(vm, set, item, hash) : -1;
}

int set_discard(Vm& vm, Set* set, Value item) {
  Hash hash;
  return hash_item(vm, item, &hash) ? set_discard_hashed(vm, set, item, hash) : -1;
}

void set_clear(Set* set) {
  SetEntry few[8];
  SetEntry* table = set->table;
  int64_t mask = set->mask;
  bool was_small = table == set->few;
  if (was_small) {
    std::memcpy(static_cast<void*>(few), table, sizeof few);
    table = few;
  }
  set_no_items(set);
  for (int64_t i = 0; i <= mask; ++i) decref(table[i].key);
  if (!was_small) heap.free(table, table_bytes(mask));
}

bool set_next(const Set* set, int64_t& position, SetEntry* entry) {
  while (position <= set->mask) {
    *entry = set->table[position++];
    if (!entry->key.is_null()) return true;
  }
  return false;
}

bool set_next(const Set* set, int64_t& position, Value* item) {
  SetEntry entry;
  if (!set_next(set, position, &entry)) return false;
  *item = entry.key;
  return true;
}

void set_swap(Set* left, Set* right) {
  bool left_small = left->table == left->few, right_small = right->table == right->few;
  std::swap(left->table, right->table);
  std::swap(left->mask, right->mask);
  std::swap(left->fill, right->fill);
  std::swap(left->used, right->used);
  for (int i = 0; i < 8; ++i) std::swap(left->few[i], right->few[i]);
  if (right_small) left->table = left->few;
  if (left_small) right->table = right->few;
  left->hash = right->hash = -1;
}

}  // namespace gilsim::python
