// SipHash-1-3 with a key of zeros: hash() of str and bytes under PYTHONHASHSEED=0.
#pragma once

#include <cstdint>
#include <cstring>

#include "interpreter/objects/small_word.h"

namespace gilsim::python {

inline uint64_t siphash13(const void* data, int64_t size) {
  uint64_t v0 = 0x736f6d6570736575, v1 = 0x646f72616e646f6d, v2 = 0x6c7967656e657261, v3 = 0x7465646279746573;
  auto rotate = [](uint64_t x, int bits) { return x << bits | x >> (64 - bits); };
  auto round = [&] {
    v0 += v1, v1 = rotate(v1, 13) ^ v0, v0 = rotate(v0, 32);
    v2 += v3, v3 = rotate(v3, 16) ^ v2;
    v0 += v3, v3 = rotate(v3, 21) ^ v0;
    v2 += v1, v1 = rotate(v1, 17) ^ v2, v2 = rotate(v2, 32);
  };
  auto* bytes = static_cast<const char*>(data);
  uint64_t last = static_cast<uint64_t>(size) << 56;
  for (; size >= 8; size -= 8, bytes += 8) {
    uint64_t word;
    std::memcpy(&word, bytes, 8);
    v3 ^= word;
    round();
    v0 ^= word;
  }
  last |= small_word(bytes, size);
  v3 ^= last;
  round();
  v0 ^= last;
  v2 ^= 0xff;
  round(), round(), round();
  return v0 ^ v1 ^ v2 ^ v3;
}

// As hash() gives it: -1 is taken, and an empty text hashes to 0.
inline int64_t hash_bytes(const void* data, int64_t size) {
  if (size == 0) return 0;
  auto hash = static_cast<int64_t>(siphash13(data, size));
  return hash == -1 ? -2 : hash;
}

}  // namespace gilsim::python
