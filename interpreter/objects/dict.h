// dict: an insertion-ordered hash table as CPython's: a table of small indices into a dense array of entries.
//
// keys_version changes whenever a key is added or removed or entries move (never when only a value is replaced), and is
// unique over all dicts: so "same keys_version" means entry i is still the same key at the same address, which is what
// the caches of LOAD_GLOBAL, STORE_GLOBAL and class attributes rely on.
#pragma once

#include "interpreter/objects/heap.h"

namespace gilsim::python {

struct DictEntry {
  Hash hash;
  Value key;    // null: deleted
  Value value;
};

struct Dict : Object {
  int64_t used;           // live entries
  DictEntry* entries;     // entry_count in use (live or deleted); in one block with indices
  void* indices;          // int8, int16 or int32 by table size; -1 empty, -2 deleted; null while the table is empty
  uint32_t keys_version;
  uint8_t log2_size;      // of the index table
  int32_t entry_count;
  int32_t entry_capacity; // entry_count at which the table must be rebuilt
  int32_t first;          // entries before this one are deleted: a dict used as a queue is not searched from its beginning
};

extern Type dict_type;
void define_dict_types();

Dict* new_dict();
Dict* new_dict(int64_t expected);  // with room for so many keys
// Fast paths for interned or at least exact Str keys: never run Python code, never raise. Borrowed result, null: absent.
Value dict_get_str(const Dict* dict, Str* key);
int32_t dict_find_str(const Dict* dict, Str* key);  // index into entries, -1: absent
void dict_set_str(Dict* dict, Str* key, Value value);
bool dict_delete_str(Dict* dict, Str* key);         // false: absent
// The same for a key of any kind, as long as it needs no Python code: the index into entries, -1: absent, -2: an exact
// str or small int that must be compared with something else, or another key.
int32_t dict_find_plain(const Dict* dict, Value key);
// Any key; may call __hash__ and __eq__. Lookup: 1 found (value borrowed), 0 absent, -1 exception.
int dict_lookup(Vm& vm, const Dict* dict, Value key, Value* value);
bool dict_set(Vm& vm, Dict* dict, Value key, Value value);
int dict_delete(Vm& vm, Dict* dict, Value key);     // 1 deleted, 0 absent, -1 exception
// The same for a key whose hash the caller knows.
int dict_lookup_hashed(Vm& vm, const Dict* dict, Value key, Hash hash, Value* value);
bool dict_set_hashed(Vm& vm, Dict* dict, Value key, Hash hash, Value value);
int dict_delete_hashed(Vm& vm, Dict* dict, Value key, Hash hash);
// Removes the key and gives its value; null: absent or exception.
Ref dict_take(Vm& vm, Dict* dict, Value key);
// dict[key]: KeyError, or __missing__ of a subclass.
Ref dict_subscript(Vm& vm, Value dict, Value key);
// Removes the first or last item, giving owned references. REQUIRES: not empty
void dict_pop_first(Dict* dict, Value* key, Value* value);
void dict_pop_last(Dict* dict, Value* key, Value* value);
bool dict_move_to_end(Vm& vm, Dict* dict, Value key, bool last);  // KeyError when absent
void dict_clear(Dict* dict);
Dict* dict_copy(const Dict* dict);
bool dict_update(Vm& vm, Dict* dict, Value mapping_or_pairs);  // as dict.update's positional argument
inline bool is_dict(Value value) { return value.is_object() && has_flag(value.object()->type, kDictSubclass); }

// Walks live entries in order: for (int32_t i = 0; dict_next(d, i, &key, &value);)
bool dict_next(const Dict* dict, int32_t& position, Value* key, Value* value);

// What subclasses in C++ build on: the operations of dict itself.
void dict_begin(Dict* dict);  // of a struct just allocated: no table
Ref create_dict(Vm& vm, Type* type, const Arguments& arguments);
bool initialize_dict(Vm& vm, Value self, const Arguments& arguments);  // dict(…) and update(…)
void destroy_dict(Object* object);
Ref dict_repr_items(Vm& vm, Value self);  // "{…}"

// Next unique version number (also used for Type::version and Function versions).
uint32_t next_version();

}  // namespace gilsim::python
