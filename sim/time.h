// Virtual time. All times and durations are whole nanoseconds in one signed 64-bit integer (292 years), never
// floating point, so that equal inputs give equal schedules on every machine.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace gilsim::sim {

// A point in virtual time (since the computer was switched on) or a duration.
using Nanoseconds = std::int64_t;

inline constexpr Nanoseconds microsecond = 1'000;
inline constexpr Nanoseconds millisecond = 1'000'000;
inline constexpr Nanoseconds second = 1'000'000'000;
// Later than everything: "no deadline", "no event".
inline constexpr Nanoseconds never = std::numeric_limits<Nanoseconds>::max();

// `from + duration`, where a sum too large becomes `never`. REQUIRES: both are not negative.
constexpr Nanoseconds saturating_add(Nanoseconds from, Nanoseconds duration) {
  return duration >= never - from ? never : from + duration;
}

// Reads "5ms", "0.5 ms", "2 s", "250us", "100ns", "1min". A unit is required except for "0". Fractions of a
// nanosecond, negative and overflowing values and anything else give nullopt.
std::optional<Nanoseconds> parse_duration(std::string_view text);

// Writes a duration with the largest unit that keeps its value at 1 or more and at most three decimals,
// rounded to nearest, without trailing zeros: "5 ms", "1.072 ms", "0 s", "12.5 us". Minutes are not used: "90
// s".
std::string format_duration(Nanoseconds duration);

}  // namespace gilsim::sim
