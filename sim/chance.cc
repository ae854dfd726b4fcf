#include "sim/chance.h"

#include <bit>
#include <cassert>

namespace gilsim::sim {

Chance::Chance(std::uint64_t seed) {
  for (std::uint64_t& word : state_) {  // splitmix64
    seed += 0x9E3779B97F4A7C15u;
    std::uint64_t mixed = seed;
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBu;
    word = mixed ^ mixed >> 31;
  }
}

std::uint64_t Chance::next() {  // xoshiro256**
  const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

std::uint64_t Chance::below(std::uint64_t bound) {
  assert(bound > 0);
  const std::uint64_t uneven = -bound % bound;  // how many of the 2^64 values are too many for an even share
  std::uint64_t value = next();
  while (value < uneven) value = next();
  return value % bound;
}

}  // namespace gilsim::sim
