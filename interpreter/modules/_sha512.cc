// The _sha512 module: SHA-384 and SHA-512 (FIPS 180-4).
#include <cstring>
#include <string>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/bytes_methods.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

// First 64 bits of the fractional parts of the cube roots of the first 80 primes.
constexpr uint64_t kRoundConstants[80] = {
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc, 0x3956c25bf348b538,
    0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118, 0xd807aa98a3030242, 0x12835b0145706fbe,
    0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2, 0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235,
    0xc19bf174cf692694, 0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5, 0x983e5152ee66dfab,
    0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4, 0xc6e00bf33da88fc2, 0xd5a79147930aa725,
    0x06ca6351e003826f, 0x142929670a0e6e70, 0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed,
    0x53380d139d95b3df, 0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30, 0xd192e819d6ef5218,
    0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8, 0x19a4c116b8d2d0c8, 0x1e376c085141ab53,
    0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8, 0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373,
    0x682e6ff3d6b2b8a3, 0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b, 0xca273eceea26619c,
    0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178, 0x06f067aa72176fba, 0x0a637dc5a2c898a6,
    0x113f9804bef90dae, 0x1b710b35131c471b, 0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc,
    0x431d67c49c100d4c, 0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
};
// The same of the square roots of the first eight primes; for SHA-384 of the ninth to the sixteenth.
constexpr uint64_t kStart512[8] = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b,
                                   0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f,
                                   0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};
constexpr uint64_t kStart384[8] = {0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17,
                                   0x152fecd8f70e5939, 0x67332667ffc00b31, 0x8eb44a8768581511,
                                   0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4};

struct Hasher : Object {
  uint64_t state[8];
  uint64_t length;  // octets so far
  unsigned char block[128];
  int digest_size;
};

Type sha384_type, sha512_type;

uint64_t rotate(uint64_t x, int bits) { return x >> bits | x << (64 - bits); }

void compress(Hasher* hasher) {
  uint64_t words[80];
  for (int i = 0; i < 16; ++i) {
    words[i] = 0;
    for (int byte = 0; byte < 8; ++byte) words[i] = words[i] << 8 | hasher->block[8 * i + byte];
  }
  for (int i = 16; i < 80; ++i) {
    uint64_t a = words[i - 15], b = words[i - 2];
    words[i] = words[i - 16] + (rotate(a, 1) ^ rotate(a, 8) ^ a >> 7) + words[i - 7] +
               (rotate(b, 19) ^ rotate(b, 61) ^ b >> 6);
  }
  uint64_t v[8];
  std::memcpy(v, hasher->state, sizeof v);
  for (int i = 0; i < 80; ++i) {
    uint64_t a = v[0], e = v[4];
    uint64_t first = v[7] + (rotate(e, 14) ^ rotate(e, 18) ^ rotate(e, 41)) + ((e & v[5]) ^ (~e & v[6])) +
                     kRoundConstants[i] + words[i];
    uint64_t second =
        (rotate(a, 28) ^ rotate(a, 34) ^ rotate(a, 39)) + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
    std::memmove(v + 1, v, 7 * sizeof *v);
    v[4] += first;
    v[0] = first + second;
  }
  for (int i = 0; i < 8; ++i) hasher->state[i] += v[i];
}

void update(Hasher* hasher, std::string_view octets) {
  for (char octet : octets) {
    hasher->block[hasher->length++ % 128] = static_cast<unsigned char>(octet);
    if (hasher->length % 128 == 0) compress(hasher);
  }
}

std::string digest_of(const Hasher* source) {
  Hasher hasher = *source;
  uint64_t bits = hasher.length * 8;
  update(&hasher, "\x80");
  while (hasher.length % 128 != 112) update(&hasher, std::string_view("", 1));
  update(&hasher,
         std::string_view("\0\0\0\0\0\0\0", 8));  // the length has 128 bits; the upper half is never needed
  for (int shift = 56; shift >= 0; shift -= 8) {
    char octet = static_cast<char>(bits >> shift);
    update(&hasher, {&octet, 1});
  }
  std::string digest;
  for (int i = 0; i < hasher.digest_size; ++i)
    digest += static_cast<char>(hasher.state[i / 8] >> (56 - i % 8 * 8));
  return digest;
}

void destroy_hasher(Object* object) { free_object(object, sizeof(Hasher)); }

Ref make_hasher(Vm& vm, const Arguments& arguments, const char* name, Type& type, const uint64_t* start,
                int digest_size) {
  static constexpr const char* kNames[] = {"string", "usedforsecurity"};
  Value out[2];
  if (!bind(vm, arguments, {.function = name, .names = kNames, .count = 2, .keyword_only_from = 1}, out))
    return {};
  auto* hasher = allocate_object<Hasher>(&type);
  Ref result = Ref::take(hasher);
  std::memcpy(hasher->state, start, sizeof hasher->state);
  hasher->length = 0;
  hasher->digest_size = digest_size;
  if (out[0].is_null()) return result;
  if (is_str(out[0])) return raise(vm, exceptions::TypeError, "Strings must be encoded before hashing");
  std::string octets;
  if (!read_octets(vm, out[0], &octets)) return {};
  vm.charge(3 * static_cast<int64_t>(octets.size()));
  update(hasher, octets);
  return result;
}

Ref sha512(Vm& vm, const Arguments& arguments) {
  return make_hasher(vm, arguments, "sha512", sha512_type, kStart512, 64);
}
Ref sha384(Vm& vm, const Arguments& arguments) {
  return make_hasher(vm, arguments, "sha384", sha384_type, kStart384, 48);
}

Ref update_method(Vm& vm, const Arguments& arguments) {
  if (is_str(arguments[1])) return raise(vm, exceptions::TypeError, "Strings must be encoded before hashing");
  std::string octets;
  if (!read_octets(vm, arguments[1], &octets)) return {};
  vm.charge(3 * static_cast<int64_t>(octets.size()));
  update(arguments[0].as<Hasher>(), octets);
  return kNone;
}

Ref digest(Vm&, const Arguments& arguments) { return make_bytes(digest_of(arguments[0].as<Hasher>())); }

Ref hexdigest(Vm&, const Arguments& arguments) {
  std::string text;
  for (char octet : digest_of(arguments[0].as<Hasher>()))
    text += {"0123456789abcdef"[static_cast<unsigned char>(octet) >> 4], "0123456789abcdef"[octet & 15]};
  return make_ascii_str(text);
}

Ref copy(Vm&, const Arguments& arguments) {
  auto* source = arguments[0].as<Hasher>();
  auto* hasher = allocate_object<Hasher>(source->type);
  std::memcpy(hasher->state, source->state, sizeof source->state);
  std::memcpy(hasher->block, source->block, sizeof source->block);
  hasher->length = source->length;
  hasher->digest_size = source->digest_size;
  return Ref::take(hasher);
}

Ref name(Vm&, Value self) {
  return make_ascii_str(self.as<Hasher>()->digest_size == 64 ? "sha512" : "sha384");
}
Ref digest_size(Vm&, Value self) { return make_int(self.as<Hasher>()->digest_size); }
Ref block_size(Vm&, Value) { return make_int(128); }

constexpr NativeDescription kMethods[] = {{"update", update_method, {1, 1}},
                                          {"digest", digest, {0, 0}},
                                          {"hexdigest", hexdigest, {0, 0}},
                                          {"copy", copy, {0, 0}}};
constexpr GetterDescription kGetters[] = {
    {"name", name}, {"digest_size", digest_size}, {"block_size", block_size}};
constexpr NativeDescription kFunctions[] = {{"sha512", sha512, kAny}, {"sha384", sha384, kAny}};

void define_hasher(Type& type, const char* type_name) {
  define_type(type, {.name = type_name, .base = nullptr, .basic_size = sizeof(Hasher), .flags = kImmutable,
                     .operations = {.destroy = destroy_hasher}, .methods = kMethods, .getters = kGetters});
}

bool populate(Vm&, Module*) {
  define_hasher(sha384_type, "_sha512.sha384");
  define_hasher(sha512_type, "_sha512.sha512");
  return true;
}

}  // namespace

const ModuleDefinition& _sha512_module() {
  static const ModuleDefinition module{"_sha512", kFunctions, populate};
  return module;
}

}  // namespace gilsim::python
