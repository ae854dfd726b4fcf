// Amounts of octets as lessons write them: "200 kB", "64 KiB", "10 MB/s", "100 Mbit/s".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace gilsim::lessons {

// Octets: a whole or decimal number with B, kB, MB, GB, KiB, MiB or GiB; a whole number alone. Nothing for anything else.
std::optional<std::int64_t> parse_size(std::string_view text);
// Octets a second, at least one: a size with "/s", or kbit/s, Mbit/s, Gbit/s.
std::optional<std::int64_t> parse_bandwidth(std::string_view text);

}  // namespace gilsim::lessons
