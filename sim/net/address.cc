#include "sim/net/address.h"

#include <fmt/format.h>

#include <charconv>

namespace gilsim::sim {

std::string ip_text(std::uint32_t ip) {
  return fmt::format("{}.{}.{}.{}", ip >> 24, ip >> 16 & 255, ip >> 8 & 255, ip & 255);
}

std::string Address::text() const {
  if (family == AddressFamily::Local) return std::string(path);
  return fmt::format("{}:{}", ip_text(ip), port);
}

std::optional<std::uint32_t> parse_ip(std::string_view text) {
  std::uint32_t ip = 0;
  for (int part = 0; part < 4; ++part) {
    std::uint64_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    const int bits_left = 32 - 8 * part;
    if (text.empty()) {
      if (number >> bits_left) return std::nullopt;
      return ip | static_cast<std::uint32_t>(number);
    }
    if (number > 255 || text.front() != '.' || part == 3) return std::nullopt;
    text.remove_prefix(1);
    ip |= static_cast<std::uint32_t>(number) << (bits_left - 8);
  }
  return std::nullopt;
}

}  // namespace gilsim::sim
