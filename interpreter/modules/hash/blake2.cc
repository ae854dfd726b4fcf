// The _blake2 module: BLAKE2 with keys, salts and trees (RFC 7693), on libb2.
#include <blake2.h>

#include <cstring>

#include "interpreter/modules/hash/hasher.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

constexpr int64_t kNewNs = 60;
constexpr int64_t kDigestNs = 280;

// The two variants under one set of names. Byte costs as in algorithms.def.
struct Blake2b {
  using State = blake2b_state;
  using Parameters = blake2b_param;
  static constexpr const char *kName = "blake2b", *kTypeName = "_blake2.blake2b";
  static constexpr int64_t kMostDigest = BLAKE2B_OUTBYTES, kMostKey = BLAKE2B_KEYBYTES,
                           kSalt = BLAKE2B_SALTBYTES, kPerson = BLAKE2B_PERSONALBYTES,
                           kBlock = BLAKE2B_BLOCKBYTES, kByteCostPs = 1060;
  static constexpr uint64_t kMostOffset = ~uint64_t{0};
  static constexpr auto start = blake2b_init_param;
  static constexpr auto update = blake2b_update;
  static constexpr auto finish = blake2b_final;
};
struct Blake2s {
  using State = blake2s_state;
  using Parameters = blake2s_param;
  static constexpr const char *kName = "blake2s", *kTypeName = "_blake2.blake2s";
  static constexpr int64_t kMostDigest = BLAKE2S_OUTBYTES, kMostKey = BLAKE2S_KEYBYTES,
                           kSalt = BLAKE2S_SALTBYTES, kPerson = BLAKE2S_PERSONALBYTES,
                           kBlock = BLAKE2S_BLOCKBYTES, kByteCostPs = 1864;
  static constexpr uint64_t kMostOffset = (uint64_t{1} << 48) - 1;
  static constexpr auto start = blake2s_init_param;
  static constexpr auto update = blake2s_update;
  static constexpr auto finish = blake2s_final;
};

template <class Variant>
Type blake2_type;

template <class Variant>
struct Blake2Hasher : Hasher {
  typename Variant::State state;
  int64_t digest_size;
};

const uint8_t* octets_of(std::string_view text) {
  return reinterpret_cast<const uint8_t*>(text.data());
}

template <class Variant>
Blake2Hasher<Variant>* new_hasher() {
  auto* hasher = allocate_object<Blake2Hasher<Variant>>(&blake2_type<Variant>);
  new (&hasher->lock) sim::Lock;
  hasher->has_lock = false;
  return hasher;
}

template <class Variant>
void destroy_hasher(Object* object) {
  static_cast<Blake2Hasher<Variant>*>(object)->lock.~Lock();
  free_object(object, sizeof(Blake2Hasher<Variant>));
}

// --- making
// ----------------------------------------------------------------------------------------------------------

enum Parameter {
  kData,
  kDigestSize,
  kKey,
  kSaltText,
  kPersonText,
  kFanout,
  kDepth,
  kLeafSize,
  kNodeOffset,
  kNodeDepth,
  kInnerSize,
  kLastNode,
  kParameterCount = 13
};
constexpr const char* kNames[] = {
    "",          "digest_size", "key",        "salt",       "person",    "fanout",         "depth",
    "leaf_size", "node_offset", "node_depth", "inner_size", "last_node", "usedforsecurity"};

// An optional number in a range. False: an exception is pending.
bool read_number(Vm& vm, Value value, const char* name, int64_t least, int64_t most, int64_t* result) {
  if (value.is_null()) return true;
  if (!as_int64(vm, value, result)) return false;
  if (*result >= least && *result <= most) return true;
  if (std::string_view(name) == "inner_size")
    return fail(vm, exceptions::ValueError, "inner_size must be between 0 and is {}", most);
  return fail(vm, exceptions::ValueError, "{} must be between {} and {}{}", name, least, most,
              std::string_view(name) == "digest_size" ? " bytes" : "");
}

// An optional row of octets into a field of the parameter block.
bool read_text(Vm& vm, Value value, const char* name, int64_t most, uint8_t* field) {
  HeldBuffer held;
  if (value.is_null()) return true;
  if (!held.hold(vm, value)) return false;
  if (held.size() > most)
    return fail(vm, exceptions::ValueError, "maximum {} length is {} bytes", name, most);
  if (held.size()) std::memcpy(field, held.data(), static_cast<size_t>(held.size()));
  return true;
}

bool read_unsigned(Vm& vm, Value value, uint64_t most, const char* too_large, uint64_t* result) {
  if (value.is_null()) return true;
  if (!is_int(value))
    return fail(vm, exceptions::TypeError, "'{}' object cannot be interpreted as an integer",
                type_name(value));
  if (int_sign(value) < 0) return fail(vm, exceptions::ValueError, "value must be positive");
  if (int_compare(value, make_int(most)) > 0) return fail(vm, exceptions::OverflowError, too_large);
  auto number = int64_of(value);
  return *result = number ? static_cast<uint64_t>(*number) : most, true;
}

template <class Variant>
bool read_parameters(Vm& vm, const Value* out, typename Variant::Parameters* block) {
  int64_t digest_size = Variant::kMostDigest, fanout = 1, depth = 1, node_depth = 0, inner_size = 0;
  uint64_t leaf_size = 0, node_offset = 0;
  if (!read_number(vm, out[kDigestSize], "digest_size", 1, Variant::kMostDigest, &digest_size) ||
      !read_text(vm, out[kSaltText], "salt", Variant::kSalt, block->salt) ||
      !read_text(vm, out[kPersonText], "person", Variant::kPerson, block->personal) ||
      !read_number(vm, out[kFanout], "fanout", 0, 255, &fanout) ||
      !read_number(vm, out[kDepth], "depth", 1, 255, &depth) ||
      !read_unsigned(vm, out[kLeafSize], 0xffffffff, "leaf_size is too large", &leaf_size) ||
      !read_unsigned(vm, out[kNodeOffset], Variant::kMostOffset, "node_offset is too large", &node_offset) ||
      !read_number(vm, out[kNodeDepth], "node_depth", 0, 255, &node_depth) ||
      !read_number(vm, out[kInnerSize], "inner_size", 0, Variant::kMostDigest, &inner_size))
    return false;
  block->digest_length = static_cast<uint8_t>(digest_size);
  block->fanout = static_cast<uint8_t>(fanout);
  block->depth = static_cast<uint8_t>(depth);
  block->leaf_length = static_cast<uint32_t>(leaf_size);
  std::memcpy(&block->node_offset, &node_offset, sizeof block->node_offset);
  block->node_depth = static_cast<uint8_t>(node_depth);
  block->inner_length = static_cast<uint8_t>(inner_size);
  return true;
}

template <class Variant>
Ref create(Vm& vm, Type*, const Arguments& arguments) {
  Value out[kParameterCount];
  if (!bind(vm, arguments,
            {.function = Variant::kName,
             .names = kNames,
             .count = kParameterCount,
             .positional_only = 1,
             .keyword_only_from = 1},
            out))
    return {};
  typename Variant::Parameters block{};
  HeldBuffer key, data;
  if (!read_parameters<Variant>(vm, out, &block)) return {};
  const int last_node = out[kLastNode].is_null() ? 0 : truth(vm, out[kLastNode]);
  if (last_node < 0 || (!out[kKey].is_null() && !key.hold(vm, out[kKey]))) return {};
  if (key.size() > Variant::kMostKey)
    return raise(vm, exceptions::ValueError, "maximum key length is {} bytes", Variant::kMostKey);
  if (!out[kData].is_null() && !hold_octets(vm, out[kData], &data)) return {};
  block.key_length = static_cast<uint8_t>(key.size());
  auto* hasher = new_hasher<Variant>();
  Ref result = Ref::take(hasher);
  vm.charge(kNewNs);
  hasher->digest_size = block.digest_length;
  Variant::start(&hasher->state, &block);
  hasher->state.last_node = static_cast<uint8_t>(last_node);
  if (key.size()) {  // goes in front, as a block of its own
    std::string padded(key.octets());
    padded.resize(static_cast<size_t>(Variant::kBlock));
    Variant::update(&hasher->state, octets_of(padded), padded.size());
  }
  const bool fed = feed(vm, hasher, data.size(), Variant::kByteCostPs, [&] {
    Variant::update(&hasher->state, octets_of(data.octets()), data.octets().size());
  });
  hasher->has_lock = false;  // the constructor needs none: nobody else has the object yet
  return fed ? result : Ref();
}

// --- methods
// ---------------------------------------------------------------------------------------------------------

template <class Variant>
Blake2Hasher<Variant>* self_of(const Arguments& arguments) {
  return arguments[0].as<Blake2Hasher<Variant>>();
}

template <class Variant>
Ref update(Vm& vm, const Arguments& arguments) {
  HeldBuffer held;
  auto* hasher = self_of<Variant>(arguments);
  if (!hold_octets(vm, arguments[1], &held)) return {};
  const bool fed = feed(vm, hasher, held.size(), Variant::kByteCostPs, [&] {
    Variant::update(&hasher->state, octets_of(held.octets()), held.octets().size());
  });
  return fed ? Ref(kNone) : Ref();
}

template <class Variant>
std::string digest_octets(Vm& vm, const Arguments& arguments) {
  vm.charge(kDigestNs);
  auto state = self_of<Variant>(arguments)->state;
  std::string digest(static_cast<size_t>(self_of<Variant>(arguments)->digest_size), '\0');
  Variant::finish(&state, reinterpret_cast<uint8_t*>(digest.data()), digest.size());
  return digest;
}

template <class Variant>
Ref digest(Vm& vm, const Arguments& arguments) {
  return make_bytes(digest_octets<Variant>(vm, arguments));
}
template <class Variant>
Ref hexdigest(Vm& vm, const Arguments& arguments) {
  return make_ascii_str(hexadecimal(digest_octets<Variant>(vm, arguments)));
}

template <class Variant>
Ref copy(Vm&, const Arguments& arguments) {
  auto* hasher = new_hasher<Variant>();
  hasher->state = self_of<Variant>(arguments)->state;
  hasher->digest_size = self_of<Variant>(arguments)->digest_size;
  return Ref::take(hasher);
}

template <class Variant>
Ref get_name(Vm&, Value) {
  return make_ascii_str(Variant::kName);
}
template <class Variant>
Ref get_digest_size(Vm&, Value self) {
  return make_int(self.as<Blake2Hasher<Variant>>()->digest_size);
}
template <class Variant>
Ref get_block_size(Vm&, Value) {
  return make_int(Variant::kBlock);
}

template <class Variant>
void define(Module* module) {
  static constexpr NativeDescription kMethods[] = {{"update", update<Variant>, {1, 1}},
                                                   {"digest", digest<Variant>, {0, 0}},
                                                   {"hexdigest", hexdigest<Variant>, {0, 0}},
                                                   {"copy", copy<Variant>, {0, 0}}};
  static constexpr GetterDescription kGetters[] = {{"name", get_name<Variant>},
                                                   {"digest_size", get_digest_size<Variant>},
                                                   {"block_size", get_block_size<Variant>}};
  Type& type = blake2_type<Variant>;
  define_type(type, {.name = Variant::kTypeName,
                     .base = nullptr,
                     .basic_size = sizeof(Blake2Hasher<Variant>),
                     .flags = kImmutable,
                     .operations = {.destroy = destroy_hasher<Variant>, .create = create<Variant>},
                     .methods = kMethods,
                     .getters = kGetters,
                     .doc = "Return a new BLAKE2 hash object."});
  const std::pair<const char*, int64_t> constants[] = {{"MAX_DIGEST_SIZE", Variant::kMostDigest},
                                                       {"MAX_KEY_SIZE", Variant::kMostKey},
                                                       {"SALT_SIZE", Variant::kSalt},
                                                       {"PERSON_SIZE", Variant::kPerson}};
  for (auto [name, value] : constants) dict_set_str(type.dictionary, intern(name), make_int(value));
  dict_set_str(module->dictionary, intern(Variant::kName), Value::of(&type));
}

bool populate(Vm&, Module* module) {
  define<Blake2b>(module);
  define<Blake2s>(module);
  return true;
}

}  // namespace

const ModuleDefinition& _blake2_module() {
  static const ModuleDefinition module{"_blake2", {}, populate, "BLAKE2 with keys, salts and trees."};
  return module;
}

}  // namespace gilsim::python
