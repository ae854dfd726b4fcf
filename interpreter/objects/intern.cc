// The table of interned texts.
#include <cstring>
#include <vector>

#include "interpreter/objects/siphash.h"
#include "interpreter/objects/str_copy.h"

namespace gilsim::python {

namespace {

// Names, one object for each text: open addressing, at most half full.
struct InternTable {
  std::vector<Str*> slots;
  size_t used = 0;
};
InternTable interned;

// The slot where the text is or would be.
Str** intern_slot(std::string_view bytes, unsigned width, Hash hash) {
  size_t mask = interned.slots.size() - 1;
  for (size_t i = static_cast<size_t>(hash) & mask;; i = (i + 1) & mask) {
    Str* entry = interned.slots[i];
    if (!entry) return &interned.slots[i];
    if (str_hash(entry) == hash && entry->width == width &&
        entry->byte_count() == static_cast<int64_t>(bytes.size()) &&
        std::memcmp(entry->data1(), bytes.data(), bytes.size()) == 0)
      return &interned.slots[i];
  }
}

std::string_view bytes_of(const Str* text) {
  return {reinterpret_cast<const char*>(text->data1()), static_cast<size_t>(text->byte_count())};
}

void grow_intern_table() {
  std::vector<Str*> old = std::move(interned.slots);
  interned.slots.assign(old.size() * 2, nullptr);
  for (Str* text : old)
    if (text) *intern_slot(bytes_of(text), text->width, str_hash(text)) = text;
}

Str* add_interned(Str** slot, Str* text) {
  *slot = text;
  incref(text);
  text->flags |= kInterned;
  if (++interned.used * 2 > interned.slots.size()) grow_intern_table();
  return text;
}

}  // namespace

Str* intern(std::string_view utf8) {
  if (!is_ascii(utf8)) return intern(make_str(utf8).as<Str>());
  Str** slot = intern_slot(utf8, 1, hash_bytes(utf8.data(), static_cast<int64_t>(utf8.size())));
  return *slot ? *slot : add_interned(slot, make_ascii_str(utf8).as<Str>());
}

Str* intern(Str* text) {
  if (text->flags & kInterned) return text;
  Str** slot = intern_slot(bytes_of(text), text->width, str_hash(text));
  if (*slot) return *slot;
  if (text->type == &str_type) return add_interned(slot, text);
  Ref plain = str_copy(text);
  return add_interned(slot, plain.as<Str>());
}

void clear_intern_table() {
  interned.slots.assign(1024, nullptr);
  interned.used = 0;
}

}  // namespace gilsim::python
