#include "sim/time.h"

#include <fmt/format.h>

namespace gilsim::sim {
namespace {

// Wide enough for any product of a duration with a unit or a scale.
__extension__ using Wide = __int128;

struct Unit {
  std::string_view name;
  Nanoseconds length;
};
// Longest first; format_duration begins at `second`.
constexpr Unit units[] = {
    {"min", 60 * second}, {"s", second}, {"ms", millisecond}, {"us", microsecond}, {"ns", 1}};

const Unit* find_unit(std::string_view name) {
  for (const Unit& unit : units) {
    if (unit.name == name) return &unit;
  }
  return nullptr;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Reads digits with at most one point as `value / scale`. Nineteen digits are more than any duration needs.
struct Decimal {
  Wide value = 0;
  Wide scale = 1;
  std::size_t length = 0;
  int digits = 0;
};

Decimal read_decimal(std::string_view text) {
  Decimal number;
  bool point = false;
  for (char c : text) {
    if (c == '.' && !point) {
      point = true;
    } else if (is_digit(c) && number.digits < 19) {
      number.value = number.value * 10 + (c - '0');
      if (point) number.scale *= 10;
      ++number.digits;
    } else {
      break;
    }
    ++number.length;
  }
  return number;
}

}  // namespace

std::optional<Nanoseconds> parse_duration(std::string_view text) {
  if (text == "0") return 0;
  const Decimal number = read_decimal(text);
  if (number.digits == 0) return std::nullopt;
  text.remove_prefix(number.length);
  while (text.starts_with(' ')) text.remove_prefix(1);
  const Unit* unit = find_unit(text);
  if (unit == nullptr) return std::nullopt;
  const Wide scaled = number.value * unit->length;
  if (scaled % number.scale != 0 || scaled / number.scale >= never) return std::nullopt;
  return static_cast<Nanoseconds>(scaled / number.scale);
}

std::string format_duration(Nanoseconds duration) {
  if (duration == 0) return "0 s";
  if (duration < 0) return "-" + format_duration(-duration);
  const Unit* unit = &units[1];
  while (duration < unit->length) ++unit;
  // Rounding may reach the next unit: 999.9996 us is 1 ms.
  const auto rounded = [&] { return static_cast<Wide>(duration) * 1000 + unit->length / 2; };
  if (unit > &units[1] && rounded() / unit->length >= 1'000'000) --unit;
  const auto thousandths = static_cast<std::int64_t>(rounded() / unit->length);
  std::string text = fmt::format("{}.{:03}", thousandths / 1000, thousandths % 1000);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return fmt::format("{} {}", text, unit->name);
}

}  // namespace gilsim::sim
