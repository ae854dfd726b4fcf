// Amounts of memory as users write them: "50M", "50MB" and "50MiB" are the same, in powers of 1024.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gilsim::app {

// A whole number above zero with its unit: B, K, M, G or T, also followed by B or iB, in any case. Nothing
// else.
std::optional<std::size_t> parse_memory_size(std::string_view text);

// The shortest exact form that parse_memory_size reads, such as "4G".
std::string format_memory_size(std::size_t bytes);

}  // namespace gilsim::app
