// A few bytes as one word, without a call of memcpy, which takes longer than what is done with them.
#pragma once

#include <cstdint>
#include <cstring>

namespace gilsim::python {

// Up to seven bytes as the lower ones of a word; the others are zero.
inline uint64_t small_word(const char* bytes, int64_t size) {
  const auto* byte = reinterpret_cast<const uint8_t*>(bytes);
  if (size >= 4) {
    uint32_t first, last;  // which overlap
    std::memcpy(&first, bytes, 4);
    std::memcpy(&last, bytes + size - 4, 4);
    return first | uint64_t{last} << 8 * (size - 4);
  }
  if (size == 0) return 0;
  return byte[0] | uint64_t{byte[size / 2]} << 8 * (size / 2) | uint64_t{byte[size - 1]} << 8 * (size - 1);
}

}  // namespace gilsim::python
