#include "sim/chance.h"

#include <doctest/doctest.h>

namespace gilsim::sim {

TEST_CASE("a seed gives the same numbers everywhere") {
  // xoshiro256** over splitmix64, seed 0: the values of the authors' reference programs.
  Chance chance(0);
  CHECK(chance.next() == 11091344671253066420u);
  CHECK(chance.next() == 13793997310169335082u);
  CHECK(chance.next() == 1900383378846508768u);
}

TEST_CASE("numbers below a bound reach all of it and nothing else") {
  Chance chance(42);
  int counts[7] = {};
  for (int i = 0; i < 7000; ++i) ++counts[chance.below(7)];
  for (int count : counts) CHECK((count > 800 && count < 1200));
  CHECK(chance.below(1) == 0);
}

}  // namespace gilsim::sim
