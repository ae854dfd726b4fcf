#include "interpreter/objects/identity.h"

#include <unordered_map>

#include "interpreter/objects/heap.h"

namespace gilsim::python {

namespace {

constexpr uint64_t kFirst = 0x7f0000001000, kStep = 16;
// Where values without an object pretend to live; integers 32 bytes apart, as CPython's small ones.
constexpr uint64_t kConstants = 0x955000, kIntegers = 0x956000;

uint64_t next_identity = kFirst;

std::unordered_map<const Object*, uint64_t>& identities() {
  static std::unordered_map<const Object*, uint64_t> table;
  return table;
}

const AtReset forget_all([] {
  identities().clear();
  next_identity = kFirst;
});

}  // namespace

uint64_t identity_number(Value value) {
  if (value.is_small()) return (kIntegers + static_cast<uint64_t>(value.small()) * 32) & (~uint64_t{0} >> 1);
  if (value.is_constant()) return kConstants + value.bits() * 4;
  Object* object = value.object();
  auto [entry, is_new] = identities().try_emplace(object, next_identity);
  if (is_new) {
    next_identity += kStep;
    object->flags |= kHasId;
  }
  return entry->second;
}

void forget_identity(const Object* object) { identities().erase(object); }

}  // namespace gilsim::python
