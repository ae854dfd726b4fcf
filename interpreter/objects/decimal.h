// Ints in decimal, eight digits at a time side by side in one word: no loop over digits and no table.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace gilsim::python {

static_assert(std::endian::native == std::endian::little, "the first digit is the lowest byte of its word");

// The eight digits, 0 to 9, of a number below 10**8, a byte each, the first one lowest. A multiplication and a shift
// divide by 100 and by 10: exactly so for numbers as small as these.
inline uint64_t eight_digits(uint32_t number) {
  const uint64_t fours = number / 10'000 | uint64_t{number % 10'000} << 32;
  const uint64_t hundreds = fours * 10'486 >> 20 & 0x7f'0000'007f;
  const uint64_t twos = hundreds | (fours - hundreds * 100) << 16;
  const uint64_t tens = twos * 103 >> 10 & 0x000f'000f'000f'000f;
  return tens | (twos - tens * 10) << 8;
}

inline constexpr uint64_t kZeroCharacters = 0x3030'3030'3030'3030;
inline constexpr uint64_t kEightDigits = 100'000'000;  // numbers below have no more
inline constexpr int kDecimalRoom = 24;  // characters that must be there for write_decimal

// Of eight_digits() without the last one, which 0 has, too.
inline int count_leading_zeros(uint64_t digits) { return std::countr_zero(digits | uint64_t{1} << 63) / 8; }

// Writes a number below kEightDigits on a field of up to eight characters, filled on the left, and gives the end of it.
// Eight characters at `to` are written over.
inline char* write_on_field(char* to, uint32_t number, int width, char fill) {
  const uint64_t digits = eight_digits(number);
  const int leading_zeros = count_leading_zeros(digits), length = std::max(8 - leading_zeros, width);
  const uint64_t empty = (uint64_t{1} << 8 * leading_zeros) - 1;  // the places before the first digit
  const uint64_t filling = static_cast<unsigned char>(fill) * 0x0101'0101'0101'0101;
  const uint64_t characters = (((digits | kZeroCharacters) & ~empty) | (filling & empty)) >> 8 * (8 - length);
  std::memcpy(to, &characters, 8);
  return to + length;
}

inline char* write_magnitude(char* to, uint64_t number) {
  if (number >= kEightDigits) {
    to = write_magnitude(to, number / kEightDigits);
    const uint64_t characters = eight_digits(number % kEightDigits) | kZeroCharacters;
    std::memcpy(to, &characters, 8);
    return to + 8;
  }
  const uint64_t digits = eight_digits(static_cast<uint32_t>(number));
  const int leading_zeros = count_leading_zeros(digits);
  const uint64_t characters = (digits | kZeroCharacters) >> 8 * leading_zeros;
  std::memcpy(to, &characters, 8);
  return to + 8 - leading_zeros;
}

// Writes the number at `to` and gives the end of it. What lies behind the end within kDecimalRoom is written over.
inline char* write_decimal(char* to, int64_t number) {
  if (number >= 0) return write_magnitude(to, static_cast<uint64_t>(number));
  *to = '-';
  return write_magnitude(to + 1, uint64_t{0} - static_cast<uint64_t>(number));
}

}  // namespace gilsim::python
