#include "lessons/amounts.h"

#include <charconv>

namespace gilsim::lessons {
namespace {

struct Unit {
  std::string_view name;
  std::int64_t bits;
};

constexpr Unit size_units[] = {
    {"B", 8},           {"kB", 8'000},     {"MB", 8'000'000},     {"GB", 8'000'000'000},
    {"KiB", 8 << 10},   {"MiB", 8 << 20},  {"GiB", std::int64_t{8} << 30},
};
constexpr Unit bandwidth_units[] = {
    {"B/s", 8},         {"kB/s", 8'000},   {"MB/s", 8'000'000},   {"GB/s", 8'000'000'000}, {"KiB/s", 8 << 10}, {"MiB/s", 8 << 20},
    {"bit/s", 1},       {"kbit/s", 1'000}, {"Mbit/s", 1'000'000}, {"Gbit/s", 1'000'000'000},
};

// A decimal number with three places at most, in thousandths; what follows stays in `text`.
std::optional<std::int64_t> read_thousandths(std::string_view& text) {
  std::int64_t whole = 0, places = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
  if (error != std::errc{} || whole < 0 || whole > 1'000'000'000) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  std::int64_t value = whole * 1000;
  if (!text.starts_with('.')) return value;
  text.remove_prefix(1);
  for (std::int64_t step = 100; !text.empty() && text.front() >= '0' && text.front() <= '9'; step /= 10, ++places) {
    value += (text.front() - '0') * step;
    text.remove_prefix(1);
  }
  return places >= 1 && places <= 3 ? std::optional(value) : std::nullopt;
}

template <std::size_t count>
std::optional<std::int64_t> parse(std::string_view text, const Unit (&units)[count]) {
  const auto thousandths = read_thousandths(text);
  if (!thousandths) return std::nullopt;
  while (text.starts_with(' ')) text.remove_prefix(1);
  for (const Unit& unit : units)
    if (unit.name == text) return unit.bits >= 8 ? *thousandths * (unit.bits / 8) / 1000 : *thousandths / 8000;
  return std::nullopt;
}

}  // namespace

std::optional<std::int64_t> parse_size(std::string_view text) {
  std::int64_t plain = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), plain);
  if (error == std::errc{} && end == text.data() + text.size()) return plain >= 0 ? std::optional(plain) : std::nullopt;
  return parse(text, size_units);
}

std::optional<std::int64_t> parse_bandwidth(std::string_view text) {
  const auto octets = parse(text, bandwidth_units);
  return octets && *octets >= 1 ? octets : std::nullopt;
}

}  // namespace gilsim::lessons
