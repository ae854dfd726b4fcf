// Where a socket is: an IPv4 address and port, or a path of the local family.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/shared_memory.h"

namespace gilsim::sim {

enum class AddressFamily : std::uint8_t { Local = 1, Internet = 2 };  // Linux's AF_UNIX, AF_INET

struct Address {
  AddressFamily family = AddressFamily::Internet;
  std::uint32_t ip = 0;  // 127.0.0.1 is 0x7f000001
  std::uint16_t port = 0;
  SharedString path;

  std::string text() const;  // "127.0.0.1:80", or the path
};

inline constexpr std::uint32_t any_ip = 0, loopback_ip = 0x7f000001;
constexpr bool is_loopback(std::uint32_t ip) { return ip >> 24 == 127; }

// "127.0.0.1"
std::string ip_text(std::uint32_t ip);
// Four numbers with dots between them, or fewer, the last of which fills what is left, as inet_aton(3) reads them.
std::optional<std::uint32_t> parse_ip(std::string_view text);

}  // namespace gilsim::sim
