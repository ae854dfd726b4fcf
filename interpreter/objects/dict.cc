// The hash table of dict. Probing visits slot (5 * i + 1 + perturbation), the perturbation running out of hash bits.
#include "interpreter/objects/dict.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "interpreter/objects/sequence.h"
#include "interpreter/objects/str_copy.h"

namespace gilsim::python {

Type dict_type;

uint32_t next_version() {
  static uint32_t version = 0;
  if (++version == 0) ++version;  // 0 means "none" to caches
  return version;
}

namespace {

constexpr int32_t kEmpty = -1, kDeleted = -2;
constexpr int kLeastLog2 = 3;

int index_width(int log2_size) { return log2_size < 8 ? 1 : log2_size < 16 ? 2 : 4; }
int32_t usable(int log2_size) { return static_cast<int32_t>((int64_t{2} << log2_size) / 3); }
size_t block_size(int log2_size) {
  return usable(log2_size) * sizeof(DictEntry) + (size_t{1} << log2_size) * index_width(log2_size);
}

// The slots of a key, one after the other.
struct Probe {
  size_t mask, slot, perturbation;
  Probe(const Dict* dict, Hash hash)
      : mask((size_t{1} << dict->log2_size) - 1), slot(static_cast<size_t>(hash) & mask), perturbation(hash) {}
  void advance() {
    perturbation >>= 5;
    slot = (slot * 5 + perturbation + 1) & mask;
  }
};

int32_t index_at(const Dict* dict, size_t slot) {
  if (dict->log2_size < 8) return static_cast<int8_t*>(dict->indices)[slot];
  if (dict->log2_size < 16) return static_cast<int16_t*>(dict->indices)[slot];
  return static_cast<int32_t*>(dict->indices)[slot];
}

void set_index(Dict* dict, size_t slot, int32_t entry) {
  if (dict->log2_size < 8) static_cast<int8_t*>(dict->indices)[slot] = static_cast<int8_t>(entry);
  else if (dict->log2_size < 16) static_cast<int16_t*>(dict->indices)[slot] = static_cast<int16_t>(entry);
  else static_cast<int32_t*>(dict->indices)[slot] = entry;
}

// Any str key: equality is decided without running Python code.
template <class Index>
int32_t find_str(const Dict* dict, Str* key, Hash hash) {
  auto* indices = static_cast<const Index*>(dict->indices);
  for (Probe probe(dict, hash);; probe.advance()) {
    int32_t at = indices[probe.slot];
    if (at == kEmpty) return -1;
    if (at == kDeleted) continue;
    const DictEntry& entry = dict->entries[at];
    if (entry.key.bits() == Value::of(key).bits()) return at;
    if (entry.hash == hash && is_str(entry.key) && same_text(entry.key.as<Str>(), key)) return at;
  }
}

// An exact str or small int: -2 when another kind of key has its hash.
template <class Index, bool is_text>
int32_t find_plain(const Dict* dict, Value key, Hash hash) {
  auto* indices = static_cast<const Index*>(dict->indices);
  for (Probe probe(dict, hash);; probe.advance()) {
    const int32_t at = indices[probe.slot];
    if (at == kEmpty) return -1;
    if (at == kDeleted) continue;
    const DictEntry& entry = dict->entries[at];
    if (entry.key == key) return at;
    if (entry.hash != hash || (!is_text && entry.key.is_small())) continue;
    if (!is_text || !is_exact_str(entry.key)) return -2;
    if (same_text(entry.key.as<Str>(), key.as<Str>())) return at;
  }
}
template <bool is_text>
int32_t find_plain(const Dict* dict, Value key, Hash hash) {
  if (dict->log2_size < 8) return find_plain<int8_t, is_text>(dict, key, hash);
  return dict->log2_size < 16 ? find_plain<int16_t, is_text>(dict, key, hash) : find_plain<int32_t, is_text>(dict, key, hash);
}

constexpr int32_t kAbsent = -1, kFailed = -2, kChanged = -3;

// Compares by code of the program perhaps; the table may be another one after that.
int32_t compare_slowly(Vm& vm, const Dict* dict, int32_t at, Value key) {
  const DictEntry* entries = dict->entries;
  int log2_size = dict->log2_size;
  Ref candidate(entries[at].key);
  int equal = equals(vm, candidate, key);
  if (equal < 0) return kFailed;
  bool same_table = dict->entries == entries && dict->log2_size == log2_size;
  if (!same_table || at >= dict->entry_count || entries[at].key != candidate.get()) return kChanged;
  return equal ? at : kAbsent;
}

template <class Index>
int32_t find_any(Vm& vm, const Dict* dict, Value key, Hash hash) {
  auto* indices = static_cast<const Index*>(dict->indices);
  for (Probe probe(dict, hash);; probe.advance()) {
    int32_t at = indices[probe.slot];
    if (at == kEmpty) return kAbsent;
    if (at == kDeleted) continue;
    const DictEntry& entry = dict->entries[at];
    if (entry.key == key) return at;
    if (entry.hash != hash || (entry.key.is_small() && key.is_small())) continue;
    if (is_exact_str(key) && is_exact_str(entry.key)) {
      if (same_text(entry.key.as<Str>(), key.as<Str>())) return at;
      continue;
    }
    int32_t answer = compare_slowly(vm, dict, at, key);
    if (answer != kAbsent) return answer;
  }
}

// Index of the key's entry, kAbsent or kFailed.
int32_t find(Vm& vm, const Dict* dict, Value key, Hash hash) {
  for (;;) {
    if (!dict->indices) return kAbsent;
    int32_t at = dict->log2_size < 8    ? find_any<int8_t>(vm, dict, key, hash)
                 : dict->log2_size < 16 ? find_any<int16_t>(vm, dict, key, hash)
                                        : find_any<int32_t>(vm, dict, key, hash);
    if (at != kChanged) return at;
  }
}

void set_no_table(Dict* dict) {
  dict->used = 0;
  dict->entries = nullptr;
  dict->indices = nullptr;
  dict->log2_size = 0;
  dict->entry_count = dict->entry_capacity = dict->first = 0;
  dict->keys_version = next_version();
}

void set_table(Dict* dict, int log2_size) {
  auto* block = static_cast<char*>(heap.allocate(block_size(log2_size)));
  dict->log2_size = static_cast<uint8_t>(log2_size);
  dict->entry_capacity = usable(log2_size);
  dict->entries = reinterpret_cast<DictEntry*>(block);
  dict->indices = block + dict->entry_capacity * sizeof(DictEntry);
  std::memset(dict->indices, 0xff, (size_t{1} << log2_size) * index_width(log2_size));
}

size_t empty_slot(const Dict* dict, Hash hash) {
  Probe probe(dict, hash);
  while (index_at(dict, probe.slot) >= 0) probe.advance();
  return probe.slot;
}

// A new table of live entries only.
void rebuild(Dict* dict, int log2_size) {
  DictEntry* old = dict->entries;
  int old_log2 = dict->log2_size;
  int32_t old_count = dict->entry_count, count = 0;
  set_table(dict, log2_size);
  for (int32_t i = 0; i < old_count; ++i) {
    if (old[i].key.is_null()) continue;
    set_index(dict, empty_slot(dict, old[i].hash), count);
    dict->entries[count++] = old[i];
  }
  dict->entry_count = count;
  dict->first = 0;
  if (old) heap.free(old, block_size(old_log2));
}

int log2_for(int64_t size) { return std::max<int>(kLeastLog2, std::bit_width(static_cast<uint64_t>(size - 1))); }

void grow(Dict* dict) { rebuild(dict, dict->used ? log2_for(dict->used * 3) : kLeastLog2); }

// REQUIRES: the key is absent.
void insert_new(Dict* dict, Value key, Hash hash, Value value) {
  if (dict->entry_count == dict->entry_capacity) [[unlikely]] grow(dict);
  set_index(dict, empty_slot(dict, hash), dict->entry_count);
  dict->entries[dict->entry_count++] = {hash, key, value};
  incref(key), incref(value);
  ++dict->used;
  dict->keys_version = next_version();
}

void replace_value(Dict* dict, int32_t at, Value value) {
  incref(value);
  decref(std::exchange(dict->entries[at].value, value));
}

// Takes the entry out: its references are the caller's.
DictEntry take_entry(Dict* dict, int32_t at) {
  DictEntry entry = dict->entries[at];
  Probe probe(dict, entry.hash);
  while (index_at(dict, probe.slot) != at) probe.advance();
  set_index(dict, probe.slot, kDeleted);
  dict->entries[at].key = dict->entries[at].value = kNull;
  --dict->used;
  while (dict->first < dict->entry_count && dict->entries[dict->first].key.is_null()) ++dict->first;
  dict->keys_version = next_version();
  return entry;
}

void delete_entry(Dict* dict, int32_t at) {
  DictEntry entry = take_entry(dict, at);
  decref(entry.key), decref(entry.value);
}

Hash hash_of(Str* key) { return key->hash ? key->hash : str_hash(key); }

}  // namespace

void dict_begin(Dict* dict) { set_no_table(dict); }

Dict* new_dict() {
  auto* dict = allocate_object<Dict>(&dict_type);
  set_no_table(dict);
  return dict;
}

Dict* new_dict(int64_t expected) {
  Dict* dict = new_dict();
  if (expected > 0) set_table(dict, log2_for((expected * 3 + 1) / 2));
  return dict;
}

int32_t dict_find_str(const Dict* dict, Str* key) {
  if (!dict->indices) return -1;
  Hash hash = hash_of(key);
  if (dict->log2_size < 8) [[likely]] return find_str<int8_t>(dict, key, hash);
  return dict->log2_size < 16 ? find_str<int16_t>(dict, key, hash) : find_str<int32_t>(dict, key, hash);
}

int32_t dict_find_plain(const Dict* dict, Value key) {
  if (!key.is_small() && !is_exact_str(key)) return -2;
  if (!dict->indices) return -1;
  return key.is_small() ? find_plain<false>(dict, key, int_hash(key)) : find_plain<true>(dict, key, hash_of(key.as<Str>()));
}

Value dict_get_str(const Dict* dict, Str* key) {
  int32_t at = dict_find_str(dict, key);
  return at < 0 ? kNull : dict->entries[at].value;
}

void dict_set_str(Dict* dict, Str* key, Value value) {
  int32_t at = dict_find_str(dict, key);
  if (at >= 0) return replace_value(dict, at, value);
  insert_new(dict, Value::of(key), hash_of(key), value);
}

bool dict_delete_str(Dict* dict, Str* key) {
  int32_t at = dict_find_str(dict, key);
  if (at >= 0) delete_entry(dict, at);
  return at >= 0;
}

int dict_lookup_hashed(Vm& vm, const Dict* dict, Value key, Hash hash, Value* value) {
  int32_t at = find(vm, dict, key, hash);
  *value = at < 0 ? kNull : dict->entries[at].value;
  return at >= 0 ? 1 : at == kAbsent ? 0 : -1;
}

bool dict_set_hashed(Vm& vm, Dict* dict, Value key, Hash hash, Value value) {
  int32_t at = find(vm, dict, key, hash);
  if (at >= 0) replace_value(dict, at, value);
  if (at == kAbsent) insert_new(dict, key, hash, value);
  return at != kFailed;
}

int dict_delete_hashed(Vm& vm, Dict* dict, Value key, Hash hash) {
  int32_t at = find(vm, dict, key, hash);
  if (at >= 0) delete_entry(dict, at);
  return at >= 0 ? 1 : at == kAbsent ? 0 : -1;
}

int dict_lookup(Vm& vm, const Dict* dict, Value key, Value* value) {
  Hash hash;
  if (hash_item(vm, key, &hash)) return dict_lookup_hashed(vm, dict, key, hash, value);
  *value = kNull;
  return -1;
}

bool dict_set(Vm& vm, Dict* dict, Value key, Value value) {
  Hash hash;
  return hash_item(vm, key, &hash) && dict_set_hashed(vm, dict, key, hash, value);
}

int dict_delete(Vm& vm, Dict* dict, Value key) {
  Hash hash;
  return hash_item(vm, key, &hash) ? dict_delete_hashed(vm, dict, key, hash) : -1;
}

Ref dict_take(Vm& vm, Dict* dict, Value key) {
  Hash hash;
  if (!hash_item(vm, key, &hash)) return {};
  int32_t at = find(vm, dict, key, hash);
  if (at < 0) return {};
  DictEntry entry = take_entry(dict, at);
  Ref result = Ref::take(entry.value);
  decref(entry.key);
  return result;
}

void dict_pop_last(Dict* dict, Value* key, Value* value) {
  int32_t at = dict->entry_count - 1;
  while (dict->entries[at].key.is_null()) --at;
  DictEntry entry = take_entry(dict, at);
  // Each insertion uses up an empty slot for good (until the table is rebuilt), so room given back is not used again:
  // otherwise no empty slot might be left to end a search.
  dict->entry_capacity -= dict->entry_count - at;
  dict->entry_count = at;
  dict->first = std::min(dict->first, at);
  *key = entry.key;
  *value = entry.value;
}

void dict_pop_first(Dict* dict, Value* key, Value* value) {
  DictEntry entry = take_entry(dict, dict->first);
  *key = entry.key;
  *value = entry.value;
}

bool dict_move_to_end(Vm& vm, Dict* dict, Value key, bool last) {
  Hash hash;
  if (!hash_item(vm, key, &hash)) return false;
  int32_t at = find(vm, dict, key, hash);
  if (at == kAbsent) return fail(vm, exceptions::KeyError, key);
  if (at < 0) return false;
  if (last && at == dict->entry_count - 1) return true;
  DictEntry entry = take_entry(dict, at);
  insert_new(dict, entry.key, entry.hash, entry.value);
  decref(entry.key), decref(entry.value);
  if (last) return true;
  // To the front: everything moves by one, and the table of indices is made anew.
  vm.charge(kMoveCost * 4 * dict->used);
  DictEntry* entries = dict->entries;
  std::rotate(entries, entries + dict->entry_count - 1, entries + dict->entry_count);
  rebuild(dict, dict->log2_size);
  return true;
}

void dict_clear(Dict* dict) {
  DictEntry* entries = dict->entries;
  int32_t count = dict->entry_count;
  int log2_size = dict->log2_size;
  set_no_table(dict);
  for (int32_t i = 0; i < count; ++i) {
    if (i + kPrefetchDistance < count) prefetch(entries[i + kPrefetchDistance].key), prefetch(entries[i + kPrefetchDistance].value);
    decref(entries[i].key), decref(entries[i].value);
  }
  if (entries) heap.free(entries, block_size(log2_size));
}

Dict* dict_copy(const Dict* dict) {
  Dict* copy = new_dict();
  if (!dict->used) return copy;
  set_table(copy, log2_for((dict->used * 3 + 1) / 2));
  for (int32_t i = 0; i < dict->entry_count; ++i) {
    const DictEntry& entry = dict->entries[i];
    if (entry.key.is_null()) continue;
    set_index(copy, empty_slot(copy, entry.hash), copy->entry_count);
    copy->entries[copy->entry_count++] = entry;
    incref(entry.key), incref(entry.value);
  }
  copy->used = dict->used;
  return copy;
}

bool dict_next(const Dict* dict, int32_t& position, Value* key, Value* value) {
  position = std::max(position, dict->first);
  while (position < dict->entry_count) {
    const DictEntry& entry = dict->entries[position++];
    if (entry.key.is_null()) continue;
    *key = entry.key;
    *value = entry.value;
    return true;
  }
  return false;
}

Ref create_dict(Vm&, Type* type, const Arguments&) {
  auto* dict = allocate_object<Dict>(type);
  set_no_table(dict);
  return Ref::take(dict);
}

void destroy_dict(Object* object) {
  auto* dict = static_cast<Dict*>(object);
  dict_clear(dict);
  free_object(dict, sizeof(Dict));
}

}  // namespace gilsim::python
