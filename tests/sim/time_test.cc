#include "sim/time.h"

#include <doctest/doctest.h>

namespace gilsim::sim {

TEST_CASE("durations are read with their unit") {
  CHECK(parse_duration("5ms") == 5 * millisecond);
  CHECK(parse_duration("0.5ms") == 500 * microsecond);
  CHECK(parse_duration("2 s") == 2 * second);
  CHECK(parse_duration("250us") == 250 * microsecond);
  CHECK(parse_duration("7ns") == 7);
  CHECK(parse_duration("1min") == 60 * second);
  CHECK(parse_duration(".5s") == 500 * millisecond);
  CHECK(parse_duration("0") == 0);
  CHECK(parse_duration("9223372036s") == 9223372036 * second);
}

TEST_CASE("anything else is refused") {
  for (const char* text : {"", "5", "ms", "5 m", "-5ms", "5ms ", " 5ms", "5,0ms", "1e3ms", "0.1ns", "1..5s",
                           ".s", "9223372037s", "99999999999999999999ns", "5\xC2\xB5s"}) {
    CAPTURE(text);
    CHECK(!parse_duration(text));
  }
}

TEST_CASE("durations are written with the largest unit that fits") {
  CHECK(format_duration(0) == "0 s");
  CHECK(format_duration(1) == "1 ns");
  CHECK(format_duration(12'500) == "12.5 us");
  CHECK(format_duration(5 * millisecond) == "5 ms");
  CHECK(format_duration(1'072'400) == "1.072 ms");
  CHECK(format_duration(90 * second) == "90 s");
  CHECK(format_duration(999'999'600) == "1 s");
  CHECK(format_duration(-2 * millisecond) == "-2 ms");
}

TEST_CASE("what is written in whole units is read back") {
  for (Nanoseconds duration : {Nanoseconds{1}, 999 * microsecond, 20 * millisecond, 3600 * second}) {
    CHECK(parse_duration(format_duration(duration)) == duration);
  }
}

TEST_CASE("sums do not overflow") {
  CHECK(saturating_add(never - 1, 1) == never);
  CHECK(saturating_add(1, never) == never);
  CHECK(saturating_add(2, 3) == 5);
}

}  // namespace gilsim::sim
