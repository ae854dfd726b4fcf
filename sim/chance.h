// The one source of chance of a simulated computer: a seeded generator written here (xoshiro256**, seeded
// through splitmix64; Blackman and Vigna, public domain), because the distributions of the standard library
// differ between implementations and a seed must mean the same run on every machine.
#pragma once

#include <array>
#include <cstdint>

namespace gilsim::sim {

class Chance {
 public:
  explicit Chance(std::uint64_t seed);

  std::uint64_t next();
  // Uniform in [0, bound). REQUIRES: bound > 0.
  std::uint64_t below(std::uint64_t bound);

 private:
  std::array<std::uint64_t, 4> state_;
};

}  // namespace gilsim::sim
