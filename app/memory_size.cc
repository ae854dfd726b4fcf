// Users mean the same by MB and MiB here: memory comes in powers of 1024.
#include "app/memory_size.h"

#include <cctype>
#include <charconv>
#include <cstdint>

namespace gilsim::app {
namespace {

constexpr std::string_view prefixes = "KMGT";  // each 1024 times the one before

char upper(char letter) {
  return static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
}

// How far to shift for a unit; nothing for one that is not known.
std::optional<std::size_t> shift_of(std::string unit) {
  for (char& letter : unit) letter = upper(letter);
  if (unit == "B") return 0;
  std::size_t prefix = unit.empty() ? std::string_view::npos : prefixes.find(unit[0]);
  if (prefix == std::string_view::npos) return std::nullopt;
  std::string_view rest = std::string_view(unit).substr(1);
  if (!rest.empty() && rest != "B" && rest != "IB") return std::nullopt;
  return 10 * (prefix + 1);
}

}  // namespace

std::optional<std::size_t> parse_memory_size(std::string_view text) {
  std::size_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || number == 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  while (text.starts_with(' ')) text.remove_prefix(1);
  auto shift = shift_of(std::string(text));
  if (!shift || number > SIZE_MAX >> *shift) return std::nullopt;
  return number << *shift;
}

std::string format_memory_size(std::size_t bytes) {
  std::string unit = "B";
  for (std::size_t i = 0; i < prefixes.size() && bytes > 0 && bytes % 1024 == 0; ++i) {
    bytes /= 1024;
    unit = prefixes[i];
  }
  return std::to_string(bytes) + unit;
}

}  // namespace gilsim::app
