#include "interpreter/objects/identity.h"

#include <unordered_map>

#include "interpreter/objects/heap.h"

namespace gilsim::python {

namespace {

constexpr uint64_t kFirst = 0x7f0000001000, kStep = 16;
// Where values without an object pretend to live; integers 32 bytes apart, as CPython's small ones.
constexpr uint64_t kConstants = 0x955000, kIntegers = 0x956000;

// Numbers stand in the object's own flags, above these bits, as long as they fit; else, and for objects that outlive a
// run, in a table.
constexpr uint32_t kFlagBits = 8, kMostInObject = (1u << (32 - kFlagBits)) - 1;

uint64_t last_number = 0;

std::unordered_map<const Object*, uint64_t>& table() {
  static std::unordered_map<const Object*, uint64_t> numbers;
  return numbers;
}

const AtReset forget_all([] {
  table().clear();
  last_number = 0;
});

uint64_t number_in_table(Object* object) {
  auto [entry, is_new] = table().try_emplace(object, last_number + 1);
  if (is_new) ++last_number;
  object->flags |= kHasId;
  return entry->second;
}

}  // namespace

uint64_t object_number(Object* object) {
  if (const uint32_t number = object->flags >> kFlagBits) return number;
  if ((object->flags & (kImmortal | kHasId)) || last_number >= kMostInObject) return number_in_table(object);
  object->flags |= static_cast<uint32_t>(++last_number) << kFlagBits;
  return last_number;
}

uint64_t identity_number(Value value) {
  if (value.is_small()) return (kIntegers + static_cast<uint64_t>(value.small()) * 32) & (~uint64_t{0} >> 1);
  if (value.is_constant()) return kConstants + value.bits() * 4;
  return kFirst + kStep * (object_number(value.object()) - 1);
}

void forget_identity(const Object* object) { table().erase(object); }

}  // namespace gilsim::python
